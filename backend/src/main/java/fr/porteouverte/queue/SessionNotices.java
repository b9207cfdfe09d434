package fr.porteouverte.queue;

import fr.porteouverte.partner.PartnerRef;
import fr.porteouverte.permanence.Session;
import fr.porteouverte.permanence.SessionHappened;
import fr.porteouverte.permanence.SessionState;
import fr.porteouverte.permanence.Sessions;
import fr.porteouverte.queue.BoardView.Notice;
import fr.porteouverte.site.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Says in the house which of today's sessions are not as announced. */
@ApplicationScoped
class SessionNotices {
  private static final Set<SessionHappened.Kind> SEEN =
      EnumSet.of(
          SessionHappened.Kind.cancelled,
          SessionHappened.Kind.late,
          SessionHappened.Kind.reinstated);

  private final Sessions sessions;
  private final Turns turns;
  private final QueueEvents events;
  private final Clock clock;

  SessionNotices(Sessions sessions, Turns turns, QueueEvents events, Clock clock) {
    this.sessions = sessions;
    this.turns = turns;
    this.events = events;
    this.clock = clock;
  }

  List<Notice> at(Site site, Instant now) {
    ZoneId zone = site.zone();
    LocalDate today = now.atZone(zone).toLocalDate();
    return sessions
        .at(
            site.id(),
            today.atStartOfDay(zone).toInstant(),
            today.plusDays(1).atStartOfDay(zone).toInstant())
        .stream()
        .filter(session -> session.end().isAfter(now))
        .filter(
            session -> session.state() == SessionState.cancelled || session.lateMinutes() != null)
        .map(session -> notice(session, zone))
        .toList();
  }

  private static Notice notice(Session session, ZoneId zone) {
    return new Notice(
        session.start().atZone(zone).toOffsetDateTime(),
        session.end().atZone(zone).toOffsetDateTime(),
        session.state() == SessionState.cancelled,
        PartnerRef.of(session.permanence().partner()),
        session.reason(),
        session.lateMinutes());
  }

  /** Screens learn of it like of every change. At the very end: the queue's turn comes last. */
  void happened(@Observes(during = TransactionPhase.BEFORE_COMPLETION) SessionHappened change) {
    if (SEEN.contains(change.kind()) && isToday(change)) {
      Turn turn = turns.take(change.siteId(), Actor.SYSTEM);
      events.append(new QueueEvent(turn, EventKind.sessionChanged, clock.instant()));
    }
  }

  private boolean isToday(SessionHappened change) {
    Session session = sessions.findById(change.sessionId());
    ZoneId zone = session.permanence().site().zone();
    return session.date().equals(clock.instant().atZone(zone).toLocalDate());
  }
}
