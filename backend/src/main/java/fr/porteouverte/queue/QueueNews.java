package fr.porteouverte.queue;

import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.queue.change.Actor;
import fr.porteouverte.queue.change.LockedQueue;
import fr.porteouverte.queue.change.QueueEvent;
import fr.porteouverte.queue.change.QueueEvents;
import fr.porteouverte.queue.change.QueueLocks;
import fr.porteouverte.session.SessionHappened;
import fr.porteouverte.session.Sessions;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * Screens learn like of every change that today is not as announced, in the transaction that
 * decided it. The lock of the house's queue has its place in the order of locks (decision 008):
 * after the slots, before bookings. So it is taken at once, never at the transaction's end.
 */
@ApplicationScoped
public class QueueNews {
  /** What is said of a session, and closes none: the rest is told by who cancels. */
  private static final Set<SessionHappened.Kind> SEEN =
      EnumSet.of(SessionHappened.Kind.late, SessionHappened.Kind.held, SessionHappened.Kind.absent);

  @Inject Sessions sessions;
  @Inject Sites sites;
  @Inject QueueLocks locks;
  @Inject QueueEvents events;
  @Inject Clock clock;

  void happened(@Observes SessionHappened change) {
    if (SEEN.contains(change.kind())) {
      sessionChanges(change.sessionId());
    }
  }

  /** Under the lock of its slots, before any booking's. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void sessionChanges(long sessionId) {
    Sessions.Ref session = sessions.ref(sessionId).orElseThrow();
    if (session.date().equals(today(session.siteId()))) {
      tell(session.siteId());
    }
  }

  /**
   * Likewise, of the house's closures.
   *
   * @param to the day after the last one that changes
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void closuresChange(long siteId, LocalDate from, LocalDate to) {
    LocalDate today = today(siteId);
    if (!from.isAfter(today) && to.isAfter(today)) {
      tell(siteId);
    }
  }

  /** Likewise, of what a permanence still has today. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void seriesChanges(Permanence permanence) {
    Site site = permanence.site();
    if (sessions.hasOn(permanence.id(), today(site.id()), clock.instant())) {
      tell(site.id());
    }
  }

  private void tell(long siteId) {
    LockedQueue queue = locks.lock(siteId, Actor.SYSTEM);
    events.append(new QueueEvent(queue, EventKind.sessionChanged, queue.now()));
  }

  private LocalDate today(long siteId) {
    Instant now = clock.instant();
    return now.atZone(sites.findById(siteId).zone()).toLocalDate();
  }
}
