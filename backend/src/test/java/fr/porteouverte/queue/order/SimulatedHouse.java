package fr.porteouverte.queue.order;

import fr.porteouverte.queue.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A house whose people come, wait, are called by the product's calling order and served; everybody
 * is told the product's estimate at arrival and every quarter of an hour after, from what it has
 * learned until then.
 */
final class SimulatedHouse {
  private static final CallOrder ORDER = new CallOrder(3, Duration.ofMinutes(10));
  private static final int REMEMBERED = 300;
  private static final double LOOKS = 15;

  private final HouseKind kind;
  private final Random random;
  private final List<PastVisit> past = new ArrayList<>();
  private final List<Told> told = new ArrayList<>();
  private long booked;
  private long came;
  private long numbers;

  private LocalDate date;
  private double now;
  private final Timeline timeline = new Timeline();
  private List<Person> waiting;
  private List<Expected> expected;
  private Counter[] counters;

  /**
   * What somebody heard, and what came of it; minutes.
   *
   * @param first at the arrival
   */
  record Told(String kind, LocalDate day, boolean first, double at, int from, int to, double real) {
    boolean inside() {
      return real >= from && real <= to;
    }

    double middle() {
      return (from + to) / 2.0;
    }
  }

  private record Look(double at, WaitEstimate said) {}

  private static final class Person {
    final long number;
    final HouseKind.Errand errand;
    final double at;
    final Double due;
    final boolean priority;
    int overtaken;
    final List<Look> looks = new ArrayList<>();
    double calledAt;
    double startedAt;

    Person(long number, HouseKind.Errand errand, double at, Double due, boolean priority) {
      this.number = number;
      this.errand = errand;
      this.at = at;
      this.due = due;
      this.priority = priority;
    }
  }

  private record Expected(long number, HouseKind.Errand errand, double due) {}

  private static final class Counter {
    final int number;
    final HouseKind.Desk desk;
    boolean open;
    boolean closing;
    Person there;
    boolean resting;

    Counter(int number, HouseKind.Desk desk) {
      this.number = number;
      this.desk = desk;
    }
  }

  SimulatedHouse(HouseKind kind, long seed) {
    this.kind = kind;
    this.random = new Random(seed);
  }

  List<Told> told() {
    return told;
  }

  void day(LocalDate day) {
    date = day;
    waiting = new ArrayList<>();
    expected = new ArrayList<>();
    counters = new Counter[kind.desks().size()];
    for (int i = 0; i < counters.length; i++) {
      Counter counter = new Counter(i, kind.desks().get(i));
      counters[i] = counter;
      for (HouseKind.Span span : counter.desk.spans()) {
        double late = Math.max(0, 2 * random.nextGaussian());
        at(span.from() + late, () -> open(counter));
        at(span.to(), () -> close(counter));
      }
    }
    walkIns();
    appointments();
    timeline.run(minute -> now = minute);
  }

  private void at(double when, Runnable what) {
    timeline.at(when, what);
  }

  private void walkIns() {
    for (HouseKind.Peak peak : kind.peaks()) {
      double when = peak.from();
      while (true) {
        when -= Math.log(1 - random.nextDouble()) * 60 / peak.perHour();
        if (when > peak.to()) {
          break;
        }
        HouseKind.Errand errand = errand(peak.host());
        boolean priority = random.nextDouble() < kind.priority();
        at(when, () -> arrive(new Person(++numbers, errand, now, null, priority)));
      }
    }
  }

  private HouseKind.Errand errand(int host) {
    List<HouseKind.Errand> all = kind.errands().stream().filter(one -> one.host() == host).toList();
    double left = random.nextDouble();
    for (HouseKind.Errand one : all) {
      left -= one.share();
      if (left < 0) {
        return one;
      }
    }
    return all.get(all.size() - 1);
  }

  private void appointments() {
    for (HouseKind.Appointments plan : kind.appointments()) {
      for (double due = plan.from(); due < plan.to(); due += plan.every()) {
        if (random.nextDouble() >= plan.taken()) {
          continue;
        }
        double time = due;
        Expected one = new Expected(++numbers, errand(plan.host()), due);
        expected.add(one);
        if (random.nextDouble() >= plan.noShow()) {
          double when = due - 3 + plan.punctuality() * random.nextGaussian();
          at(
              when,
              () -> {
                expected.remove(one);
                came++;
                arrive(new Person(one.number(), one.errand(), now, time, false));
              });
        }
        at(due + 60, () -> booked++);
      }
    }
  }

  private void arrive(Person person) {
    waiting.add(person);
    look(person);
    if (random.nextDouble() < kind.giveUp()) {
      at(now + 10 + 50 * random.nextDouble(), () -> giveUp(person));
    }
    at(now + 0.2, this::callAll);
  }

  private void giveUp(Person person) {
    if (waiting.remove(person)) {
      past(person, TicketState.left, null);
    }
  }

  private void look(Person person) {
    if (!waiting.contains(person)) {
      return;
    }
    forecast().of(person.number).ifPresent(said -> person.looks.add(new Look(now, said)));
    at(now + LOOKS, () -> look(person));
  }

  private void open(Counter counter) {
    counter.open = true;
    counter.closing = false;
    call(counter);
  }

