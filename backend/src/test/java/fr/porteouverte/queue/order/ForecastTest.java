package fr.porteouverte.queue.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForecastTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final CallOrder ORDER = new CallOrder(3, Duration.ofMinutes(10));

  private static Forecast.Person person(long number, int takes) {
    return person(number, null, takes);
  }

  private static Forecast.Person person(long number, Instant due, int takes) {
    return new Forecast.Person(
        new CallOrder.Waiting(number, NOW.minusSeconds(600 - number), due, false, 0, null),
        Duration.ofMinutes(takes));
  }

  private static Forecast.OpenCounter freeIn(int minutes) {
    return new Forecast.OpenCounter(NOW.plus(Duration.ofMinutes(minutes)), number -> true);
  }

  private static Map<Long, Duration> waits(
      List<Forecast.OpenCounter> openCounters, Forecast.Person... people) {
    Forecast forecast = new Forecast(ORDER, NOW, openCounters, List.of(people));
    Map<Long, Duration> waits = new java.util.TreeMap<>();
    for (Forecast.Person one : people) {
      forecast
          .untilCalled(one.waiting().number())
          .ifPresent(wait -> waits.put(one.waiting().number(), wait));
    }
    return waits;
  }

  @Test
  void with_no_open_counter_nobody_can_say() {
    assertThat(waits(List.of(), person(1, 10))).isEmpty();
  }

  @Test
  void at_one_counter_each_waits_for_those_before() {
    assertThat(waits(List.of(freeIn(5)), person(1, 10), person(2, 20), person(3, 10)))
        .isEqualTo(
            Map.of(
                1L, Duration.ofMinutes(5), 2L, Duration.ofMinutes(15), 3L, Duration.ofMinutes(35)));
  }

  @Test
  void two_counters_share_the_line() {
    assertThat(waits(List.of(freeIn(0), freeIn(4)), person(1, 10), person(2, 20), person(3, 10)))
        .isEqualTo(
            Map.of(1L, Duration.ZERO, 2L, Duration.ofMinutes(4), 3L, Duration.ofMinutes(10)));
  }

  @Test
  void a_counter_that_may_not_serve_somebody_is_no_help_to_them() {
    Forecast.OpenCounter onlyTheSecond = new Forecast.OpenCounter(NOW, number -> number == 2);
    assertThat(waits(List.of(onlyTheSecond), person(1, 10), person(2, 10)))
        .isEqualTo(Map.of(2L, Duration.ZERO));
  }

  @Test
  void an_appointment_that_comes_due_meanwhile_goes_before_a_walk_in() {
    assertThat(
            waits(
                List.of(freeIn(0)),
                person(1, 30),
                person(2, 30),
                person(3, NOW.plus(Duration.ofMinutes(20)), 10)))
        .isEqualTo(
            Map.of(1L, Duration.ZERO, 3L, Duration.ofMinutes(30), 2L, Duration.ofMinutes(40)));
  }

  @Test
  void who_was_absent_lets_the_others_pass_until_the_pause_is_over() {
    assertThat(waits(List.of(freeIn(0)), absent(1, 5, 10), person(2, 10), person(3, 10)))
        .isEqualTo(
            Map.of(2L, Duration.ZERO, 1L, Duration.ofMinutes(10), 3L, Duration.ofMinutes(20)));
  }

  @Test
  void a_counter_with_nobody_but_the_absent_waits_for_them() {
    assertThat(waits(List.of(freeIn(0)), absent(1, 5, 10), absent(2, 7, 10)))
        .isEqualTo(Map.of(1L, Duration.ofMinutes(5), 2L, Duration.ofMinutes(15)));
  }

  /** Not called before so many minutes. */
  private static Forecast.Person absent(long number, int callable, int takes) {
    return new Forecast.Person(
        new CallOrder.Waiting(
            number,
            NOW.minusSeconds(600 - number),
            null,
            false,
            0,
            NOW.plus(Duration.ofMinutes(callable))),
        Duration.ofMinutes(takes));
  }

  @Test
  void people_hear_a_range_in_steps_of_five_minutes() {
    assertThat(Forecast.range(Duration.ZERO)).isEqualTo(new WaitEstimate(0, 5));
    assertThat(Forecast.range(Duration.ofMinutes(4))).isEqualTo(new WaitEstimate(0, 10));
    assertThat(Forecast.range(Duration.ofMinutes(20))).isEqualTo(new WaitEstimate(10, 30));
    assertThat(Forecast.range(Duration.ofMinutes(60))).isEqualTo(new WaitEstimate(40, 85));
  }

  @Test
  void nobody_waits_is_not_unknown() {
    assertThat(waits(List.of(freeIn(0)), person(1, 10)).get(1L)).isEqualTo(Duration.ZERO);
    assertThat(Optional.of(Forecast.range(Duration.ZERO))).isPresent();
  }
}
