package fr.porteouverte.queue.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForecastTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final CallOrder ORDER = new CallOrder(3, Duration.ofMinutes(10));
  private static final Experience NONE =
      Experience.of(List.of(), Habits.Turnout.NONE, LocalDate.of(2026, 11, 24), ZoneOffset.UTC);

  private static Forecast.Person person(long number) {
    return person(number, null);
  }

  private static Forecast.Person person(long number, Instant due) {
    return new Forecast.Person(
        new CallOrder.Waiting(number, NOW.minusSeconds(600 - number), due, false, 0, null),
        Duration.ofMinutes(15));
  }

  private static Forecast.AnyCounter free(long id) {
    return new Forecast.AnyCounter(id, true, null, number -> true);
  }

  private static Forecast.AnyCounter busyFor(long id, int minutes) {
    return new Forecast.AnyCounter(
        id,
        true,
        new Forecast.There(1000 + id, Duration.ofMinutes(15), Duration.ofMinutes(minutes)),
        number -> true);
  }

  private static Forecast forecast(
      List<Forecast.AnyCounter> counters,
      List<Forecast.Expected> expected,
      Forecast.Person... people) {
    return new Forecast(ORDER, NOW, counters, List.of(people), expected, NONE);
  }

  private static double middle(Forecast forecast, long number) {
    WaitEstimate said = forecast.of(number).orElseThrow();
    return (said.fromMinutes() + said.toMinutes()) / 2.0;
  }

  @Test
  void with_no_open_counter_nobody_can_say() {
    Forecast closed =
        forecast(
            List.of(new Forecast.AnyCounter(1, false, null, number -> true)), List.of(), person(1));
    assertThat(closed.of(1)).isEmpty();
    assertThat(forecast(List.of(), List.of(), person(1)).of(1)).isEmpty();
  }

  @Test
  void who_is_next_at_a_free_counter_is_called_at_once() {
    assertThat(forecast(List.of(free(1)), List.of(), person(1)).of(1))
        .contains(new WaitEstimate(0, 5));
  }

  @Test
  void each_further_one_waits_longer_and_two_counters_halve_it() {
    Forecast.Person[] people = {person(1), person(2), person(3), person(4), person(5)};
    Forecast one = forecast(List.of(free(1)), List.of(), people);
    Forecast two = forecast(List.of(free(1), free(2)), List.of(), people);
    assertThat(middle(one, 5)).isBetween(52.0, 70.0);
    assertThat(middle(one, 3)).isBetween(25.0, 37.0);
    assertThat(middle(two, 5)).isBetween(24.0, 35.0);
  }

  @Test
  void the_range_grows_with_those_before_and_less_than_the_wait() {
    Forecast.Person[] people = new Forecast.Person[9];
    for (int i = 0; i < 9; i++) {
      people[i] = person(i + 1);
    }
    Forecast forecast = forecast(List.of(free(1)), List.of(), people);
    WaitEstimate third = forecast.of(3).orElseThrow();
    WaitEstimate ninth = forecast.of(9).orElseThrow();
    int width = third.toMinutes() - third.fromMinutes();
    assertThat(ninth.toMinutes() - ninth.fromMinutes()).isGreaterThan(width).isLessThan(4 * width);
  }

  @Test
  void a_counter_that_may_not_serve_somebody_is_no_help_to_them() {
    Forecast forecast =
        forecast(
            List.of(new Forecast.AnyCounter(1, true, null, number -> number == 2)),
            List.of(),
            person(1),
            person(2));
    assertThat(forecast.of(1)).isEmpty();
    assertThat(forecast.of(2)).contains(new WaitEstimate(0, 5));
  }

  @Test
  void a_visit_that_lasts_half_an_hour_already_makes_the_next_one_wait() {
    assertThat(middle(forecast(List.of(busyFor(1, 30)), List.of(), person(1)), 1))
        .isGreaterThanOrEqualTo(7.5);
  }

  @Test
  void an_appointment_that_comes_due_meanwhile_goes_before_a_walk_in() {
    Forecast.Person booked = person(3, NOW.plus(Duration.ofMinutes(5)));
    Forecast forecast = forecast(List.of(free(1)), List.of(), person(1), person(2), booked);
    assertThat(middle(forecast, 3)).isLessThan(middle(forecast, 2));
  }

  @Test
  void who_has_an_appointment_and_is_still_to_come_counts() {
    Forecast.Person[] people = {person(1), person(2), person(3)};
    List<Forecast.Expected> expected =
        List.of(
            new Forecast.Expected(-1, NOW.plus(Duration.ofMinutes(10)), Duration.ofMinutes(20)),
            new Forecast.Expected(-2, NOW.plus(Duration.ofMinutes(15)), Duration.ofMinutes(20)));
    assertThat(middle(forecast(List.of(free(1)), expected, people), 3))
        .isGreaterThan(middle(forecast(List.of(free(1)), List.of(), people), 3) + 20);
  }

  @Test
  void who_was_absent_lets_the_others_pass_until_the_pause_is_over() {
    Forecast forecast = forecast(List.of(free(1)), List.of(), absent(1, 5), person(2), person(3));
    assertThat(middle(forecast, 1)).isGreaterThan(middle(forecast, 2));
    assertThat(middle(forecast, 3)).isGreaterThan(middle(forecast, 1));
  }

  @Test
  void a_counter_with_nobody_but_the_absent_waits_for_them() {
    Forecast forecast = forecast(List.of(free(1)), List.of(), absent(1, 20), absent(2, 25));
    assertThat(middle(forecast, 1)).isBetween(17.0, 25.0);
    assertThat(middle(forecast, 2)).isGreaterThan(middle(forecast, 1));
  }

  /** Not called before so many minutes. */
  private static Forecast.Person absent(long number, int callable) {
    return new Forecast.Person(
        new CallOrder.Waiting(
            number,
            NOW.minusSeconds(600 - number),
            null,
            false,
            0,
            NOW.plus(Duration.ofMinutes(callable))),
        Duration.ofMinutes(15));
  }

  @Test
  void an_appointment_at_another_counter_delays_nobody_here() {
    Forecast.AnyCounter here = new Forecast.AnyCounter(1, true, null, number -> number > 0);
    Forecast.Expected elsewhere =
        new Forecast.Expected(-1, NOW.plus(Duration.ofMinutes(5)), Duration.ofMinutes(60));
    assertThat(forecast(List.of(here), List.of(elsewhere), person(1), person(2)).of(2))
        .isEqualTo(forecast(List.of(here), List.of(), person(1), person(2)).of(2));
  }

  @Test
  void the_same_queue_says_the_same_however_often_it_is_read() {
    Forecast.Person[] people = {person(1), person(2), person(3), person(4)};
    Optional<WaitEstimate> said = forecast(List.of(free(1)), List.of(), people).of(4);
    assertThat(forecast(List.of(free(1)), List.of(), people).of(4)).isEqualTo(said);
  }
}
