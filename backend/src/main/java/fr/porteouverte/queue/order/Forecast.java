package fr.porteouverte.queue.order;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * When each of those who wait will probably be called: the calling order played forward over the
 * open counters, {@value #COURSES} times with other lengths of visits, other people who come to
 * their appointment or not, other newcomers with priority. See decision 028.
 */
public final class Forecast {
  static final int COURSES = 100;
  private static final int STEP = 97;

  /** Stands for those with priority who will come; no ticket has these numbers. */
  static final long NEWCOMERS = Long.MAX_VALUE - 1_000_000;

  /**
   * A counter.
   *
   * @param open now; a closed one counts as far as past days tell when it opens
   * @param there whom it has; null: it is free
   * @param serves whether it may serve who has this number (see {@link CallOrder.Waiting})
   */
  record AnyCounter(long id, boolean open, @Nullable There there, LongPredicate serves) {}

  /**
   * Whom a counter has.
   *
   * @param takes how long such visits take
   * @param elapsed since the call
   */
  record There(long number, Duration takes, Duration elapsed) {}

  /**
   * Somebody who waits.
   *
   * @param takes how long such visits take
   */
  record Person(CallOrder.Waiting waiting, Duration takes) {}

  /**
   * Somebody who has an appointment and is not there yet.
   *
   * @param number no ticket's
   */
  record Expected(long number, Instant dueAt, Duration takes) {}

  /** Of those whom an open counter serves, seconds until the call in each course. */
  private final Map<Long, double[]> waits = new HashMap<>();

  Forecast(
      CallOrder order,
      Instant now,
      List<AnyCounter> counters,
      List<Person> people,
      List<Expected> expected,
      Experience experience) {
    double[][] calls = new double[people.size()][COURSES];
    KnownQueue queue = KnownQueue.of(order, now, counters, people, expected, experience);
    double doubt = experience.times().doubt();
    for (int course = 0; course < COURSES; course++) {
      new Course(queue, course, Math.exp(doubt * Normal.spread(course, COURSES, STEP))).play(calls);
    }
    for (int i = 0; i < calls.length; i++) {
      long number = people.get(i).waiting().number();
      if (counters.stream().anyMatch(one -> one.open() && one.serves().test(number))) {
        waits.put(number, calls[i]);
      }
    }
  }

  /** Whether an open counter serves that person; else the wait is unknown, rather than wrong. */
  public boolean knows(long number) {
    return waits.containsKey(number);
  }

  /** What that person is told. */
  public Optional<WaitEstimate> of(long number) {
    return Optional.ofNullable(waits.get(number)).map(WaitEstimate::of);
  }
}
