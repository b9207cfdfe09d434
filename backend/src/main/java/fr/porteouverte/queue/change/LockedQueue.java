package fr.porteouverte.queue.change;

import fr.porteouverte.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The right to change one house's queue until the transaction ends: its row is locked.
 *
 * @param date the house's local day
 */
public record LockedQueue(QueueSite row, Site site, Instant now, LocalDate date, Actor actor) {

  public long siteId() {
    return site.id();
  }

  /** How long "next" passes over who was absent when called. */
  public Duration backOff() {
    return Duration.ofMinutes(row.backOffMinutes());
  }

  /** Absent after so many calls, somebody is a no-show. */
  public int callsAtMost() {
    return row.callsAtMost();
  }
}
