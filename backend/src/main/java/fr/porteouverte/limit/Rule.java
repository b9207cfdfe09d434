package fr.porteouverte.limit;

import io.github.bucket4j.Bandwidth;
import java.time.Duration;

/**
 * So many of one kind in a time, by one caller; what was taken comes back evenly.
 *
 * @param name as callers read it in {@code RateLimit-Policy}
 */
record Rule(String name, int most, Duration within) {
  /** Of what it may take, a process tells the others when this part is gone. */
  private static final int PARTS = 20;

  Bandwidth bandwidth() {
    return Bandwidth.builder().capacity(most).refillGreedy(most, within).build();
  }

  int batch() {
    return Math.max(1, most / PARTS);
  }
}
