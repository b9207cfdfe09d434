package fr.porteouverte.booking.seating;

import fr.porteouverte.booking.BookingSettings;
import fr.porteouverte.database.Edition;
import fr.porteouverte.permanence.BookingWindow;
import fr.porteouverte.slot.FreeSlots;
import fr.porteouverte.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.function.Supplier;

/** When a slot may be booked, and what to offer instead when it cannot. */
@ApplicationScoped
public class BookableTimes {
  @Inject Visits visits;
  @Inject FreeSlots free;
  @Inject BookingSettings settings;
  @Inject Edition edition;

  /**
   * @param unannounced no notice is asked: staff of the house see whether there is still time, and
   *     who lost an appointment to the house comes when they can
   */
  public void requireBookable(Visit visit, boolean unannounced, Instant now) {
    BookingWindow window = BookingWindow.of(visit.permanence(), now);
    if (!unannounced && visit.slot().start().isBefore(window.earliest())) {
      throw SlotRefused.closed(
          new Text(
              "Il est trop tard pour réserver ce créneau en ligne.",
              "It is too late to book this slot online."));
    }
    if (!visit.slot().start().isBefore(window.latest())) {
      throw SlotRefused.closed(
          new Text(
              "Ce créneau n’est pas encore ouvert à la réservation.",
              "This slot is not open for booking yet."));
    }
  }

  /** Whether {@link #requireBookable} lets it pass. */
  boolean isBookable(Visit visit, boolean unannounced, Instant now) {
    BookingWindow window = BookingWindow.of(visit.permanence(), now);
    Instant start = visit.slot().start();
    return (unannounced || !start.isBefore(window.earliest())) && start.isBefore(window.latest());
  }

  /** Adds the nearest bookable slots to a refusal; read after the refused transaction is gone. */
  public <T> T offeringAlternatives(String slotId, String procedureId, Supplier<T> work) {
    try {
      return work.get();
    } catch (SlotRefused refused) {
      throw edition.reading(
          () -> {
            Wish known = refused.wish();
            Wish wish = known == null ? visits.wish(slotId, procedureId) : known;
            return refused.instead(
                free.nearest(wish.site(), wish.procedure(), wish.start(), settings.alternatives()));
          });
    }
  }
}
