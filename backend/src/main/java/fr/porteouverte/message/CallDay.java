package fr.porteouverte.message;

import fr.porteouverte.permanence.Holidays;
import fr.porteouverte.site.Site;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** On which day a clerk reminds somebody by telephone: the last one before that the house opens. */
final class CallDay {
  private static final int FAR = 10;

  private CallDay() {}

  /**
   * @param told when the person last heard of this time: on that day, or later, nobody calls again
   * @return the first instant of the day on which to call; empty: no call is needed
   */
  static Optional<Instant> before(Instant start, Site site, Instant told) {
    ZoneId zone = site.zone();
    LocalDate day = lastOpenDay(start.atZone(zone).toLocalDate(), site);
    return day.isAfter(told.atZone(zone).toLocalDate())
        ? Optional.of(day.atStartOfDay(zone).toInstant())
        : Optional.empty();
  }

  /** A house without opening hours calls the day before. */
  private static LocalDate lastOpenDay(LocalDate appointment, Site site) {
    Set<DayOfWeek> open =
        site.openingHours().stream().map(range -> range.weekday()).collect(Collectors.toSet());
    for (int back = 1; back <= FAR; back++) {
      LocalDate day = appointment.minusDays(back);
      if (open.contains(day.getDayOfWeek()) && !Holidays.isHoliday(site.holidayZone(), day)) {
        return day;
      }
    }
    return appointment.minusDays(1);
  }
}
