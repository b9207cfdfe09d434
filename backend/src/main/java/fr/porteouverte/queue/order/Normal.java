package fr.porteouverte.queue.order;

/** The normal distribution, evenly spread over a number of draws. */
final class Normal {
  private Normal() {}

  /**
   * The value that a share of {@code (i + 0.5) / draws} lies below, taken in an order that follows
   * nothing else.
   *
   * @param step has no divisor in common with the number of draws
   */
  static double spread(int draw, int draws, int step) {
    double p = ((draw * step) % draws + 0.5) / draws;
    // Tukey's lambda with 0.135 is the normal distribution to two digits.
    return 4.91 * (Math.pow(p, 0.14) - Math.pow(1 - p, 0.14));
  }
}
