package fr.porteouverte.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When people may be offered a place: not in their night.
 *
 * @param from local time of the house, before {@code until}
 */
record OfferHours(ZoneId zone, LocalTime from, LocalTime until) {

  boolean contains(Instant now) {
    LocalTime local = now.atZone(zone).toLocalTime();
    return !local.isBefore(from) && local.isBefore(until);
  }

  /** The first instant after this one at which a morning begins. */
  Instant nextMorning(Instant now) {
    ZonedDateTime local = now.atZone(zone);
    LocalDate day = local.toLocalDate();
    if (!local.toLocalTime().isBefore(from)) {
      day = day.plusDays(1);
    }
    return day.atTime(from).atZone(zone).toInstant();
  }
}
