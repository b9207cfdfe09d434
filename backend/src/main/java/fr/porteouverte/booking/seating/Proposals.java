package fr.porteouverte.booking.seating;

import fr.porteouverte.booking.Booking;
import fr.porteouverte.booking.BookingSettings;
import fr.porteouverte.booking.BookingView;
import fr.porteouverte.booking.BookingView.CancelledByHouse;
import fr.porteouverte.slot.FreeSlots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** What to take instead of an appointment that the house cancelled: its nearest equal slots. */
@ApplicationScoped
public class Proposals {
  @Inject FreeSlots free;
  @Inject BookingSettings settings;

  /**
   * As it is, with proposals when the house cancelled it. Read now: another may take one of them
   * meanwhile.
   */
  public BookingView on(BookingView view, Booking booking) {
    String reason = booking.cancellationReason();
    if (reason == null) {
      return view;
    }
    Instant around = booking.start();
    return view.with(
        new CancelledByHouse(
            booking.cancellationCause(),
            reason.isEmpty() ? null : reason,
            free.nearestForAll(
                booking.site(), booking.procedure(), around, settings.alternatives())));
  }
}
