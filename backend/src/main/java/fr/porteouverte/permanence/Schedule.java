package fr.porteouverte.permanence;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

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
    @Nullable LocalDate until,
    LocalTime from,
    LocalTime to,
    boolean openOnHolidays) {

  /** The same up to a day; it is over before it begins when that is before its first one. */
  public Schedule endingBefore(LocalDate day) {
    LocalDate last = day.minusDays(1);
    LocalDate end = until == null || last.isBefore(until) ? last : until;
    return new Schedule(rule, first, end, from, to, openOnHolidays);
  }

  public Schedule {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a session ends after it begins: " + from + "-" + to);
    }
    if (until != null && until.isBefore(first)) {
      throw new IllegalArgumentException("ends before it begins: " + first + " until " + until);
    }
  }
}
