package fr.porteouverte.queue.order;

import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.queue.TicketState;
import fr.porteouverte.queue.counter.Counter;
import fr.porteouverte.queue.ticket.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who waits in a house, and at which counter they are next: the calling order over what was read.
 * Plain; it sees a house's present tickets and counters and asks nothing.
 */
public final class Line {
  /** Stands for somebody who is not there yet; no ticket has this number. */
  public static final long NEWCOMER = Long.MAX_VALUE;

  private final CallOrder order;
  private final Instant now;
  private final LocalDate day;
  private final List<Counter> counters;
  private final List<Counter> open;
  private final Map<Long, Ticket> byId = new HashMap<>();
  private final Map<Long, Ticket> atCounter = new HashMap<>();
  private final Map<Long, CallOrder.Waiting> people = new HashMap<>();
  private final List<Ticket> waiting;
  private final ZoneId zone;
  private final Map<Long, Integer> overtaken;

  /**
   * @param overtaken how often each ticket was, by its id
   */
  public Line(
      CallOrder order,
      Instant now,
      LocalDate day,
      ZoneId zone,
      List<Counter> counters,
      Collection<Ticket> present,
      Map<Long, Integer> overtaken) {
    this.order = order;
    this.now = now;
    this.day = day;
    this.zone = zone;
    this.overtaken = overtaken;
    this.counters = counters;
    this.open = counters.stream().filter(counter -> counter.openOn(day, zone)).toList();
    for (Ticket ticket : present) {
      byId.put(ticket.id(), ticket);
      if (ticket.state().atCounter()) {
        atCounter.put(ticket.counterId(), ticket);
      } else if (ticket.state() == TicketState.waiting) {
        people.put(ticket.id(), person(ticket, overtaken.getOrDefault(ticket.id(), 0)));
      }
    }
    this.waiting = sorted(people.values().stream());
  }

  /** After tickets of it changed, without reading anything anew. */
  Line again() {
    return new Line(order, now, day, zone, counters, byId.values(), overtaken);
  }

  /** The house's local day. */
  public LocalDate day() {
    return day;
  }

  /** All who wait, in calling order. */
  public List<Ticket> waiting() {
    return waiting;
  }

  public List<Counter> openCounters() {
    return open;
  }

  /**
   * Somebody who has an appointment today and is not there yet.
   *
   * @param permanence with whom
   */
  public record Expected(
      long bookingId, Instant dueAt, Procedure procedure, Permanence permanence) {}

  /** The line played forward, with somebody added who would come in now for no priority. */
  public Forecast forecast(Experience experience, List<Expected> expected) {
    ServiceTimes times = experience.times();
    List<Forecast.Person> persons = new ArrayList<>();
    waiting.forEach(
        ticket ->
            persons.add(
                new Forecast.Person(
                    waiting(ticket), times.of(ticket.procedure().at(ticket.siteId())))));
    persons.add(
        new Forecast.Person(CallOrder.Waiting.arriving(NEWCOMER, now, null, false), Duration.ZERO));
    Map<Long, Expected> coming = new HashMap<>();
    expected.forEach(one -> coming.put(-one.bookingId(), one));
    return new Forecast(
        order,
        now,
        counters.stream().map(counter -> seen(counter, times, coming)).toList(),
        persons,
        expected.stream()
            .map(
                one ->
                    new Forecast.Expected(
                        -one.bookingId(),
                        one.dueAt(),
                        times.of(one.procedure().at(one.permanence().site().id()))))
            .toList(),
        experience);
  }

  /** Whether it says something to each of those who wait, and to who would come now. */
  public boolean knownToAll(Forecast forecast) {
    return forecast.knows(NEWCOMER)
        && waiting.stream().allMatch(ticket -> forecast.knows(ticket.id()));
  }

