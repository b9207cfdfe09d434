package fr.porteouverte.attendance;

import fr.porteouverte.attendance.AllPresentView.Left;
import fr.porteouverte.booking.BookingState;
import fr.porteouverte.booking.Discretion;
import fr.porteouverte.booking.SessionVisitors;
import fr.porteouverte.booking.SessionVisitors.Visitor;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.queue.SeenTickets;
import fr.porteouverte.queue.SeenTickets.Seen;
import fr.porteouverte.queue.SeenTickets.WalkIn;
import fr.porteouverte.queue.VisitQueue;
import fr.porteouverte.session.Session;
import fr.porteouverte.session.SessionState;
import fr.porteouverte.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who comes to a session, and the one tap that notes that they all came. */
@ApplicationScoped
class SessionPeople {
  /** So long the tap can be taken back by who made it. */
  private static final Duration UNDO = Duration.ofMinutes(5);

  @Inject AttendanceAccess door;
  @Inject Sessions sessions;
  @Inject SessionVisitors visitors;
  @Inject SeenTickets tickets;
  @Inject VisitQueue queue;
  @Inject TakingPlace takingPlace;
  @Inject Attendances attendances;
  @Inject MarkReader marks;
  @Inject Transactions transactions;
  @Inject Clock clock;

  List<SessionBookingView> list(long sessionId) {
    return transactions.call(
        () -> {
          door.session(sessionId);
          return views(sessionId);
        });
  }

  /** Who came without an appointment, in the order of their coming. */
  List<SessionWalkInView> walkIns(long sessionId) {
    return transactions.call(
        () -> {
          door.session(sessionId);
          Session session = sessions.findById(sessionId);
          List<WalkIn> came = walkInsOf(session);
          Map<Long, Attendance> noted =
              attendances.currentOfTickets(came.stream().map(one -> one.seen().id()).toList());
          ZoneId zone = session.permanence().site().zone();
          return came.stream()
              .map(one -> SessionWalkInView.of(one, noted.get(one.seen().id()), zone))
              .toList();
        });
  }

  /**
   * Whose time has come and of whom nothing is noted was there, as far as the queue knows. Where
   * the house registers who comes to this session, whoever was not registered did not come; where
   * it registers nobody, who taps knows it.
   */
  AllPresentView allPresent(long sessionId) {
    return transactions.call(
        () -> {
          door.session(sessionId);
          Instant now = clock.instant();
          Session session = sessions.findById(sessionId);
          requireBegun(session, now);
          Optional<Session> silent = takingPlace.lock(sessionId, Outcome.attended);
          queue.lock(session.siteId(), door.actor());
          List<Long> ids = idsOf(sessionId);
          Map<Long, Seen> there = tickets.ofBookings(ids);
          boolean registered = !there.isEmpty() || !walkInsOf(session).isEmpty();
          List<Left> left = new ArrayList<>();
          boolean any = false;
          for (long id : ids) {
            Visitor visitor = visitors.locked(id);
            if (!isThere(visitor, sessionId, now)
                || attendances.current(Visited.booking(id)) != null) {
              continue;
            }
            Whereabouts where = Whereabouts.ofBooking(there.get(id), visitor.partnerId());
            if (where.received() || (where == Whereabouts.notArrived && !registered)) {
              note(visitor, there.get(id), sessionId, now);
              any = true;
            } else {
              left.add(new Left(visitor.reference(), where));
            }
          }
          if (any) {
            silent.ifPresent(takingPlace::note);
          }
          return new AllPresentView(views(sessionId), left);
        });
  }

  private void note(Visitor visitor, @Nullable Seen ticket, long sessionId, Instant now) {
    VisitPlace place = VisitPlace.of(visitor, ticket);
    attendances.note(
        Visited.booking(visitor.bookingId()),
        place,
        marks.read(Mark.PRESENT, place),
        door.actor(),
        sessionId,
        now);
  }

  private List<WalkIn> walkInsOf(Session session) {
    return tickets.walkIns(session.siteId(), session.permanence().id(), session.date());
  }

  /** What was corrected since stays. */
  List<SessionBookingView> undoAllPresent(long sessionId) {
    return transactions.call(
        () -> {
          door.session(sessionId);
          Instant now = clock.instant();
          Optional<Session> noted = takingPlace.lockNoted(sessionId);
          List<Attendance> tapped = attendances.byOneTap(sessionId, door.actor(), now.minus(UNDO));
          for (Attendance row : tapped) {
            long booking = Objects.requireNonNull(row.bookingId());
            visitors.locked(booking);
            Visited visit = Visited.booking(booking);
            if (attendances.current(visit) == row) {
              attendances.undo(row, visit, door.actor(), now);
            }
          }
          attendances.flush();
          noted.ifPresent(takingPlace::unsay);
          return views(sessionId);
        });
  }

  private static void requireBegun(Session session, Instant now) {
    if (session.state() == SessionState.cancelled) {
      throw AttendanceRefusals.sessionCancelled();
    }
    if (session.start().isAfter(now)) {
      throw AttendanceRefusals.tooEarly();
    }
  }

  private static boolean isThere(Visitor visitor, long sessionId, Instant now) {
    return visitor.sessionId() != null
        && visitor.sessionId() == sessionId
        && visitor.state() != BookingState.cancelled
        && !visitor.start().isAfter(now);
  }

  /** In the order of their locks. */
  private List<Long> idsOf(long sessionId) {
    return visitors.of(sessionId).stream().map(Visitor::bookingId).sorted().toList();
  }

  private List<SessionBookingView> views(long sessionId) {
    List<Visitor> people = visitors.of(sessionId);
    List<Long> ids = people.stream().map(Visitor::bookingId).toList();
    Map<Long, Seen> there = tickets.ofBookings(ids);
    Map<Long, Attendance> noted = attendances.currentOf(ids);
    Session session = sessions.findById(sessionId);
    LocalDate today = clock.instant().atZone(session.permanence().site().zone()).toLocalDate();
    Discretion discretion = Discretion.of(door.isStaff(session.siteId()), session.date(), today);
    return people.stream()
        .map(
            one ->
                SessionBookingView.of(
                    one, there.get(one.bookingId()), noted.get(one.bookingId()), discretion))
        .toList();
  }
}
