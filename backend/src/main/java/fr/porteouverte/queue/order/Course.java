package fr.porteouverte.queue.order;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One possible course of the next hours at a house's counters. */
final class Course {
  private final KnownQueue queue;
  private final Experience past;
  private final Chance chance;
  private final double pace;

  /** By arrival. */
  private final List<Someone> line;

  private final double[] freeAt;
  private final @Nullable Away[] breaks;

  /** Seconds from now; gone once it has begun. */
  private record Away(double from, double to) {}

  Course(KnownQueue queue, int number, double pace) {
    this.queue = queue;
    this.past = queue.experience();
    this.chance = new Chance(number);
    this.pace = pace;
    this.line = new People(queue, chance, pace).all();
    this.freeAt = new double[queue.counters().size()];
    this.breaks = new Away[freeAt.length];
    for (int i = 0; i < freeAt.length; i++) {
      Forecast.AnyCounter counter = queue.counters().get(i);
      freeAt[i] = counter.open() ? freeAt(counter) : opens(counter);
      breaks[i] = counter.open() ? nextBreak(counter) : null;
    }
  }

  /** Infinite: not today, as far as past days tell. */
  private double opens(Forecast.AnyCounter counter) {
    return past.breaks()
        .current(counter.id(), queue.now(), chance.of(counter.id(), Chance.Of.opening))
        .map(away -> fromNow(away.to()))
        .orElse(Double.POSITIVE_INFINITY);
  }

  private @Nullable Away nextBreak(Forecast.AnyCounter counter) {
    return past.breaks()
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
    return past.times().left(takes, there.elapsed().toSeconds(), left) + pause(there.number());
  }

  private double pause(long number) {
    return past.habits().pause(chance.of(number, Chance.Of.pause));
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
      freeAt[counter] = now + next.takes();
      if (next.place() >= 0) {
        waits[next.place()][chance.course()] = now;
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
    Comparator<CallOrder.Waiting> order = queue.order().at(queue.after(now));
    Someone first = null;
    for (Someone one : line) {
      if (one.at() > now) {
        break;
      }
      if (one.servedBy(counter)
          && (first == null || order.compare(one.waiting(), first.waiting()) < 0)) {
        first = one;
      }
    }
    return first == null || queue.order().rests(first.waiting(), queue.after(now)) ? null : first;
  }

  /** When it may call somebody again; infinite: nobody will come whom it could serve. */
  private double nextComing(int counter, double now) {
    double next = Double.POSITIVE_INFINITY;
    for (Someone one : line) {
      if (one.servedBy(counter)) {
        next = Math.min(next, one.at() > now ? one.at() : endOfPause(one.waiting().callableAt()));
      }
    }
    return next;
  }

  /** A millisecond later: then it is over whatever was rounded. */
  private double endOfPause(@Nullable Instant callableAt) {
    return callableAt == null
        ? Double.POSITIVE_INFINITY
        : (Duration.between(queue.now(), callableAt).toMillis() + 1) / 1000.0;
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
