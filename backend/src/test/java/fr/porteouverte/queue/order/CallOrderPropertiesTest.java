package fr.porteouverte.queue.order;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.queue.order.CallOrder.Reason;
import fr.porteouverte.queue.order.CallOrder.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The rule whatever comes. */
class CallOrderPropertiesTest {
  private static final Instant NINE = Instant.parse("2026-11-23T08:00:00Z");
  private static final Duration GRACE = Duration.ofMinutes(10);
  private static final Duration PAUSE = Duration.ofMinutes(5);

  /** Somebody comes, or a counter calls; whom it calls may be absent, and is put back in line. */
  record Step(boolean call, int minutes, Integer dueIn, boolean priority, boolean misses) {}

  @Provide
  Arbitrary<Step> steps() {
    return Combinators.combine(
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, 12),
            Arbitraries.integers().between(-40, 60).injectNull(0.5),
            Arbitraries.of(false, false, true),
            Arbitraries.of(false, false, false, true))
        .as(Step::new);
  }

  @Provide
  Arbitrary<Waiting> people() {
    return Combinators.combine(
            Arbitraries.longs().between(1, 1_000_000),
            Arbitraries.integers().between(-120, 0),
            Arbitraries.integers().between(-120, 60).injectNull(0.5),
            Arbitraries.of(false, false, true),
            Arbitraries.integers().between(0, 5),
            Arbitraries.integers().between(-5, 5).injectNull(0.7))
        .as(
            (number, came, due, priority, overtaken, callable) ->
                new Waiting(
                    number,
                    at(came),
                    due == null ? null : at(due),
                    priority,
                    overtaken,
                    callable == null ? null : at(callable)));
  }

  @Property
  void nobody_is_overtaken_more_often_than_the_cap_and_everybody_is_called(
      @ForAll @Size(max = 120) List<@From("steps") Step> day,
      @ForAll @IntRange(min = 1, max = 5) int cap) {
    CallOrder order = new CallOrder(cap, GRACE);
    List<Waiting> line = new ArrayList<>();
    Instant now = NINE;
    long number = 0;
    long called = 0;
    for (Step step : day) {
      now = now.plus(Duration.ofMinutes(step.minutes()));
      if (!step.call()) {
        Instant due = step.dueIn() == null ? null : now.plus(Duration.ofMinutes(step.dueIn()));
        line.add(new Waiting(++number, now, due, step.priority(), 0, null));
      } else {
        Optional<Waiting> next = order.next(line, now);
        if (next.isPresent()) {
          line = called(order, line, next.get(), now);
          if (step.misses()) {
            line.add(absent(next.get(), now));
          } else {
            called++;
          }
        }
      }
      assertThat(line).allMatch(person -> person.overtaken() <= cap);
    }
    now = now.plus(PAUSE);
    while (!line.isEmpty()) {
      // Everybody's pause is over: nobody hears "nobody".
      line = called(order, line, order.next(line, now).orElseThrow(), now);
      called++;
      assertThat(line).allMatch(person -> person.overtaken() <= cap);
    }
    assertThat(called).isEqualTo(number);
  }

  private static Waiting absent(Waiting person, Instant now) {
    return new Waiting(
        person.number(),
        person.arrivedAt(),
        null,
        person.priority(),
        person.overtaken(),
        now.plus(PAUSE));
  }

  private static List<Waiting> called(
      CallOrder order, List<Waiting> line, Waiting first, Instant now) {
    List<Waiting> rest = new ArrayList<>();
    for (Waiting person : line) {
      if (person != first) {
        int passed = person.arrivedBefore(first) && !order.rests(person, now) ? 1 : 0;
        rest.add(
            new Waiting(
                person.number(),
                person.arrivedAt(),
                person.dueAt(),
                person.priority(),
                person.overtaken() + passed,
                person.callableAt()));
      }
    }
    return rest;
  }

  @Property
  void the_order_does_not_depend_on_how_the_line_was_read(
      @ForAll @Size(max = 30) List<@From("people") Waiting> people, @ForAll Random random) {
    CallOrder order = new CallOrder(3, GRACE);
    List<Waiting> distinct = distinct(people);
    List<Waiting> shuffled = new ArrayList<>(distinct);
    Collections.shuffle(shuffled, random);
    assertThat(order.sorted(shuffled, NINE)).isEqualTo(order.sorted(distinct, NINE));
  }

  @Property
  void nobody_is_called_during_the_pause_after_an_absence_and_somebody_else_is_if_there_is_one(
      @ForAll @Size(max = 30) List<@From("people") Waiting> people) {
    CallOrder order = new CallOrder(3, GRACE);
    Optional<Waiting> next = order.next(distinct(people), NINE);
    assertThat(next.isPresent())
        .isEqualTo(distinct(people).stream().anyMatch(person -> !order.rests(person, NINE)));
    assertThat(next.filter(person -> order.rests(person, NINE))).isEmpty();
  }

  @Property
  void an_appointment_on_time_is_first_unless_somebody_was_overtaken_too_often(
      @ForAll @Size(min = 1, max = 30) List<@From("people") Waiting> people) {
    CallOrder order = new CallOrder(3, GRACE);
    List<Waiting> line = distinct(people);
    boolean patient = line.stream().anyMatch(p -> order.reason(p, NINE) == Reason.overtaken);
    boolean due = line.stream().anyMatch(p -> order.reason(p, NINE) == Reason.appointment);
    Reason first = order.reason(order.sorted(line, NINE).get(0), NINE);
    assertThat(first == Reason.overtaken).isEqualTo(patient);
    assertThat(first == Reason.appointment).isEqualTo(due && !patient);
  }

  @Property
  void who_is_early_or_late_never_passes_a_walk_in_who_came_before(
      @ForAll @Size(max = 30) List<@From("people") Waiting> people) {
    CallOrder order = new CallOrder(3, GRACE);
    List<Waiting> sorted = order.sorted(distinct(people), NINE);
    for (Waiting person : sorted) {
      // A claim, or a pause.
      boolean claims = order.reason(person, NINE) != Reason.arrival;
      if (claims || person.dueAt() == null) {
        continue;
      }
      assertThat(sorted.subList(sorted.indexOf(person), sorted.size()))
          .filteredOn(other -> other != person && !order.rests(other, NINE))
          .noneMatch(other -> other.arrivedBefore(person));
    }
  }

  private static List<Waiting> distinct(List<Waiting> people) {
    List<Waiting> distinct = new ArrayList<>();
    for (Waiting person : people) {
      if (distinct.stream().noneMatch(other -> other.number() == person.number())) {
        distinct.add(person);
      }
    }
    return distinct;
  }

  private static Instant at(int minutes) {
    return NINE.plus(Duration.ofMinutes(minutes));
  }
}
