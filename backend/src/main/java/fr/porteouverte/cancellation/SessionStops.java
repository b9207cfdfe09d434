package fr.porteouverte.cancellation;

import fr.porteouverte.access.Access;
import fr.porteouverte.booking.Bookings;
import fr.porteouverte.booking.CancellationImpact;
import fr.porteouverte.booking.Change;
import fr.porteouverte.booking.HouseCancellations;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.problem.InvalidRequest;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.queue.QueueNews;
import fr.porteouverte.session.CancellationCause;
import fr.porteouverte.session.Session;
import fr.porteouverte.session.SessionLocks;
import fr.porteouverte.session.SessionService;
import fr.porteouverte.session.SessionState.Action;
import fr.porteouverte.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A partner who is there has to leave: what comes after falls, with all that hangs on it and in one
 * transaction, and what was stays held. Who has an appointment that begins before keeps it.
 */
@ApplicationScoped
class SessionStops {
  @Inject Sessions sessions;
  @Inject SessionLocks locks;
  @Inject SessionService service;
  @Inject Bookings bookings;
  @Inject HouseCancellations impact;
  @Inject Cancellations cancellations;
  @Inject QueueNews queue;
  @Inject Access access;
  @Inject Transactions transactions;
  @Inject Clock clock;

  /**
   * Whom it would concern.
   *
   * @param at null: now
   */
  CancellationImpact preview(long sessionId, @Nullable OffsetDateTime at) {
    return transactions.call(
        () -> {
          requireOwn(sessionId);
          Session session = sessions.findById(sessionId);
          Instant now = clock.instant();
          session.require(Action.stop, now);
          return impact.preview(bookings.standingFrom(sessionId, within(session, at, now)));
        });
  }

  /**
   * Again: the same answer, and the time and the reason of the first stay.
   *
   * @param at null: now
   * @param reason as people read it; null: none is said
   */
  CancellationImpact stop(long sessionId, @Nullable OffsetDateTime at, @Nullable String reason) {
    return transactions.call(
        () -> {
          requireOwn(sessionId);
          Session session = locks.lock(sessionId);
          Instant now = clock.instant();
          if (isSaid(session, at)) {
            return impact.preview(bookings.cancelledWith(sessionId));
          }
          session.require(Action.stop, now);
          Instant leaves = within(session, at, now);
          String agent = access.caller().username();
          return cancellations.cancel(
              new Cancellations.Cause(
                  CancellationCause.leaving, reason, sessionId, Change.atCounter(agent, false)),
              () -> service.stop(sessionId, leaves, reason, agent, now),
              () -> queue.sessionChanges(sessionId),
              () -> bookings.standingFrom(sessionId, leaves));
        });
  }

  /** It was stopped by the same act: now, which was a moment ago, or at this very time. */
  private static boolean isSaid(Session session, @Nullable OffsetDateTime at) {
    Instant stopped = session.stoppedAt();
    return stopped != null
        && (at == null || at.toInstant().truncatedTo(ChronoUnit.MINUTES).equals(stopped));
  }

  /** Whole minutes, as people say it, unless it began in this very one. */
  private static Instant within(Session session, @Nullable OffsetDateTime at, Instant now) {
    Instant said = at == null ? now : at.toInstant();
    Instant minute = said.truncatedTo(ChronoUnit.MINUTES);
    Instant leaves = minute.isAfter(session.start()) ? minute : said;
    if (!leaves.isAfter(session.start()) || !leaves.isBefore(session.end())) {
      throw InvalidRequest.of(
          "at",
          "Donnez une heure après le début de la permanence et avant sa fin.",
          "Give a time after the session's start and before its end.");
    }
    return leaves;
  }

  private void requireOwn(long sessionId) {
    Sessions.Ref ref = sessions.ref(sessionId).orElseThrow(NotFound::new);
    access.requireOwn(ref.siteId(), ref.partnerId());
  }
}
