package fr.porteouverte.queue.board;

import fr.porteouverte.booking.Arrivals;
import fr.porteouverte.queue.admission.Openings;
import fr.porteouverte.queue.change.QueueSettings;
import fr.porteouverte.queue.order.Experience;
import fr.porteouverte.queue.order.Forecast;
import fr.porteouverte.queue.order.Habits;
import fr.porteouverte.queue.order.Line;
import fr.porteouverte.queue.order.PastVisit;
import fr.porteouverte.queue.ticket.Tickets;
import fr.porteouverte.session.Session;
import fr.porteouverte.session.Sessions;
import fr.porteouverte.site.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Reads what the waits of a house follow from, in the caller's transaction. */
@ApplicationScoped
class WaitReader {
  /** Who is later than that for an appointment has another reason than the bus. */
  private static final Duration STILL_EXPECTED = Duration.ofMinutes(15);

  @Inject Tickets tickets;
  @Inject Arrivals arrivals;
  @Inject Sessions sessions;
  @Inject Openings openings;
  @Inject QueueSettings settings;

  Waits waits(Site site, Line line, Instant now) {
    Forecast forecast = line.forecast(experience(site, line.day(), now), expected(site, line, now));
    return new Waits(
        forecast,
        line.knownToAll(forecast) ? List.of() : today(site, line.day()),
        openings.at(site, now),
        !site.openingHours().isEmpty(),
        site.zone(),
        now);
  }

  private Experience experience(Site site, LocalDate today, Instant now) {
    LocalDate since = today.minus(settings.measuredOver());
    List<PastVisit> past = tickets.past(site.id(), since, settings.measuredVisits());
    Arrivals.Turnout turnout =
        arrivals.turnout(
            site.id(), since.atStartOfDay(site.zone()).toInstant(), now.minus(STILL_EXPECTED));
    return Experience.of(
        past, new Habits.Turnout(turnout.appointments(), turnout.came()), today, site.zone());
  }

  private List<Line.Expected> expected(Site site, Line line, Instant now) {
    Instant midnight = line.day().plusDays(1).atStartOfDay(site.zone()).toInstant();
    return arrivals.awaited(site.id(), now.minus(STILL_EXPECTED), midnight).stream()
        .map(
            one ->
                new Line.Expected(one.bookingId(), one.start(), one.procedure(), one.permanence()))
        .toList();
  }

  private List<Session> today(Site site, LocalDate day) {
    ZoneId zone = site.zone();
    return sessions.at(
        site.id(),
        day.atStartOfDay(zone).toInstant(),
        day.plusDays(1).atStartOfDay(zone).toInstant());
  }
}