  private void close(Counter counter) {
    counter.closing = true;
    boolean last = counter.desk.spans().get(counter.desk.spans().size() - 1).to() <= now;
    if (last && waiting.stream().anyMatch(one -> serves(counter, one.errand))) {
      at(now + 1, () -> close(counter));
      counter.closing = false;
      call(counter);
      return;
    }
    if (counter.there == null) {
      counter.open = false;
    }
  }

  private void callAll() {
    for (Counter counter : counters) {
      call(counter);
    }
  }

  private static boolean serves(Counter counter, HouseKind.Errand errand) {
    return counter.desk.host() == errand.host();
  }

  private void call(Counter counter) {
    if (!counter.open || counter.there != null || counter.resting) {
      return;
    }
    List<Person> its = waiting.stream().filter(one -> serves(counter, one.errand)).toList();
    List<CallOrder.Waiting> sorted =
        ORDER.sorted(its.stream().map(this::seen).toList(), instant(now));
    if (sorted.isEmpty()) {
      return;
    }
    Person next =
        its.stream().filter(one -> one.number == sorted.get(0).number()).findFirst().orElseThrow();
    for (Person other : its) {
      if (other != next && seen(other).arrivedBefore(seen(next))) {
        other.overtaken++;
      }
    }
    waiting.remove(next);
    next.calledAt = now;
    counter.there = next;
    for (Look look : next.looks) {
      boolean first = look == next.looks.get(0) && look.at() == next.at;
      told.add(
          new Told(
              kind.name(),
              date,
              first,
              look.at(),
              look.said().fromMinutes(),
              look.said().toMinutes(),
              now - look.at()));
    }
    if (random.nextDouble() < kind.absent()) {
      at(now + 2 + random.nextDouble(), () -> missed(counter, next));
    } else {
      next.startedAt = now + 0.3 + 0.7 * random.nextDouble();
      at(next.startedAt + length(next.errand, random), () -> done(counter, next));
    }
  }

  /** Log-normal: a few very long visits among many short ones. */
  static double length(HouseKind.Errand errand, Random random) {
    double variance = Math.log(1 + errand.spread() * errand.spread());
    return errand.mean() * Math.exp(Math.sqrt(variance) * random.nextGaussian() - variance / 2);
  }

  private void missed(Counter counter, Person person) {
    past(person, TicketState.missed, counter);
    free(counter);
  }

  private void done(Counter counter, Person person) {
    past(person, TicketState.done, counter);
    free(counter);
  }

  private void free(Counter counter) {
    counter.there = null;
    if (counter.closing) {
      counter.open = false;
      return;
    }
    counter.resting = true;
    at(
        now + kind.pause() * random.nextDouble(),
        () -> {
          counter.resting = false;
          if (counter.closing) {
            counter.open = false;
          }
          call(counter);
        });
  }

  private void past(Person person, TicketState how, Counter counter) {
    boolean served = how == TicketState.done;
    past.add(
        0,
        new PastVisit(
            person.errand.id(),
            person.errand.planned(),
            how,
            date,
            person.priority,
            instant(person.at),
            person.due == null ? null : instant(person.due),
            counter == null ? null : (long) counter.number,
            counter == null ? null : instant(person.calledAt),
            served ? instant(person.startedAt) : null,
            instant(now)));
  }

  private Instant instant(double minutes) {
    return date.atStartOfDay(java.time.ZoneOffset.UTC)
        .toInstant()
        .plusMillis(Math.round(minutes * 60_000));
  }

  private CallOrder.Waiting seen(Person person) {
    return new CallOrder.Waiting(
        person.number,
        instant(person.at),
        person.due == null ? null : instant(person.due),
        person.priority,
        person.overtaken,
        null);
  }

  /** As {@link Line} makes it of what it reads. */
  private Forecast forecast() {
    List<PastVisit> remembered = past.subList(0, Math.min(past.size(), REMEMBERED));
    Experience experience =
        Experience.of(
            remembered,
            new Habits.Turnout(booked, Math.min(came, booked)),
            date,
            java.time.ZoneOffset.UTC);
    ServiceTimes times = experience.times();
    List<Forecast.AnyCounter> all = new ArrayList<>();
    for (Counter counter : counters) {
      all.add(
          new Forecast.AnyCounter(
              counter.number,
              counter.open,
              counter.there == null
                  ? null
                  : new Forecast.There(
                      counter.there.number,
                      takes(times, counter.there.errand),
                      Duration.between(instant(counter.there.calledAt), instant(now))),
              number -> servesNumber(counter, number)));
    }
    return new Forecast(
        ORDER,
        instant(now),
        all,
        waiting.stream()
            .map(one -> new Forecast.Person(seen(one), takes(times, one.errand)))
            .toList(),
        expected.stream()
            .filter(one -> one.due() > now - 15)
            .map(
                one ->
                    new Forecast.Expected(
                        -one.number(), instant(one.due()), takes(times, one.errand())))
            .toList(),
        experience);
  }

  private boolean servesNumber(Counter counter, long number) {
    if (number == Line.NEWCOMER) {
      return counter.desk.host() == 0;
    }
    return waiting.stream().anyMatch(one -> one.number == number && serves(counter, one.errand))
        || expected.stream()
            .anyMatch(one -> -one.number() == number && serves(counter, one.errand()));
  }

  private static Duration takes(ServiceTimes times, HouseKind.Errand errand) {
    return times.of(errand.id(), Duration.ofMinutes(errand.planned()));
  }
}
