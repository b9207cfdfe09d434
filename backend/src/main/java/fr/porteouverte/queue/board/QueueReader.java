package fr.porteouverte.queue.board;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import fr.porteouverte.access.Colleagues;
import fr.porteouverte.booking.Arrivals;
import fr.porteouverte.http.Ids;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.queue.QueueView;
import fr.porteouverte.queue.TicketState;
import fr.porteouverte.queue.change.LockedQueue;
import fr.porteouverte.queue.change.QueueEvents;
import fr.porteouverte.queue.change.QueueSettings;
import fr.porteouverte.queue.counter.Counter;
import fr.porteouverte.queue.counter.CounterView;
import fr.porteouverte.queue.counter.Counters;
import fr.porteouverte.queue.order.CallOrder;
import fr.porteouverte.queue.order.Line;
import fr.porteouverte.queue.order.Overtakings;
import fr.porteouverte.queue.ticket.Ticket;
import fr.porteouverte.queue.ticket.Tickets;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a house's queue: under its lock for the answer to a command, or without one. */
@ApplicationScoped
public class QueueReader {
  @Inject Sites sites;
  @Inject Counters counters;
  @Inject Tickets tickets;
  @Inject QueueEvents events;
  @Inject Overtakings overtakings;
  @Inject Arrivals arrivals;
  @Inject Colleagues colleagues;
  @Inject WaitReader waitReader;
  @Inject HouseNow house;
  @Inject QueueSettings settings;
  @Inject Strandings strandings;
  @Inject Clock clock;

  /** Who may see it is the caller's to check. */
  @Transactional
  public QueueView queue(long siteId) {
    Site site = sites.findByIdOptional(siteId).orElseThrow(NotFound::new);
    // First: what is read after it may be newer, and then comes again as a change; nothing is lost.
    long seq = events.lastSeq(siteId);
    Instant now = clock.instant();
    LocalDate today = now.atZone(site.zone()).toLocalDate();
    List<Ticket> finished = tickets.finished(siteId, today, settings.finishedShown());
    List<Ticket> present = tickets.present(siteId, today);
    List<Ticket> shown = new ArrayList<>(present);
    shown.addAll(finished);
    HouseNow.Said says = house.said(site, now);
    List<Counter> all = counters.at(siteId);
    Picture picture = picture(site, now, line(site, now, present), shown, all);
    return new QueueView(
        seq,
        Ids.of(siteId),
        today,
        now.atZone(site.zone()).toOffsetDateTime(),
        says.open(),
        says.closesAt(),
        says.opensAt(),
        says.validUntil(),
        says.numbers(),
        all.stream().map(picture::view).toList(),
        picture.line().waiting().stream().map(picture::view).toList(),
        present.stream()
            .filter(ticket -> ticket.state() != TicketState.waiting)
            .map(picture::view)
            .toList(),
        finished.stream().map(picture::view).toList(),
        nextByCounter(picture.line(), all));
  }

  private static Map<String, String> nextByCounter(Line line, List<Counter> counters) {
    Map<String, String> next = new LinkedHashMap<>();
    counters.stream()
        .filter(line::isOpen)
        .forEach(
            counter ->
                line.next(counter)
                    .ifPresent(ticket -> next.put(Ids.of(counter.id()), Ids.of(ticket.id()))));
    return next;
  }

  /** The line as it is in this queue, with what was changed in it. */
  public Line line(LockedQueue queue) {
    return line(queue.site(), queue.now(), tickets.present(queue.siteId(), queue.date()));
  }

  /**
   * The queue as it is under this lock.
   *
   * @param shown the tickets that the answer will show
   */
  public Picture picture(LockedQueue queue, Ticket... shown) {
    return picture(queue.site(), queue.now(), line(queue), List.of(shown), List.of());
  }

  /**
   * A counter with who is there.
   *
   * @param line as it is by now under this lock
   */
  public CounterView counter(LockedQueue queue, Line line, Counter counter) {
    return counter(queue, line, counter, line.at(counter).orElse(null));
  }

  /**
   * A counter with somebody who may be there no more.
   *
   * @param shown null: nobody
   */
  public CounterView counter(
      LockedQueue queue, Line line, Counter counter, @Nullable Ticket shown) {
    List<Ticket> tickets = shown == null ? List.of() : List.of(shown);
    return picture(queue.site(), queue.now(), line, tickets, List.of(counter)).view(counter, shown);
  }

  private Picture picture(
      Site site, Instant now, Line line, List<Ticket> shown, List<Counter> counters) {
    boolean waits = shown.stream().anyMatch(ticket -> ticket.state() == TicketState.waiting);
    List<Long> bookings = shown.stream().map(Ticket::bookingId).filter(Objects::nonNull).toList();
    return new Picture(
        line,
        site.zone(),
        events.undoable(site.id(), shown.stream().map(Ticket::id).toList()),
        arrivals.people(bookings),
        openers(counters),
        events.reasonsGiven(shown.stream().map(Ticket::id).toList()),
        waits ? waitReader.waits(site, line, now) : null,
        strandings.at(site, line, now, shown));
  }

  private Map<String, String> openers(List<Counter> counters) {
    Set<String> names =
        counters.stream().map(Counter::openedBy).filter(Objects::nonNull).collect(toSet());
    Map<String, Colleagues.Person> known = colleagues.named(names);
    return names.stream()
        .collect(
            toMap(
                name -> name,
                name -> known.containsKey(name) ? known.get(name).firstName() : name));
  }

  /** The line as it is now. */
  Line line(Site site, Instant now) {
    return line(site, now, tickets.present(site.id(), now.atZone(site.zone()).toLocalDate()));
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
