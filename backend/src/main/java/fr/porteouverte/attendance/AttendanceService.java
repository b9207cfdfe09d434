package fr.porteouverte.attendance;

import fr.porteouverte.attendance.AttendanceView.History;
import fr.porteouverte.booking.BookingState;
import fr.porteouverte.booking.SessionVisitors.Visitor;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.Etag;
import fr.porteouverte.queue.SeenTickets;
import fr.porteouverte.queue.SeenTickets.Seen;
import fr.porteouverte.queue.VisitQueue;
import fr.porteouverte.session.Session;
import fr.porteouverte.session.Sessions;
import fr.porteouverte.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Notes what became of a visit, version upon version. Whoever notes the same visit waits for the
 * lock of its booking, or of its ticket, and then has to have seen what was noted before.
 */
@ApplicationScoped
class AttendanceService {
  @Inject AttendanceAccess door;
  @Inject Attendances attendances;
  @Inject MarkReader marks;
  @Inject SeenTickets tickets;
  @Inject VisitQueue queue;
  @Inject TakingPlace takingPlace;
  @Inject Sessions sessions;
  @Inject Sites sites;
  @Inject Transactions transactions;
  @Inject Clock clock;

  /**
   * @param ifMatch the version that was seen; {@code "0"}: nothing was noted
   */
  AttendanceView ofBooking(String reference, @Nullable String ifMatch, Mark mark) {
    return transactions.call(
        () -> {
          Visitor visitor = door.booking(reference);
          marks.check(mark, visitor.siteId(), visitor.bookingId());
          return noted(visitor, ifMatch, mark);
        });
  }

  /** The same for a walk-in; of somebody who had an appointment it is the booking's. */
  AttendanceView ofTicket(long id, @Nullable String ifMatch, Mark mark) {
    return transactions.call(
        () -> {
          Seen ticket = door.ticket(id);
          marks.check(mark, ticket.siteId(), ticket.bookingId());
          if (ticket.bookingId() != null) {
            return noted(door.ofBooking(ticket.bookingId()), ifMatch, mark);
          }
          Optional<Session> session = takingPlace.lock(takingPlace.of(ticket), mark.outcome());
          queue.lock(ticket.siteId(), door.actor());
          Seen seen = tickets.fresh(id);
          Whereabouts where = Whereabouts.ofWalkIn(seen, tickets.takenBack(id));
          requireAllowed(where, seen, mark);
          session.ifPresent(takingPlace::note);
          return note(Visited.ticket(id), VisitPlace.of(seen), ifMatch, mark, zone(ticket));
        });
  }

  History historyOfBooking(String reference) {
    return transactions.call(
        () -> {
          Visitor visitor = door.booking(reference);
          return history(Visited.booking(visitor.bookingId()), visitor.zone());
        });
  }

  History historyOfTicket(long id) {
    return transactions.call(
        () -> {
          Seen ticket = door.ticket(id);
          Visited visit =
              ticket.bookingId() == null ? Visited.ticket(id) : Visited.booking(ticket.bookingId());
          return history(visit, zone(ticket));
        });
  }

  /** The session, the queue, the booking: in the order of all locks. */
  private @Nullable AttendanceView noted(Visitor before, @Nullable String ifMatch, Mark mark) {
    Optional<Session> session = takingPlace.lock(before.sessionId(), mark.outcome());
    queue.lock(before.siteId(), door.actor());
    long bookingId = before.bookingId();
    Visitor visitor = door.locked(before);
    if (visitor.state() == BookingState.cancelled) {
      throw AttendanceRefusals.cancelled();
    }
    if (begins(visitor).isAfter(clock.instant())) {
      throw AttendanceRefusals.tooEarly();
    }
    Seen ticket = tickets.freshOf(bookingId).orElse(null);
    requireAllowed(Whereabouts.ofBooking(ticket, visitor.partnerId()), ticket, mark);
    session.ifPresent(takingPlace::note);
    VisitPlace place = VisitPlace.of(visitor, ticket);
    return note(Visited.booking(bookingId), place, ifMatch, mark, visitor.zone());
  }

  /** Nothing is noted that the queue contradicts, unless who saw the person ends their wait. */
  private void requireAllowed(Whereabouts where, @Nullable Seen ticket, Mark mark) {
    if (where.allows(mark.outcome())) {
      return;
    }
    if (ticket == null || !mark.wasReceived() || !where.mayHaveBeenReceived()) {
      throw AttendanceRefusals.notAllowed(where);
    }
    queue.received(ticket.id(), door.actor());
  }

  /** People who come before their time are there when the session is. */
  private Instant begins(Visitor visitor) {
    Session session = visitor.sessionId() == null ? null : sessions.findById(visitor.sessionId());
    return session == null ? visitor.start() : session.start();
  }

  private @Nullable AttendanceView note(
      Visited visit, VisitPlace place, @Nullable String ifMatch, Mark mark, ZoneId zone) {
    Attendance before = attendances.current(visit);
    Etag.check(ifMatch, before == null ? 0 : before.version());
    SaidOfVisit said = marks.read(mark, place);
    return AttendanceView.of(
        attendances.note(visit, place, said, door.actor(), null, clock.instant()), zone);
  }

  private History history(Visited visit, ZoneId zone) {
    List<AttendanceView> versions =
        attendances.everything(visit).stream().map(row -> AttendanceView.of(row, zone)).toList();
    return new History(AttendanceView.of(attendances.current(visit), zone), versions);
  }

  private ZoneId zone(Seen ticket) {
    return sites.findById(ticket.siteId()).zone();
  }
}
