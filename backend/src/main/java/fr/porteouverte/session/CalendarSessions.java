package fr.porteouverte.session;

import java.time.Instant;
import java.util.Collection;

/**
 * The calendar made sessions, gave others other hours, took some back, or gave them again. A
 * synchronous event inside the transaction that did it, after the rows were written. What somebody
 * had promised to hold is told by {@link SessionHappened}.
 *
 * @param planned ids of new ones
 * @param moved ids of those with other hours
 * @param reinstated ids of those that the calendar had taken back before
 * @param gone those that it no longer has; their rows may be gone, too
 */
public record CalendarSessions(
    long permanenceId,
    long siteId,
    Collection<Long> planned,
    Collection<Long> moved,
    Collection<Long> reinstated,
    Collection<Gone> gone,
    Instant at) {

  /** One that no longer takes place, and why. */
  public record Gone(long id, CancellationCause cause) {}

  public boolean isEmpty() {
    return planned.isEmpty() && moved.isEmpty() && reinstated.isEmpty() && gone.isEmpty();
  }
}
