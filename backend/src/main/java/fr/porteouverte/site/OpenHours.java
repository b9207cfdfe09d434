package fr.porteouverte.site;

import fr.porteouverte.time.Holidays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;

/** Whether a house is open, by its hours, its closures and the public holidays of its territory. */
@ApplicationScoped
public class OpenHours {
  @Inject Closures closures;

  /** The next two weeks, by the clock on the house's wall. */
  public OpeningTimes times(Site site, Instant instant) {
    LocalDateTime local = instant.atZone(site.zone()).toLocalDateTime();
    return new OpeningTimes(
        local.toLocalDate(),
        site.openingHours(),
        day -> Holidays.isHoliday(site.holidayZone(), day),
        closures.notOver(site.id(), local).stream()
            .map(closure -> new OpeningTimes.Span(closure.from(), closure.to()))
            .toList());
  }

  public boolean openAt(Site site, Instant instant) {
    return times(site, instant).openAt(instant.atZone(site.zone()).toLocalDateTime());
  }
}
