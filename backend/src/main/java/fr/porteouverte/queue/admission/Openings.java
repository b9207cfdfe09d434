package fr.porteouverte.queue.admission;

import fr.porteouverte.queue.counter.Counters;
import fr.porteouverte.session.Sessions;
import fr.porteouverte.site.OpenHours;
import fr.porteouverte.site.Opening;
import fr.porteouverte.site.OpeningTimes;
import fr.porteouverte.site.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * Whether a house is open, for everybody who says it. A counter that somebody forgot to close opens
 * nothing: it is asked only where the house publishes no hours.
 */
@ApplicationScoped
public class Openings {
  private static final Duration AHEAD = Duration.ofDays(15);

  @Inject OpenHours hours;
  @Inject Sessions sessions;
  @Inject Counters counters;

  public Opening at(Site site, Instant now) {
    ZoneId zone = site.zone();
    List<OpeningTimes.Span> own =
        sessions.ofTheHouse(site.id(), now, now.plus(AHEAD)).stream()
            .map(
                one ->
                    new OpeningTimes.Span(
                        one.start().atZone(zone).toLocalDateTime(),
                        one.end().atZone(zone).toLocalDateTime()))
            .toList();
    return hours.at(site, now, new OpenHours.Beside(own, staffed(site, now)));
  }

  private boolean staffed(Site site, Instant now) {
    LocalDate today = now.atZone(site.zone()).toLocalDate();
    return site.openingHours().isEmpty()
        && counters.at(site.id()).stream().anyMatch(counter -> counter.openOn(today, site.zone()));
  }
}
