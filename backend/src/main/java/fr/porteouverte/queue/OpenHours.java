package fr.porteouverte.queue;

import fr.porteouverte.permanence.Holidays;
import fr.porteouverte.site.Closures;
import fr.porteouverte.site.Site;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDateTime;

/** Whether a house is open, by its hours, its closures and the public holidays of its territory. */
@ApplicationScoped
class OpenHours {
  private final Closures closures;

  OpenHours(Closures closures) {
    this.closures = closures;
  }

  boolean openAt(Site site, Instant instant) {
    LocalDateTime local = instant.atZone(site.zone()).toLocalDateTime();
    return site.openingHours().stream()
            .filter(range -> range.weekday() == local.getDayOfWeek())
            .anyMatch(
                range ->
                    !local.toLocalTime().isBefore(range.from())
                        && local.toLocalTime().isBefore(range.to()))
        && !Holidays.isHoliday(site.holidayZone(), local.toLocalDate())
        && closures.notOver(site.id(), local).stream()
            .noneMatch(closure -> !closure.from().isAfter(local));
  }
}
