package fr.porteouverte.queue.order;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One possible course of the next hours at a house's counters. */
final class Course {
  private static final double HOURS_OF_NEWCOMERS = 4;

  private final KnownQueue queue;
  private final Chance chance;
  private final double pace;

  /** By arrival. */
  private final List<Someone> line = new ArrayList<>();

  private final double[] freeAt;
  private final @Nullable Away[] breaks;

  /** Seconds from now; gone once it has begun. */
  private record Away(double from, double to) {}

  /** Somebody who waits, now or later in this course. */
  private static final class Someone {
    private final KnownQueue.Known known;
    private CallOrder.Waiting waiting;
    private final double at;
    private final double takes;

    /**
     * @param at seconds from now to the coming
     * @param takes seconds that the counter is busy with them
     */
    Someone(KnownQueue.Known known, CallOrder.Waiting waiting, double at, double takes) {
      this.known = known;
      this.waiting = waiting;
      this.at = at;
      this.takes = takes;
    }

    boolean servedBy(int counter) {
      return known.servedBy().get(counter);
    }

    void overtaken() {
      waiting =
          new CallOrder.Waiting(
              waiting.number(),
              waiting.arrivedAt(),
              waiting.dueAt(),
              waiting.priority(),
              waiting.overtaken() + 1);
    }
  }

  Course(KnownQueue queue, int number, double pace) {
    this.queue = queue;
    this.chance = new Chance(number);
    this.pace = pace;
    this.freeAt = new double[queue.counters().size()];
    this.breaks = new Away[freeAt.length];
    for (int i = 0; i < freeAt.length; i++) {
      Forecast.AnyCounter counter = queue.counters().get(i);
      freeAt[i] = counter.open() ? freeAt(counter) : opens(counter);
      breaks[i] = counter.open() ? nextBreak(counter) : null;
    }
    queue.people().forEach(one -> line.add(someone(one, one.waiting(), 0)));
    queue.expected().forEach(this::expect);
    newcomers();
    line.subList(queue.people().size(), line.size()).sort(Comparator.comparingDouble(one -> one.at));
  }

  /** Infinite: not today, as far as past days tell. */
  private double opens(Forecast.AnyCounter counter) {
    return queue
        .experience()
        .breaks()
        .current(counter.id(), queue.now(), chance.of(counter.id(), Chance.Of.opening))
        .map(away -> fromNow(away.to()))
        .orElse(Double.POSITIVE_INFINITY);
  }

  private @Nullable Away nextBreak(Forecast.AnyCounter counter) {
    return queue
        .experience()
        .breaks()
        .next(counter.id(), queue.now(), chance.of(counter.id(), Chance.Of.rest))
        .map(away -> new Away(fromNow(away.from()), fromNow(away.to())))
        .orElse(null);
  }

  private double fromNow(int secondOfDay) {
    return secondOfDay - queue.secondOfDay();
  }

  private double freeAt(Forecast.AnyCounter counter) {
    Forecast.There there = counter.there();
    if (there == null) {
      return 0;
    }
    double left = chance.of(there.number(), Chance.Of.left);
    double takes = there.takes().toSeconds() * pace;
    return queue.experience().times().left(takes, there.elapsed().toSeconds(), left) + pause(there.number());
  }

  /** The counter is not busy with who gives up before being called. */
  private Someone someone(KnownQueue.Known known, CallOrder.Waiting waiting, double at) {
    long number = waiting.number();
    if (chance.of(number, Chance.Of.staying) >= queue.experience().habits().stays()) {
      return new Someone(known, waiting, at, 0);
    }
    double visit = chance.of(number, Chance.Of.visit);
    double takes = queue.experience().times().draw(known.takes().toSeconds() * pace, visit) + pause(number);
    return new Someone(known, waiting, at, takes);
  }

  private double pause(long number) {
    return queue.experience().habits().pause(chance.of(number, Chance.Of.pause));
  }

  /** Who could have come already and has not will come a little later, or not at all. */
  private void expect(KnownQueue.Known known) {
    long number = known.waiting().number();
    Instant due = known.waiting().arrivedAt();
    double at =
        Duration.between(queue.now(), due).toSeconds()
            + queue.experience().habits().offset(chance.of(number, Chance.Of.time));
    if (at > 0 && chance.of(number, Chance.Of.coming) < queue.experience().habits().comes()) {
      line.add(
          someone(known, new CallOrder.Waiting(number, after(at), due, false, 0), at));
    }
  }

  private void newcomers() {
    double hours = 0;
    for (long number = Forecast.NEWCOMERS; ; number++) {
      hours -= Math.log(1 - chance.of(number, Chance.Of.time)) / queue.experience().habits().priorityPerHour();
      if (hours > HOURS_OF_NEWCOMERS) {
        return;
      }
      double at = hours * 3600;
      line.add(
          someone(
              queue.newcomer(), new CallOrder.Waiting(number, after(at), null, true, 0), at));
    }
  }

  private Instant after(double seconds) {
    return queue.now().plusMillis((long) (seconds * 1000));
  }

  /**
   * @param waits of each of the people, seconds until the call; stays as it was for who is not
   *     called
   */
  void play(double[][] waits) {
    int asked = queue.people().size();
    for (int counter = firstFree(); asked > 0 && counter >= 0; counter = firstFree()) {
      double now = freeAt[counter];
      Away away = breaks[counter];
      if (away != null && away.from() <= now) {
        breaks[counter] = null;
        freeAt[counter] = Math.max(now, away.to());
        continue;
      }
      Someone next = next(counter, now);
      if (next == null) {
        freeAt[counter] = nextComing(counter, now);
        continue;
      }
      overtake(next, counter);
      line.remove(next);
      freeAt[counter] = now + next.takes;
      if (next.known.place() >= 0) {
        waits[next.known.place()][chance.course()] = now;
        asked--;
      }
    }
  }

  /** -1: none will ever serve anybody. */
  private int firstFree() {
    int first = -1;
    for (int i = 0; i < freeAt.length; i++) {
      if (freeAt[i] < Double.POSITIVE_INFINITY && (first < 0 || freeAt[i] < freeAt[first])) {
        first = i;
      }
    }
    return first;
  }

  private @Nullable Someone next(int counter, double now) {
    Comparator<CallOrder.Waiting> order = queue.order().at(after(now));
    Someone first = null;
    for (Someone one : line) {
      if (one.at > now) {
        break;
      }
      if (one.servedBy(counter)
          && (first == null || order.compare(one.waiting, first.waiting) < 0)) {
        first = one;
      }
    }
    return first;
  }

  /** Infinite: nobody will come whom it could serve. */
  private double nextComing(int counter, double now) {
    for (Someone one : line) {
      if (one.at > now && one.servedBy(counter)) {
        return one.at;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  private void overtake(Someone called, int counter) {
    for (Someone one : line) {
      if (one == called) {
        return;
      }
      if (one.servedBy(counter)) {
        one.overtaken();
      }
    }
  }
}
