package fr.porteouverte.queue.order;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What is known of a queue now, from which its possible courses begin.
 *
 * @param people who waits, by arrival
 * @param expected who has an appointment and is not there yet
 * @param newcomer stands for who will come in with priority
 */
record KnownQueue(
    CallOrder order,
    Instant now,
    List<Forecast.AnyCounter> counters,
    List<Known> people,
    List<Known> expected,
    Known newcomer,
    Experience experience) {

  /**
   * Somebody, as far as it is the same in each course.
   *
   * @param waiting of who is expected, as if they came at their time
   * @param servedBy the places of the counters that may serve them
   * @param place among the people; -1: none of them
   */
  record Known(CallOrder.Waiting waiting, Duration takes, BitSet servedBy, int place) {}

  Instant after(double seconds) {
    return now.plusMillis((long) (seconds * 1000));
  }

  /** On the house's wall. */
  int secondOfDay() {
    return experience.breaks().second(now);
  }

  static KnownQueue of(
      CallOrder order,
      Instant now,
      List<Forecast.AnyCounter> counters,
      List<Forecast.Person> people,
      List<Forecast.Expected> expected,
      Experience experience) {
    List<Known> here = new ArrayList<>();
    for (int place = 0; place < people.size(); place++) {
      Forecast.Person one = people.get(place);
      BitSet servedBy = servedBy(counters, one.waiting().number());
      here.add(new Known(one.waiting(), one.takes(), servedBy, place));
    }
    here.sort((one, other) -> one.waiting().arrivedBefore(other.waiting()) ? -1 : 1);
    List<Known> coming =
        expected.stream()
            .map(
                one ->
                    new Known(
                        CallOrder.Waiting.arriving(one.number(), one.dueAt(), one.dueAt(), false),
                        one.takes(),
                        servedBy(counters, one.number()),
                        -1))
            .toList();
    Known newcomer =
        new Known(
            CallOrder.Waiting.arriving(Line.NEWCOMER, now, null, true),
            experience.times().usual(),
            servedBy(counters, Line.NEWCOMER),
            -1);
    return new KnownQueue(order, now, counters, here, coming, newcomer, experience);
  }

  private static BitSet servedBy(List<Forecast.AnyCounter> counters, long number) {
    BitSet found = new BitSet();
    for (int i = 0; i < counters.size(); i++) {
      found.set(i, counters.get(i).serves().test(number));
    }
    return found;
  }
}
