package fr.porteouverte.queue.order;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.LongPredicate;

/**
 * When each of those who wait will probably be called: the calling order played forward over the
 * open counters. Who is expected but not there yet is not counted, so it is a little too hopeful
 * before a full hour of appointments; the range given to people is wide for that.
 */
public final class Forecast {
  private static final int STEP_MINUTES = 5;
  private static final double LESS = 0.7;
  private static final double MORE = 1.4;

  private final Instant now;
  private final Map<Long, Instant> calls = new HashMap<>();

  /**
   * An open counter.
   *
   * @param freeAt when it will probably be done with whom it has; now, when nobody is there
   * @param serves whether it may serve who has this number (see {@link CallOrder.Waiting})
   */
  record OpenCounter(Instant freeAt, LongPredicate serves) {}

  /**
   * Somebody who waits.
   *
   * @param takes how long the visit will probably take at the counter
   */
  record Person(CallOrder.Waiting waiting, Duration takes) {}

  private record Free(Instant at, int number, OpenCounter counter) {
    Free again(Instant later) {
      return new Free(later, number, counter);
    }
  }

  Forecast(CallOrder order, Instant now, List<OpenCounter> counters, List<Person> people) {
    this.now = now;
    PriorityQueue<Free> free =
        new PriorityQueue<>(Comparator.comparing(Free::at).thenComparing(Free::number));
    for (int i = 0; i < counters.size(); i++) {
      free.add(new Free(counters.get(i).freeAt(), i, counters.get(i)));
    }
    List<Person> left = new ArrayList<>(people);
    while (!left.isEmpty() && !free.isEmpty()) {
      Free next = free.remove();
      Map<Long, Person> served = served(next, left);
      List<CallOrder.Waiting> waiting = served.values().stream().map(Person::waiting).toList();
      order
          .next(waiting, next.at())
          .map(first -> served.get(first.number()))
          .ifPresentOrElse(
              person -> {
                left.remove(person);
                calls.put(person.waiting().number(), next.at());
                free.add(next.again(next.at().plus(person.takes())));
              },
              // All whom it can serve were absent: it waits until it may call one of them again. A
              // counter that can serve nobody of those left takes no further part.
              () ->
                  waiting.stream()
                      .map(CallOrder.Waiting::callableAt)
                      .filter(Objects::nonNull)
                      .min(Comparator.naturalOrder())
                      .ifPresent(at -> free.add(next.again(at))));
    }
  }

  private static Map<Long, Person> served(Free free, List<Person> left) {
    Map<Long, Person> served = new HashMap<>();
    for (Person person : left) {
      if (free.counter().serves().test(person.waiting().number())) {
        served.put(person.waiting().number(), person);
      }
    }
    return served;
  }

  /** Empty when no open counter serves that person: unknown, rather than wrong. */
  Optional<Duration> untilCalled(long number) {
    return Optional.ofNullable(calls.get(number)).map(at -> Duration.between(now, at));
  }

  /** What that person is told. */
  public Optional<WaitEstimate> of(long number) {
    return untilCalled(number).map(Forecast::range);
  }

  /** In steps of five minutes, and never narrower than one step. */
  static WaitEstimate range(Duration wait) {
    double minutes = Math.max(0, wait.toSeconds() / 60.0);
    int from = (int) Math.floor(minutes * LESS / STEP_MINUTES) * STEP_MINUTES;
    int to = (int) Math.ceil(minutes * MORE / STEP_MINUTES) * STEP_MINUTES;
    return new WaitEstimate(from, Math.max(to, from + STEP_MINUTES));
  }
}
