package fr.porteouverte.message.call;

import fr.porteouverte.permanence.ClosedTime;
import fr.porteouverte.permanence.Permanences;
import fr.porteouverte.site.OpeningRange;
import fr.porteouverte.site.Site;
import fr.porteouverte.time.Holidays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** On which day a clerk reminds somebody by telephone: the last one before that the house opens. */
@ApplicationScoped
public class CallDay {
  private static final int FAR = 10;

  @Inject Permanences closures;

  /**
   * @param told when the person last heard of this time: on that day, or later, nobody calls again
   * @return the first instant of the day on which to call; empty: no call is needed
   */
  public Optional<Instant> before(Instant start, Site site, Instant told) {
    ZoneId zone = site.zone();
    LocalDate appointment = start.atZone(zone).toLocalDate();
    List<ClosedTime> closed = closures.closures(site.id(), appointment.minusDays(FAR), appointment);
    LocalDate day = lastOpenDay(appointment, site, closed);
    return day.isAfter(told.atZone(zone).toLocalDate())
        ? Optional.of(day.atStartOfDay(zone).toInstant())
        : Optional.empty();
  }

  /** A house without opening hours calls the day before. */
  private static LocalDate lastOpenDay(LocalDate appointment, Site site, List<ClosedTime> closed) {
    for (int back = 1; back <= FAR; back++) {
      LocalDate day = appointment.minusDays(back);
      boolean opens =
          site.hoursOn(day).stream()
              .anyMatch(range -> closed.stream().noneMatch(time -> covers(time, day, range)));
      if (opens && !Holidays.isHoliday(site.holidayZone(), day)) {
        return day;
      }
    }
    return appointment.minusDays(1);
  }

  private static boolean covers(ClosedTime time, LocalDate day, OpeningRange range) {
    return !time.from().isAfter(day.atTime(range.from()))
        && !time.to().isBefore(day.atTime(range.to()));
  }
}
