package fr.porteouverte.session;

import fr.porteouverte.session.SessionEvents.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What people decide about a session. Joins the caller's transaction, who has checked who asks and
 * has locked the series where slots follow.
 */
@ApplicationScoped
public class SessionService {
  private static final String SYSTEM = "system";

  @Inject Sessions sessions;
  @Inject SessionEvents events;
  @Inject SessionCauses causes;

  /**
   * It will not take place, and nobody can book in it any more. Its bookings are the caller's to
   * follow up, under the locks of its slots.
   *
   * @param reason as people read it, at most 200 characters
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void cancel(long id, CancellationCause who, String reason, String actor, Instant now) {
    Session session = sessions.locked(id);
    session.cancel(reason, now);
    events.bookable(session, false, now);
    events.append(session, SessionHappened.Kind.cancelled, actor, Origin.login, null, who, now);
  }

  /**
   * Its partner leaves before the end, and nobody can book in what would have followed. Who is
   * booked there is the caller's to follow up, under the locks of its slots.
   *
   * @param at when the partner leaves, within its hours
   * @param reason as people read it, at most 200 characters; null: none is said
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void stop(long id, Instant at, @Nullable String reason, String actor, Instant now) {
    Session session = sessions.locked(id);
    session.stop(at, reason, now);
    events.bookable(session, false, at, now);
    events.append(
        session,
        SessionHappened.Kind.stopped,
        actor,
        Origin.login,
        at.toString(),
        CancellationCause.leaving,
        now);
  }

  /**
   * Somebody was received in it: it takes place, though nobody said so. Nothing else changes; what
   * was said of it stays.
   *
   * @param session under its lock
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void takesPlace(Session session, String actor, Instant now) {
    if (session.awaited(now)) {
      session.markHeld(PartnerAttendance.present, now);
      events.append(session, SessionHappened.Kind.held, actor, Origin.system, null, now);
    }
  }

  /** Whether marks of visits, and nobody else, said that it takes place. */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean takesPlaceByMarks(long id) {
    return events.heldBySystem(id);
  }

  /**
   * No mark says any more that it took place, and nobody else did: it is as it was before.
   *
   * @param session under its lock
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void takesNoPlace(Session session, String actor, Instant now) {
    session.unhold();
    events.append(session, SessionHappened.Kind.unheld, actor, Origin.system, null, now);
  }

  /** It takes place, or goes on, after all; its slots come back. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void reinstate(long id, String actor, Instant now) {
    Session session = sessions.locked(id);
    session.reinstate(now);
    events.bookable(session, true, now);
    events.append(session, SessionHappened.Kind.reinstated, actor, Origin.login, null, now);
  }

  /** The calendar gave it other hours, which its row has already. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void moved(long id, Instant now) {
    events.append(
        sessions.locked(id), SessionHappened.Kind.moved, SYSTEM, Origin.system, null, now);
  }

  /** The calendar no longer has it, as its row says already: a closed day, or another series. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void withdrawn(long id, Instant now) {
    Session session = sessions.locked(id);
    events.append(
        session,
        SessionHappened.Kind.withdrawn,
        SYSTEM,
        Origin.system,
        null,
        causes.of(session).orElse(CancellationCause.planning),
        now);
  }

  /**
   * The partner comes: as data that comes in, not by somebody at a counter.
   *
   * @param agent a username
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void confirm(long id, String agent, Instant now) {
    Session session = sessions.locked(id);
    session.confirm(now);
    session.takenBy(agent);
    events.append(session, SessionHappened.Kind.confirmed, agent, Origin.system, null, now);
  }
}
