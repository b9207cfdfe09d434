package fr.porteouverte.webhook;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait after an attempt that failed: twice as long each time, and never in step. */
final class RetryPlan {
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofHours(6);

  /** How long an address rests that does not answer: once it does, the rest follows soon. */
  private static final Duration LONGEST_REST = Duration.ofMinutes(15);

  private RetryPlan() {}

  /**
   * @param attempts made so far, 1 or more
   * @return between a half and one and a half times 5 s, 10 s, 20 s, … 6 h
   */
  static Duration after(int attempts, RandomGenerator random) {
    return within(attempts, LONGEST, random);
  }

  /**
   * @param failures of its address, one after another
   */
  static Duration rest(int failures, RandomGenerator random) {
    return within(failures, LONGEST_REST, random);
  }

  private static Duration within(int times, Duration most, RandomGenerator random) {
    int doublings = Math.min(Math.max(times, 1) - 1, 20);
    long full = Math.min(FIRST.toMillis() << doublings, most.toMillis());
    return Duration.ofMillis(full / 2 + random.nextLong(full + 1));
  }
}
