package fr.porteouverte.queue.order;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.DoubleConsumer;

/**
 * What happens on a simulated day, in minutes of it; of the same minute, what was planned first.
 */
final class Timeline {
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::order));
  private long planned;

  private record Event(double at, long order, Runnable what) {}

  void at(double when, Runnable what) {
    events.add(new Event(when, planned++, what));
  }

  /**
   * Until nothing is left.
   *
   * @param clock told the minute before what happens then
   */
  void run(DoubleConsumer clock) {
    while (!events.isEmpty()) {
      Event next = events.remove();
      clock.accept(next.at());
      next.what().run();
    }
  }
}
