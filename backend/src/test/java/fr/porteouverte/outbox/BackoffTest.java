package fr.porteouverte.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BackoffTest {

  @Property
  void waits_about_twice_as_long_each_time_and_an_hour_and_a_half_at_most(
      @ForAll @IntRange(min = 1, max = 10_000) int attempts, @ForAll long seed) {
    Duration wait = Backoff.after(attempts, new Random(seed));
    Duration full = attempts > 7 ? Duration.ofHours(1) : Duration.ofSeconds(30L << (attempts - 1));
    assertThat(wait).isBetween(full.dividedBy(2), full.plus(full.dividedBy(2)));
  }
}
