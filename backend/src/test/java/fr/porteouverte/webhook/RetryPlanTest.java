package fr.porteouverte.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When an address that did not answer is called again. */
class RetryPlanTest {

  @Test
  void three_days_have_some_twenty_attempts() {
    Random random = new Random(1);
    Duration past = Duration.ZERO;
    int attempts = 0;
    while (past.compareTo(Duration.ofDays(3)) < 0) {
      past = past.plus(RetryPlan.after(++attempts, random));
    }
    assertThat(attempts).isBetween(18, 28);
  }

  @Test
  void no_two_wait_in_step() {
    Random random = new Random(2);
    Set<Duration> waits = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      waits.add(RetryPlan.after(8, random));
    }
    assertThat(waits).hasSizeGreaterThan(95);
    assertThat(waits)
        .allMatch(wait -> wait.compareTo(Duration.ofSeconds(320)) >= 0)
        .allMatch(wait -> wait.compareTo(Duration.ofSeconds(960)) <= 0);
  }

  @Test
  void an_address_rests_a_quarter_of_an_hour_at_most_and_a_half_of_it_more() {
    assertThat(RetryPlan.rest(1_000, new Random(3))).isLessThanOrEqualTo(Duration.ofMinutes(23));
  }
}
