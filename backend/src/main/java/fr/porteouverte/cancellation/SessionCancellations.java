package fr.porteouverte.cancellation;

import fr.porteouverte.access.Access;
import fr.porteouverte.booking.Bookings;
import fr.porteouverte.booking.CancellationImpact;
import fr.porteouverte.booking.Change;
import fr.porteouverte.booking.HouseCancellations;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.queue.QueueNews;
import fr.porteouverte.session.CancellationCause;
import fr.porteouverte.session.SessionLocks;
import fr.porteouverte.session.SessionService;
import fr.porteouverte.session.SessionState;
import fr.porteouverte.session.Sessions;
import fr.porteouverte.session.Sessions.Ref;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/**
 * Cancels a session with all that hangs on it, in one transaction. Whoever books meanwhile waits
 * for the slots' locks: they are refused, or lose the appointment with the others.
 */
@ApplicationScoped
class SessionCancellations {
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

  /** Whom a cancellation would concern. */
  CancellationImpact preview(long sessionId) {
    return transactions.call(
        () -> impact.preview(bookings.standingIn(own(sessionId).id(), clock.instant())));
  }

  /** Again: the same answer, and the reason of the first time stays. */
  CancellationImpact cancel(long sessionId, String reason) {
    return transactions.call(
        () -> {
          Ref own = lock(sessionId);
          if (sessions.locked(sessionId).state() == SessionState.cancelled) {
            return impact.preview(bookings.cancelledWith(sessionId));
          }
          CancellationCause who =
              access.actsAt(own.siteId()) ? CancellationCause.house : CancellationCause.partner;
          Instant now = clock.instant();
          String agent = access.caller().username();
          return cancellations.cancel(
              new Cancellations.Cause(who, reason, sessionId, Change.atCounter(agent, false)),
              () -> service.cancel(sessionId, who, reason, agent, now),
              () -> queue.sessionChanges(sessionId),
              () -> bookings.standingIn(sessionId, now));
        });
  }

  /** Its slots come back; who was told otherwise is not booked again. */
  void reinstate(long sessionId) {
    transactions.run(
        () -> {
          lock(sessionId);
          service.reinstate(sessionId, access.caller().username(), clock.instant());
          queue.sessionChanges(sessionId);
        });
  }

  private Ref lock(long sessionId) {
    Ref own = own(sessionId);
    locks.lock(sessionId);
    return own;
  }

  private Ref own(long sessionId) {
    Ref ref = sessions.ref(sessionId).orElseThrow(NotFound::new);
    access.requireOwn(ref.siteId(), ref.partnerId());
    return ref;
  }
}
