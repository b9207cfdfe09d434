package fr.porteouverte.booking.release;

import fr.porteouverte.booking.Booking;
import fr.porteouverte.booking.Bookings;
import fr.porteouverte.booking.Change;
import fr.porteouverte.booking.change.BookingChanges;
import fr.porteouverte.booking.change.RescheduleRequest;
import fr.porteouverte.booking.proof.ProofSettings;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.Ids;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * It was no robot: everybody is booked again whose place is still free. Each is a transaction of
 * its own, so that one place that somebody took keeps nobody else from theirs.
 */
@ApplicationScoped
class ReleaseUndo {
  @Inject Transactions transactions;
  @Inject ReleaseActs acts;
  @Inject BookingChanges changes;
  @Inject Bookings bookings;
  @Inject ProofSettings settings;
  @Inject Clock clock;

  /** Who is booked again. */
  @Schema(name = "ReleaseUndone")
  record Undone(
      @Schema(required = true, description = "Booked again") int back,
      @Schema(required = true, description = "Their place is gone, or they took another")
          int gone) {}

  Undone undo(long siteId, long act, String agent) {
    List<ReleaseActs.Freed> all = transactions.call(() -> taken(siteId, act));
    int back = 0;
    for (ReleaseActs.Freed one : all) {
      back += back(one.bookingId(), agent) ? 1 : 0;
    }
    return new Undone(back, all.size() - back);
  }

  private List<ReleaseActs.Freed> taken(long siteId, long id) {
    Instant now = clock.instant();
    ReleaseActs.Act act = acts.locked(id, siteId).orElseThrow(NotFound::new);
    if (act.undoneAt() != null || act.at().plus(settings.undoWithin()).isBefore(now)) {
      throw new ProblemException(
          ProblemType.CONFLICT,
          "Cela ne peut plus être repris : c’est déjà fait, ou trop ancien.",
          "This can no longer be taken back: it was already, or is too old.");
    }
    acts.undone(id, now);
    return acts.bookings(id);
  }

  private boolean back(long id, String agent) {
    try {
      return transactions.call(
          () -> {
            Booking before = bookings.findById(id);
            if (!before.cancelledByHouse()) {
              return false;
            }
            String slot = Ids.of(before.slotId());
            boolean unreachable = before.visitor().addresses().isEmpty();
            bookings.getEntityManager().detach(before); // read again under its lock
            Change by = Change.atCounter(agent, unreachable);
            changes.move(
                id, null, new RescheduleRequest(slot, null, unreachable), by, clock.instant());
            return true;
          });
    } catch (ProblemException taken) {
      return false;
    }
  }
}
