package fr.porteouverte.message.settings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When a house wakes nobody up: local times, over midnight as a rule. Equal ends: never quiet.
 *
 * @param from inclusive
 * @param to exclusive: a message may go then
 */
public record QuietHours(LocalTime from, LocalTime to) {

  boolean at(LocalTime time) {
    return from.isAfter(to)
        ? !time.isBefore(from) || time.isBefore(to)
        : !time.isBefore(from) && time.isBefore(to);
  }

  /** That instant, or the end of the quiet hours around it. */
  public Instant next(Instant instant, ZoneId zone) {
    ZonedDateTime local = instant.atZone(zone);
    if (!at(local.toLocalTime())) {
      return instant;
    }
    LocalDate day = local.toLocalDate();
    boolean endsTomorrow = from.isAfter(to) && !local.toLocalTime().isBefore(from);
    Instant end = (endsTomorrow ? day.plusDays(1) : day).atTime(to).atZone(zone).toInstant();
    // On the night when clocks go back an hour comes twice: its second half is quiet, too.
    return end.isAfter(instant) ? end : end.plusSeconds(3600);
  }
}
