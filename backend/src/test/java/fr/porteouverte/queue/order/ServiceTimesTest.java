package fr.porteouverte.queue.order;

import static fr.porteouverte.queue.order.PastVisits.PLANNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceTimesTest {
  private static final Duration PLAN = Duration.ofMinutes(PLANNED);

  private static ServiceTimes after(int... minutes) {
    List<PastVisit> visits = new ArrayList<>();
    for (int length : minutes) {
      visits.add(PastVisits.took(7, length));
    }
    return new ServiceTimes(visits);
  }

  private static ServiceTimes after(int many, int minutes) {
    return new ServiceTimes(Collections.nCopies(many, PastVisits.took(7, minutes)));
  }

  @Test
  void before_anything_was_measured_the_planned_time_counts() {
    assertThat(after().of(7, PLAN)).isEqualTo(PLAN);
  }

  @Test
  void a_morning_of_short_visits_is_soon_believed_and_a_week_of_them_wholly() {
    assertThat(after(6, 10).of(7, PLAN)).isBetween(Duration.ofMinutes(12), Duration.ofMinutes(14));
    assertThat(after(100, 10).of(7, PLAN))
        .isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
  }

  @Test
  void what_one_procedure_shows_of_a_house_counts_for_the_others() {
    assertThat(after(30, 10).of(8, PLAN)).isBetween(Duration.ofMinutes(11), Duration.ofMinutes(13));
  }

  @Test
  void a_counter_forgotten_for_three_hours_tells_nothing_of_visits() {
    assertThat(after(180).of(7, PLAN)).isEqualTo(PLAN);
  }

  @Test
  void a_slip_of_the_finger_is_no_visit() {
    assertThat(after(0).of(7, PLAN)).isEqualTo(PLAN);
  }

  @Test
  void the_draws_have_the_mean_and_more_of_them_leave_less_doubt() {
    ServiceTimes times = after(10, 30, 20, 5, 40, 12);
    double sum = 0;
    for (int i = 0; i < 1000; i++) {
      sum += times.draw(600, (i + 0.5) / 1000);
    }
    assertThat(sum / 1000).isCloseTo(600, within(3.0));
    assertThat(times.doubt()).isLessThan(after().doubt());
    assertThat(after(200, 20).doubt()).isLessThan(times.doubt());
  }

  @Test
  void a_visit_that_lasts_long_already_will_last_longer_than_one_that_just_began() {
    ServiceTimes times = after();
    assertThat(mean(times, 0)).isCloseTo(600, within(1.0));
    assertThat(mean(times, 300)).isGreaterThan(300);
    assertThat(mean(times, 1200)).isGreaterThan(mean(times, 300));
    assertThat(mean(times, 3000)).isGreaterThan(300);
  }

  private static double mean(ServiceTimes times, double elapsed) {
    double sum = 0;
    for (int i = 0; i < 1200; i++) {
      double left = times.left(600, elapsed, (i + 0.5) / 1200);
      assertThat(left).isPositive();
      sum += left;
    }
    return sum / 1200;
  }
}
