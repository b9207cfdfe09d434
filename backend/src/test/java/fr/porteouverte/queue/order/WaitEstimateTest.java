package fr.porteouverte.queue.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WaitEstimateTest {
  private static WaitEstimate evenly(double fromMinutes, double toMinutes) {
    double[] seconds = new double[100];
    for (int i = 0; i < 100; i++) {
      seconds[i] = 60 * (fromMinutes + (toMinutes - fromMinutes) * i / 99.0);
    }
    return WaitEstimate.of(seconds);
  }

  private static WaitEstimate surely(double minutes) {
    double[] seconds = new double[100];
    Arrays.fill(seconds, 60 * minutes);
    return WaitEstimate.of(seconds);
  }

  @Test
  void who_is_called_at_once_hears_less_than_five_minutes() {
    assertThat(surely(0)).isEqualTo(new WaitEstimate(0, 5));
  }

  @Test
  void people_hear_steps_of_five_minutes_and_never_less_than_one() {
    assertThat(surely(12)).isEqualTo(new WaitEstimate(10, 15));
    assertThat(surely(63)).isEqualTo(new WaitEstimate(60, 65));
  }

  @Test
  void the_mean_is_near_the_middle() {
    assertThat(evenly(20, 40)).isEqualTo(new WaitEstimate(20, 40));
    assertThat(evenly(0, 100)).isEqualTo(new WaitEstimate(5, 90));
  }

  @Test
  void one_possible_but_unlikely_long_wait_does_not_widen_it() {
    double[] seconds = new double[100];
    Arrays.fill(seconds, 600);
    seconds[0] = 7200;
    assertThat(WaitEstimate.of(seconds)).isEqualTo(new WaitEstimate(10, 15));
  }
}
