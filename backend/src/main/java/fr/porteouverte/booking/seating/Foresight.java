package fr.porteouverte.booking.seating;

import fr.porteouverte.access.Access;
import fr.porteouverte.booking.VisitorRequest;
import fr.porteouverte.booking.visitor.Contacts;
import fr.porteouverte.database.Edition;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.http.Ids;
import fr.porteouverte.slot.Booker;
import fr.porteouverte.slot.Glances;
import fr.porteouverte.slot.Glances.Glance;
import fr.porteouverte.slot.SlotRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether there is a place before anything is written: in a rush nearly everybody hears no,
 * and that must cost next to nothing. Who is let pass is asked everything again under the locks.
 */
@ApplicationScoped
public class Foresight {
  @Inject Glances glances;
  @Inject Visits visits;
  @Inject BookableTimes window;
  @Inject Access access;
  @Inject Edition edition;

  /**
   * Who has no hold wants a place of this slot.
   *
   * @param visitor what was typed, which is refused first; null: nothing was
   * @return the slot as it was just now; empty: there is none, or the key made something before
   * @throws SlotRefused it is full
   */
  public Optional<SlotRef> place(
      String slotId,
      String procedureId,
      @Nullable VisitorRequest visitor,
      Idempotency.Token token,
      Instant now) {
    return edition.reading(
        () -> {
          Optional<Glance> seen = glances.at(Ids.parse(slotId), token, now);
          seen.filter(one -> one.open() && !one.keyed() && one.fullFor(Booker.anybody))
              .ifPresent(one -> refuse(one, procedureId, visitor, now));
          // Whose key made something goes the long way to it.
          return seen.filter(one -> !one.keyed()).map(Glance::place);
        });
  }

  /** What is refused for another reason is refused on the way that everybody goes. */
  private void refuse(
      Glance seen, String procedureId, @Nullable VisitorRequest visitor, Instant now) {
    Visit visit = visits.of(seen.place(), procedureId);
    boolean byStaff = access.actsInPlace(visit.permanence().site().id(), visit.partnerId());
    if (visitor != null) {
      Contacts.of(visitor, visit.permanence().site(), byStaff);
    }
    if (visit.slots() == 1
        && seen.fullFor(Booker.of(byStaff))
        && window.isBookable(visit, byStaff && visitor != null, now)) {
      throw SlotRefused.taken().to(visit);
    }
  }
}
