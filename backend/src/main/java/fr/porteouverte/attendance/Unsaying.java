package fr.porteouverte.attendance;

import fr.porteouverte.booking.SessionVisitors.Visitor;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.Etag;
import fr.porteouverte.queue.SeenTickets.Seen;
import fr.porteouverte.queue.VisitQueue;
import fr.porteouverte.session.Session;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes back all that was noted of a visit: pressed beside the wrong name, it is as if nothing had
 * been said. Who said it, and who took it back, stays in the visit's history.
 */
@ApplicationScoped
class Unsaying {
  @Inject AttendanceAccess door;
  @Inject Attendances attendances;
  @Inject VisitQueue queue;
  @Inject TakingPlace takingPlace;
  @Inject Transactions transactions;
  @Inject Clock clock;

  /**
   * @param ifMatch the version that was seen
   */
  void ofBooking(String reference, @Nullable String ifMatch) {
    transactions.run(() -> ofBooking(door.booking(reference), ifMatch));
  }

  /** The same for a walk-in; of somebody who had an appointment it is the booking's. */
  void ofTicket(long id, @Nullable String ifMatch) {
    transactions.run(
        () -> {
          Seen ticket = door.ticket(id);
          if (ticket.bookingId() != null) {
            ofBooking(door.ofBooking(ticket.bookingId()), ifMatch);
            return;
          }
          Optional<Session> session = takingPlace.lockNoted(takingPlace.of(ticket));
          queue.lock(ticket.siteId(), door.actor());
          takeBack(Visited.ticket(id), ifMatch);
          session.ifPresent(takingPlace::unsay);
        });
  }

  /** The session, the queue, the booking: in the order of all locks. */
  private void ofBooking(Visitor before, @Nullable String ifMatch) {
    Optional<Session> session = takingPlace.lockNoted(before.sessionId());
    queue.lock(before.siteId(), door.actor());
    takeBack(Visited.booking(door.locked(before).bookingId()), ifMatch);
    session.ifPresent(takingPlace::unsay);
  }

  /** Repeated after a lost answer it finds nothing noted, which is what was wanted. */
  private void takeBack(Visited visit, @Nullable String ifMatch) {
    String seen = Etag.needed(ifMatch);
    List<Attendance> said = attendances.versions(visit);
    if (said.isEmpty()) {
      return;
    }
    Etag.check(seen, said.get(said.size() - 1).version());
    attendances.takeBack(visit, door.actor(), clock.instant());
  }
}
