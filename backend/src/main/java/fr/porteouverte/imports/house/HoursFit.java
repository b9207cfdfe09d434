package fr.porteouverte.imports.house;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

/** Whether something happens while a house is open. Pure. */
final class HoursFit {
  private HoursFit() {}

  /**
   * @param week of a house; ranges that touch are one
   * @param from by the clock of the house
   */
  static boolean holds(List<ImportedHours> week, LocalDateTime from, LocalDateTime to) {
    if (!from.toLocalDate().equals(to.toLocalDate())) {
      return false;
    }
    LocalTime reached = from.toLocalTime();
    LocalTime end = to.toLocalTime();
    while (reached.isBefore(end)) {
      LocalTime now = reached;
      LocalTime next =
          week.stream()
              .filter(range -> range.day() == from.getDayOfWeek())
              .filter(range -> !range.from().isAfter(now) && range.to().isAfter(now))
              .map(ImportedHours::to)
              .max(LocalTime::compareTo)
              .orElse(now);
      if (!next.isAfter(reached)) {
        return false;
      }
      reached = next;
    }
    return true;
  }
}
