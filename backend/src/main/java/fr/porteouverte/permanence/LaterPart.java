package fr.porteouverte.permanence;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A series from a day on: the same days as the whole has from then on, counted from the first of
 * them. A rule whose days only its first day tells (some with BYSETPOS) keeps that day, and skips
 * what came before.
 *
 * @param skipped days between today and the cut, of a rule that keeps its first day
 */
public record LaterPart(Schedule schedule, List<CalendarException> skipped) {
  /** So far both rules are compared; slots exist for a quarter of a year. */
  private static final int YEARS = 4;

  /**
   * @param day the first one of the later part
   * @param today nothing is made of the days before
   */
  public static LaterPart of(Schedule whole, LocalDate day, LocalDate today, ZoneId zone) {
    if (!day.isAfter(whole.first())) {
      return new LaterPart(whole, List.of());
    }
    LocalDate end = day.plusYears(YEARS);
    List<LocalDate> days = whole.rule().dates(whole.first(), day, end, zone);
    if (!days.isEmpty() && !isAfter(days.get(0), whole.until())) {
      LocalDate first = days.get(0);
      RecurrenceRule rule = remaining(whole, day, zone);
      if (rule.dates(first, first, end, zone).equals(days)) {
        return new LaterPart(from(whole, rule, first), List.of());
      }
    }
    return new LaterPart(
        whole,
        whole.rule().dates(whole.first(), today, day, zone).stream()
            .map(CalendarException::skipped)
            .toList());
  }

  private static RecurrenceRule remaining(Schedule whole, LocalDate day, ZoneId zone) {
    if (whole.rule().times().isEmpty()) {
      return whole.rule();
    }
    int before = whole.rule().dates(whole.first(), whole.first(), day, zone).size();
    return whole.rule().times(whole.rule().times().getAsInt() - before);
  }

  private static Schedule from(Schedule whole, RecurrenceRule rule, LocalDate first) {
    return new Schedule(
        rule, first, whole.until(), whole.from(), whole.to(), whole.openOnHolidays());
  }

  private static boolean isAfter(LocalDate day, @Nullable LocalDate last) {
    return last != null && day.isAfter(last);
  }
}
