package fr.porteouverte.planning;

import fr.porteouverte.permanence.CalendarException;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.permanence.RecurrenceRule;
import fr.porteouverte.permanence.Schedule;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** One occurrence of a series that is not as the others are. */
final class OneDay {
  private OneDay() {}

  /** The exceptions with which the series is not there on that day. */
  static List<CalendarException> without(Permanence series, LocalDate day) {
    List<CalendarException> days =
        new ArrayList<>(series.exceptions().stream().filter(e -> !e.date().equals(day)).toList());
    if (regular(series, day)) {
      days.add(CalendarException.skipped(day));
    }
    return days;
  }

  /** The exceptions with which that occurrence is on another day, or at other times. */
  static List<CalendarException> moved(
      Permanence series, LocalDate day, LocalDate on, LocalTime from, LocalTime to) {
    boolean usual = from.equals(series.from()) && to.equals(series.to());
    if (on.equals(day) && usual && regular(series, day)) {
      return series.exceptions().stream().filter(e -> !e.date().equals(day)).toList();
    }
    List<CalendarException> days = without(series, day);
    days.removeIf(e -> e.date().equals(on) && e.kind() == CalendarException.Kind.added);
    days.add(CalendarException.added(on, from, to));
    return days;
  }

  /** Of a day that is a permanence of its own; somebody decided it, holiday or not. */
  static Schedule schedule(LocalDate on, LocalTime from, LocalTime to) {
    return new Schedule(RecurrenceRule.parse("FREQ=DAILY;COUNT=1"), on, on, from, to, true);
  }

  private static boolean regular(Permanence series, LocalDate day) {
    Schedule schedule = series.schedule();
    return !schedule
        .rule()
        .dates(schedule.first(), day, day.plusDays(1), series.site().zone())
        .isEmpty();
  }
}
