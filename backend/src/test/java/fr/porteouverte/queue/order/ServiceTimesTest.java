package fr.porteouverte.queue.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceTimesTest {
  private static final Instant NINE = Instant.parse("2026-11-24T08:00:00Z");
  private static final Duration PRIOR = Duration.ofMinutes(20);

  private static ServiceTimes after(int... minutes) {
    List<ServiceTimes.Visit> visits = new ArrayList<>();
    for (int length : minutes) {
      visits.add(new ServiceTimes.Visit(7, NINE, NINE.plus(Duration.ofMinutes(length))));
    }
    return new ServiceTimes(visits);
  }

  @Test
  void before_anything_was_measured_the_procedures_duration_counts() {
    assertThat(after().of(7, PRIOR)).isEqualTo(PRIOR);
  }

  @Test
  void five_measured_visits_weigh_as_much_as_the_prior() {
    assertThat(after(10, 10, 10, 10, 10).of(7, PRIOR)).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void another_procedures_visits_do_not_count() {
    assertThat(after(5, 5, 5).of(8, PRIOR)).isEqualTo(PRIOR);
  }

  @Test
  void a_counter_forgotten_for_three_hours_tells_nothing_of_visits() {
    assertThat(after(180).of(7, PRIOR)).isEqualTo(PRIOR);
  }

  @Test
  void a_slip_of_the_finger_is_no_visit() {
    assertThat(after(0).of(7, PRIOR)).isEqualTo(PRIOR);
  }
}