  private Forecast.AnyCounter seen(
      Counter counter, ServiceTimes times, Map<Long, Expected> coming) {
    return new Forecast.AnyCounter(
        counter.id(),
        isOpen(counter),
        at(counter).map(ticket -> there(ticket, times)).orElse(null),
        number -> {
          Expected one = coming.get(number);
          if (one != null) {
            return counter.mayServe(one.procedure().id(), one.permanence());
          }
          return number == NEWCOMER ? counter.servesTheHouse() : counter.mayServe(ticket(number));
        });
  }

  private Forecast.There there(Ticket ticket, ServiceTimes times) {
    Instant since = ticket.calledAt() == null ? now : ticket.calledAt();
    return new Forecast.There(
        ticket.id(),
        times.of(ticket.procedure().at(ticket.siteId())),
        Duration.between(since, now));
  }

  public boolean isOpen(Counter counter) {
    return open.contains(counter);
  }

  boolean isFree(Counter counter) {
    return !atCounter.containsKey(counter.id());
  }

  /** Whether somebody can be called anywhere now. */
  public boolean hasFreeCounter() {
    return open.stream().anyMatch(this::isFree);
  }

  public Optional<Counter> counter(@Nullable Long id) {
    return counters.stream().filter(counter -> id != null && counter.id() == id).findFirst();
  }

  /** Who is called or served there. */
  public Optional<Ticket> at(Counter counter) {
    return Optional.ofNullable(atCounter.get(counter.id()));
  }

  /** Who is next at a counter. */
  public Optional<Ticket> next(Counter counter) {
    return waiting.stream()
        .filter(ticket -> counter.mayServe(ticket) && !rests(ticket))
        .findFirst();
  }

  /** Whether somebody who waits was absent when called, and is not called again yet. */
  public boolean rests(Ticket ticket) {
    return order.rests(waiting(ticket), now);
  }

  /**
   * Whom a call at this counter passes: they arrived earlier, it could serve them, and they did not
   * miss a call just now.
   */
  List<Long> overtakenBy(Ticket called, Counter counter) {
    CallOrder.Waiting first = people.get(called.id());
    return first == null
        ? List.of()
        : waiting.stream()
            .filter(other -> other != called && counter.mayServe(other) && !rests(other))
            .filter(other -> waiting(other).arrivedBefore(first))
            .map(Ticket::id)
            .sorted()
            .toList();
  }

  public CallOrder.Reason reason(Ticket ticket) {
    return order.reason(waiting(ticket), now);
  }

  public boolean late(Ticket ticket) {
    return order.late(ticket.arrivedAt(), ticket.dueAt());
  }

  /**
   * @return 1 for the next one among those whom the counters that may serve this ticket could
   *     serve; open counters, or when none of them is, those that there are. Empty when there is
   *     none
   */
  public Optional<Integer> place(Ticket ticket) {
    List<Counter> working = countersFor(ticket, open);
    List<Counter> its = working.isEmpty() ? countersFor(ticket, counters) : working;
    if (its.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        waiting.stream()
                .filter(other -> its.stream().anyMatch(counter -> counter.mayServe(other)))
                .toList()
                .indexOf(ticket)
            + 1);
  }

  private static List<Counter> countersFor(Ticket ticket, List<Counter> among) {
    return among.stream().filter(counter -> counter.mayServe(ticket)).toList();
  }

  private List<Ticket> sorted(Stream<CallOrder.Waiting> all) {
    return order.sorted(all.toList(), now).stream().map(person -> ticket(person.number())).toList();
  }

  private Ticket ticket(long number) {
    return Objects.requireNonNull(byId.get(number));
  }

  private CallOrder.Waiting waiting(Ticket ticket) {
    return Objects.requireNonNull(people.get(ticket.id()));
  }

  private static CallOrder.Waiting person(Ticket ticket, int overtaken) {
    return new CallOrder.Waiting(
        ticket.id(),
        ticket.arrivedAt(),
        ticket.dueAt(),
        ticket.priority(),
        overtaken,
        ticket.callableAt());
  }
}
