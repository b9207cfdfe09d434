package fr.porteouverte.queue;

import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.permanence.SessionHappened;
import fr.porteouverte.permanence.Sessions;
import fr.porteouverte.site.ClosureChanged;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * Screens learn like of every change that today is not as announced, in the transaction that
 * decided it. The house's turn has its place in the order of locks (decision 008): after the slots,
 * before the bookings that fall. So it is taken at once, never at the transaction's end.
 */
@ApplicationScoped
public class WallNews {
  /** After the slots have followed the calendar, and before bookings fall with them. */
  private static final int AFTER_SLOTS = Interceptor.Priority.APPLICATION + 700;

  private static final Set<SessionHappened.Kind> SEEN =
      EnumSet.of(
          SessionHappened.Kind.cancelled,
          SessionHappened.Kind.late,
          SessionHappened.Kind.reinstated,
          SessionHappened.Kind.held,
          SessionHappened.Kind.absent);

  @Inject Sessions sessions;
  @Inject Sites sites;
  @Inject Turns turns;
  @Inject QueueEvents events;
  @Inject Clock clock;

  void happened(@Observes @Priority(AFTER_SLOTS) SessionHappened change) {
    if (SEEN.contains(change.kind())
        && sessions.findById(change.sessionId()).date().equals(today(change.siteId()))) {
      tell(change.siteId());
    }
  }

  void closed(@Observes @Priority(AFTER_SLOTS) ClosureChanged change) {
    LocalDate today = today(change.siteId());
    if (!change.from().isAfter(today) && change.to().isAfter(today)) {
      tell(change.siteId());
    }
  }

  /**
   * What a permanence still has today is about to change: to be called under the locks of its
   * slots, before any booking's.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void changing(Permanence permanence) {
    Site site = permanence.site();
    if (sessions.hasOn(permanence.id(), today(site.id()), clock.instant())) {
      tell(site.id());
    }
  }

  private void tell(long siteId) {
    Turn turn = turns.take(siteId, Actor.SYSTEM);
    events.append(new QueueEvent(turn, EventKind.sessionChanged, turn.now()));
  }

  private LocalDate today(long siteId) {
    Instant now = clock.instant();
    return now.atZone(sites.findById(siteId).zone()).toLocalDate();
  }
}
