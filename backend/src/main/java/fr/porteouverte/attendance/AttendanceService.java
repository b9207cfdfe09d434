package fr.porteouverte.attendance;

import fr.porteouverte.attendance.AttendanceView.History;
import fr.porteouverte.booking.BookingState;
import fr.porteouverte.booking.SessionVisitors;
import fr.porteouverte.booking.SessionVisitors.Visitor;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.Etag;
import fr.porteouverte.queue.SeenTickets;
import fr.porteouverte.queue.SeenTickets.Seen;
import fr.porteouverte.session.Session;
import fr.porteouverte.session.Sessions;
import fr.porteouverte.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Notes what became of a visit, version upon version. Whoever notes the same visit waits for the
 * lock of its booking, or of its ticket, and then has to have seen what was noted before.
 */
@ApplicationScoped
class AttendanceService {
  @Inject AttendanceAccess door;
  @Inject Attendances attendances;
  @Inject SessionVisitors visitors;
  @Inject SeenTickets tickets;
  @Inject Sessions sessions;
  @Inject Sites sites;
  @Inject Transactions transactions;
  @Inject Clock clock;

  /**
   * @param ifMatch the version that was seen; {@code "0"}: nothing was noted
   */
  AttendanceView ofBooking(String reference, @Nullable String ifMatch, Mark mark) {
    mark.check();
    return transactions.call(() -> noted(door.booking(reference).bookingId(), ifMatch, mark));
  }

  /** The same for a walk-in; of somebody who had an appointment it is the booking's. */
  AttendanceView ofTicket(long id, @Nullable String ifMatch, Mark mark) {
    mark.check();
    return transactions.call(
        () -> {
          Seen ticket = door.ticket(id);
          if (ticket.bookingId() != null) {
            return noted(ticket.bookingId(), ifMatch, mark);
          }
          tickets.lock(id);
          return note(Visited.ticket(id), ifMatch, mark, zone(ticket));
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

  private @Nullable AttendanceView noted(long bookingId, @Nullable String ifMatch, Mark mark) {
    Visitor visitor = door.requireOwn(visitors.locked(bookingId));
    if (visitor.state() == BookingState.cancelled) {
      throw AttendanceRefusals.cancelled();
    }
    if (begins(visitor).isAfter(clock.instant())) {
      throw AttendanceRefusals.tooEarly();
    }
    return note(Visited.booking(bookingId), ifMatch, mark, visitor.zone());
  }

  /** People who come before their time are there when the session is. */
  private Instant begins(Visitor visitor) {
    Session session = visitor.sessionId() == null ? null : sessions.findById(visitor.sessionId());
    return session == null ? visitor.start() : session.start();
  }

  private @Nullable AttendanceView note(
      Visited visit, @Nullable String ifMatch, Mark mark, ZoneId zone) {
    Attendance before = attendances.current(visit);
    Etag.check(ifMatch, before == null ? 0 : before.version());
    Attendance row =
        new Attendance(visit, attendances.next(visit), mark, door.actor(), null, clock.instant());
    attendances.persist(row);
    return AttendanceView.of(row, zone);
  }

  private History history(Visited visit, ZoneId zone) {
    List<AttendanceView> versions =
        attendances.versions(visit).stream().map(row -> AttendanceView.of(row, zone)).toList();
    return new History(versions.isEmpty() ? null : versions.get(versions.size() - 1), versions);
  }

  private ZoneId zone(Seen ticket) {
    return sites.findById(ticket.siteId()).zone();
  }
}
