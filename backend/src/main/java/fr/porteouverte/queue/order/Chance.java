package fr.porteouverte.queue.order;

/**
 * Chances that are the same whenever the same is asked: two readings of one queue say the same, and
 * who waits keeps their luck while others come and go.
 *
 * @param course which of the possible courses of the day
 */
record Chance(int course) {
  /** What is drawn of one person or counter. */
  enum Of {
    visit,
    left,
    pause,
    staying,
    coming,
    time,
    opening,
    rest
  }

  private static final long STEP = 0x9E3779B97F4A7C15L;

  /**
   * @return 0 (inclusive) to 1 (exclusive)
   */
  double of(long number, Of what) {
    long bits = mixed(mixed(number * STEP + what.ordinal()) + course * STEP);
    return (bits >>> 11) * 0x1.0p-53;
  }

  private static long mixed(long value) {
    long bits = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
    return bits ^ (bits >>> 31);
  }
}
