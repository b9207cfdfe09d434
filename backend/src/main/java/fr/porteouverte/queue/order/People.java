package fr.porteouverte.queue.order;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who waits in one course and who will come in, each with the length of their visit.
 *
 * @param pace by what this course's visits are longer than the means
 */
record People(KnownQueue queue, Chance chance, double pace) {
  private static final double HOURS_OF_NEWCOMERS = 4;

  /** By arrival. */
  List<Someone> all() {
    List<Someone> coming = new ArrayList<>();
    queue.expected().forEach(one -> expect(one, coming));
    newcomers(coming);
    coming.sort(Comparator.comparingDouble(Someone::at));
    List<Someone> all = new ArrayList<>();
    queue.people().forEach(one -> all.add(someone(one, one.waiting(), 0)));
    all.addAll(coming);
    return all;
  }

  /** Who could have come already and has not will come a little later, or not at all. */
  private void expect(KnownQueue.Known known, List<Someone> coming) {
    long number = known.waiting().number();
    Instant due = known.waiting().arrivedAt();
    double at =
        Duration.between(queue.now(), due).toSeconds()
            + habits().offset(chance.of(number, Chance.Of.time));
    if (at > 0 && chance.of(number, Chance.Of.coming) < habits().comes()) {
      coming.add(comes(known, number, at, due, false));
    }
  }

  private void newcomers(List<Someone> coming) {
    double hours = 0;
    for (long number = Forecast.NEWCOMERS; ; number++) {
      hours -= Math.log(1 - chance.of(number, Chance.Of.time)) / habits().priorityPerHour();
      if (hours > HOURS_OF_NEWCOMERS) {
        return;
      }
      coming.add(comes(queue.newcomer(), number, hours * 3600, null, true));
    }
  }

  private Someone comes(
      KnownQueue.Known known, long number, double at, @Nullable Instant due, boolean priority) {
    return someone(known, CallOrder.Waiting.arriving(number, queue.after(at), due, priority), at);
  }

  /** The counter is not busy with who gives up before being called. */
  private Someone someone(KnownQueue.Known known, CallOrder.Waiting waiting, double at) {
    long number = waiting.number();
    if (chance.of(number, Chance.Of.staying) >= habits().stays()) {
      return new Someone(known, waiting, at, 0);
    }
    double visit = chance.of(number, Chance.Of.visit);
    double takes = queue.experience().times().draw(known.takes().toSeconds() * pace, visit);
    return new Someone(known, waiting, at, takes + pause(number));
  }

  private double pause(long number) {
    return habits().pause(chance.of(number, Chance.Of.pause));
  }

  private Habits habits() {
    return queue.experience().habits();
  }
}
