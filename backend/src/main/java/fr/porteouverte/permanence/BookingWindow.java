package fr.porteouverte.permanence;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Which starts the public may book now.
 *
 * @param earliest the first instant: now and the permanence's notice
 * @param latest the first instant that is too far: the house's midnight after the horizon's last
 *     day
 */
public record BookingWindow(Instant earliest, Instant latest) {

  public static BookingWindow of(Permanence permanence, Instant now) {
    return of(now, permanence.notice(), permanence.horizonDays(), permanence.site().zone());
  }

  /**
   * @param horizonDays local days after the house's today
   */
  public static BookingWindow of(Instant now, Duration notice, int horizonDays, ZoneId zone) {
    return new BookingWindow(
        now.plus(notice),
        now.atZone(zone).toLocalDate().plusDays(horizonDays + 1L).atStartOfDay(zone).toInstant());
  }

  /** When the house's next day begins, and with it a day more can be booked. */
  public static Instant dayAfter(Instant now, ZoneId zone) {
    return now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
  }

  public boolean contains(Instant start) {
    return !start.isBefore(earliest) && start.isBefore(latest);
  }
}
