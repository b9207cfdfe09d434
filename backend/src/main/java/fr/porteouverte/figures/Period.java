package fr.porteouverte.figures;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Some days, and those before them with which they are compared: whole months with as many months,
 * anything else with as many days.
 *
 * @param to the day after the last one
 */
record Period(LocalDate from, LocalDate to) {

  boolean wholeMonths() {
    return from.getDayOfMonth() == 1 && to.getDayOfMonth() == 1;
  }

  Period before() {
    return wholeMonths()
        ? new Period(from.minusMonths(ChronoUnit.MONTHS.between(from, to)), from)
        : new Period(from.minusDays(ChronoUnit.DAYS.between(from, to)), from);
  }

  boolean has(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(to);
  }
}
