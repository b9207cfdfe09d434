package fr.porteouverte.permanence;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * When a permanence is there, in the house's wall-clock time.
 *
 * @param first the day from which the rule counts
 * @param until the last possible day; null: no end
 * @param to after {@code from}, on the same day
 */
public record Schedule(
    RecurrenceRule rule,
    LocalDate first,
    LocalDate until,
    LocalTime from,
    LocalTime to,
    boolean openOnHolidays) {

  public Schedule {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a session ends after it begins: " + from + "-" + to);
    }
    if (until != null && until.isBefore(first)) {
      throw new IllegalArgumentException("ends before it begins: " + first + " until " + until);
    }
  }
}
