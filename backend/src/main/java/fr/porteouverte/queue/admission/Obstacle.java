package fr.porteouverte.queue.admission;

import fr.porteouverte.session.Session;
import fr.porteouverte.session.SessionState;
import fr.porteouverte.site.Opening;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands against a number for somebody who walks in. */
public enum Obstacle {
  /** The house is closed. */
  notOpen,
  /** By appointment only: the house's clerks at this time, or the permanence. */
  byAppointment,
  /** The permanence is over for today, was called off, or its partner did not come. */
  sessionOver,
  /** As many as may be given today are. */
  noMoreNumbers;

  /**
   * Numbers are given from the house's opening on, also for a permanence that begins later; and
   * while a permanence runs, whatever the house's hours.
   *
   * @param session today's, of who is wanted; null: the house's own clerks
   * @param full as many numbers as may be given today are
   */
  static Optional<Obstacle> of(
      Opening opening, @Nullable Session session, Instant now, boolean full) {
    boolean over = session != null && isOver(session, now);
    boolean runs = session != null && !over && !session.start().isAfter(now);
    if (opening.closure() || (!opening.open() && !runs)) {
      return Optional.of(notOpen);
    }
    if (session == null && !opening.walkIns()) {
      return Optional.of(byAppointment);
    }
    if (over) {
      return Optional.of(sessionOver);
    }
    return full ? Optional.of(noMoreNumbers) : Optional.empty();
  }

  static boolean isOver(Session session, Instant now) {
    return session.shown() == SessionState.cancelled || session.over(now);
  }
}
