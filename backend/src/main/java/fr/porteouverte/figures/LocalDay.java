package fr.porteouverte.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** A day of a house, by the house's own clocks: 23 or 25 hours long when they change. */
record LocalDay(long siteId, LocalDate date, ZoneId zone) {

  Instant from() {
    return date.atStartOfDay(zone).toInstant();
  }

  Instant before() {
    return date.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** As {@code figure_work} takes it. */
  List<Object> row() {
    LocalDate month = date.withDayOfMonth(1);
    return List.of(siteId, date, from(), before(), month, month.plusMonths(1));
  }
}
