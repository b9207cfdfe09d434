package fr.porteouverte.queue;

import fr.porteouverte.booking.Arrivals;
import fr.porteouverte.http.Ids;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads a house's queue: inside a turn for the answer to a command, or without one. */
@ApplicationScoped
class QueueReader {
  @Inject Sites sites;
  @Inject Counters counters;
  @Inject Tickets tickets;
  @Inject QueueEvents events;
  @Inject Overtakings overtakings;
  @Inject Arrivals arrivals;
  @Inject OpenHours hours;
  @Inject QueueSettings settings;
  @Inject Clock clock;

  /** Who may see it is the caller's to check. */
  @Transactional
  QueueView queue(long siteId) {
    Site site = sites.findByIdOptional(siteId).orElseThrow(NotFound::new);
    // First: what is read after it may be newer, and then comes again as a change; nothing is lost.
    long seq = events.lastSeq(siteId);
    Instant now = clock.instant();
    LocalDate today = now.atZone(site.zone()).toLocalDate();
    List<Ticket> finished = tickets.finished(siteId, today, settings.finishedShown());
    List<Ticket> present = tickets.present(siteId, today);
    List<Ticket> shown = new ArrayList<>(present);
    shown.addAll(finished);
    Picture picture = picture(site, now, present, shown);
    List<Counter> desks = counters.at(siteId);
    return new QueueView(
        seq,
        Ids.of(siteId),
        today,
        now.atZone(site.zone()).toOffsetDateTime(),
        hours.openAt(site, now),
        desks.stream().map(picture::view).toList(),
        picture.line().waiting().stream().map(picture::view).toList(),
        present.stream()
            .filter(ticket -> ticket.state() != TicketState.waiting)
            .map(picture::view)
            .toList(),
        finished.stream().map(picture::view).toList(),
        nextByCounter(picture.line(), desks));
  }

  private static Map<String, String> nextByCounter(Line line, List<Counter> desks) {
    Map<String, String> next = new LinkedHashMap<>();
    desks.stream()
        .filter(line::isOpen)
        .forEach(
            desk ->
                line.next(desk)
                    .ifPresent(ticket -> next.put(Ids.of(desk.id()), Ids.of(ticket.id()))));
    return next;
  }

  /** The line as it is in this turn, with what was changed in it. */
  Line line(Turn turn) {
    return line(turn.site(), turn.now(), tickets.present(turn.siteId(), turn.date()));
  }

  /**
   * The queue as it is in this turn.
   *
   * @param shown the tickets that the answer will show
   */
  Picture picture(Turn turn, Ticket... shown) {
    return picture(
        turn.site(), turn.now(), tickets.present(turn.siteId(), turn.date()), List.of(shown));
  }

  /**
   * A counter with who is there.
   *
   * @param line as it is by now in this turn
   */
  CounterView counter(Turn turn, Line line, Counter counter) {
    return picture(turn.site(), turn.now(), line, line.at(counter).stream().toList()).view(counter);
  }

  private Picture picture(Site site, Instant now, List<Ticket> present, List<Ticket> shown) {
    return picture(site, now, line(site, now, present), shown);
  }

  private Picture picture(Site site, Instant now, Line line, List<Ticket> shown) {
    boolean waits = shown.stream().anyMatch(ticket -> ticket.state() == TicketState.waiting);
    List<Long> bookings = shown.stream().map(Ticket::bookingId).filter(Objects::nonNull).toList();
    return new Picture(
        line,
        site.zone(),
        events.undoable(site.id(), shown.stream().map(Ticket::id).toList()),
        arrivals.people(bookings),
        waits ? forecast(site, line, now) : null);
  }

  /** The line as it is now. */
  Line line(Site site, Instant now) {
    return line(site, now, tickets.present(site.id(), now.atZone(site.zone()).toLocalDate()));
  }

  Forecast forecast(Site site, Line line, Instant now) {
    LocalDate since = now.atZone(site.zone()).toLocalDate().minus(settings.measuredOver());
    return line.forecast(
        new ServiceTimes(tickets.served(site.id(), since, settings.measuredVisits())));
  }

  private Line line(Site site, Instant now, List<Ticket> present) {
    LocalDate today = now.atZone(site.zone()).toLocalDate();
    return new Line(
        new CallOrder(settings.overtakenAtMost(), settings.grace()),
        now,
        today,
        site.zone(),
        counters.at(site.id()),
        present,
        overtakings.counts(site.id(), today));
  }
}
