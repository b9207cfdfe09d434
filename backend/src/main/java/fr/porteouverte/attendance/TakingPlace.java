package fr.porteouverte.attendance;

import fr.porteouverte.booking.SessionVisitors;
import fr.porteouverte.queue.SeenTickets;
import fr.porteouverte.queue.SeenTickets.Seen;
import fr.porteouverte.session.Session;
import fr.porteouverte.session.SessionLocks;
import fr.porteouverte.session.SessionService;
import fr.porteouverte.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A session in which somebody was received takes place, even if nobody had said so: whoever notes
 * the first one notes that, too, and whoever takes the last one back takes that back. Joins the
 * caller's transaction.
 */
@ApplicationScoped
class TakingPlace {
  @Inject Sessions sessions;
  @Inject SessionLocks locks;
  @Inject SessionService service;
  @Inject AttendanceAccess door;
  @Inject Attendances attendances;
  @Inject SessionVisitors visitors;
  @Inject SeenTickets tickets;
  @Inject Clock clock;

  /**
   * Before the queue's lock, and only when there is something to note.
   *
   * @param sessionId null: none is known
   * @return to be noted, with {@link #note}, once the visit is
   */
  Optional<Session> lock(@Nullable Long sessionId, Outcome outcome) {
    if (sessionId == null || outcome != Outcome.attended) {
      return Optional.empty();
    }
    return Optional.ofNullable(sessions.findById(sessionId))
        .filter(session -> session.awaited(clock.instant()))
        .map(session -> locks.lock(session.id()));
  }

  /**
   * Likewise before marks are taken back: of a session of which nothing but marks said that it took
   * place.
   *
   * @param sessionId null: none is known
   * @return to be asked again, with {@link #unsay}, once they are
   */
  Optional<Session> lockNoted(@Nullable Long sessionId) {
    return sessionId == null || !service.takesPlaceByMarks(sessionId)
        ? Optional.empty()
        : Optional.of(locks.lock(sessionId));
  }

  /** Nobody is noted any more who was received in it: then it is as before the first mark. */
  void unsay(Session locked) {
    if (service.takesPlaceByMarks(locked.id()) && !anybodyCame(locked)) {
      service.takesNoPlace(locked, door.actor(), clock.instant());
    }
  }

  private boolean anybodyCame(Session session) {
    List<Long> booked =
        visitors.of(session.id()).stream().map(SessionVisitors.Visitor::bookingId).toList();
    List<Long> walkIns =
        tickets.walkIns(session.siteId(), session.permanence().id(), session.date()).stream()
            .map(one -> one.seen().id())
            .toList();
    return Stream.of(attendances.currentOf(booked), attendances.currentOfTickets(walkIns))
        .flatMap(marks -> marks.values().stream())
        .anyMatch(mark -> mark.outcome() == Outcome.attended);
  }

  void note(Session locked) {
    service.takesPlace(locked, door.actor(), clock.instant());
  }

  /** The session of somebody who came without an appointment; null: none of that day has begun. */
  @Nullable Long of(Seen walkIn) {
    if (walkIn.permanenceId() == null) {
      return null;
    }
    List<Session> begun =
        sessions.of(walkIn.permanenceId(), walkIn.date()).stream()
            .filter(session -> session.begun(clock.instant()))
            .toList();
    return begun.stream()
        .filter(session -> session.end().isAfter(walkIn.arrivedAt()))
        .findFirst()
        .or(() -> begun.stream().reduce((one, later) -> later))
        .map(Session::id)
        .orElse(null);
  }
}
