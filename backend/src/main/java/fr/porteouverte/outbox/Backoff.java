package fr.porteouverte.outbox;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait after an attempt that failed: twice as long each time, and never in step. */
final class Backoff {
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofHours(1);

  private Backoff() {}

  /**
   * @param attempts made so far, 1 or more
   * @return between a half and one and a half times 30 s, 1 min, 2 min, … 1 h
   */
  static Duration after(int attempts, RandomGenerator random) {
    int doublings = Math.min(Math.max(attempts, 1) - 1, 20);
    long full = Math.min(FIRST.toMillis() << doublings, LONGEST.toMillis());
    return Duration.ofMillis(full / 2 + random.nextLong(full + 1));
  }
}
