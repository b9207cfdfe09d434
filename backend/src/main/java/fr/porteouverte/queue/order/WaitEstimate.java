package fr.porteouverte.queue.order;

import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How long somebody will probably wait. Absent where nobody can say. */
@Schema(
    name = "WaitEstimate",
    description = "In steps of five minutes; about nine of ten waits end within")
public record WaitEstimate(
    @Schema(required = true) int fromMinutes, @Schema(required = true) int toMinutes) {
  private static final int STEP = 5;
  private static final double INSIDE = 0.87;

  /**
   * The shortest range that holds most of what may happen, with the mean near its middle.
   *
   * @param seconds waits, each as likely as the others
   */
  static WaitEstimate of(double[] seconds) {
    double[] sorted = seconds.clone();
    Arrays.sort(sorted);
    int needed = (int) Math.ceil(INSIDE * sorted.length);
    double mean = Arrays.stream(sorted).average().orElse(0) / 60;
    WaitEstimate best = null;
    double least = Double.MAX_VALUE;
    for (int from = 0; ; from += STEP) {
      int before = below(sorted, from * 60.0);
      if (before + needed > sorted.length) {
        break;
      }
      int to = Math.max(from + STEP, (int) Math.ceil(sorted[before + needed - 1] / 60 / STEP) * STEP);
      for (int more = 0; more <= 2; more++, to += STEP) {
        double cost = to - from + 2 * Math.abs((from + to) / 2.0 - mean);
        if (cost < least) {
          least = cost;
          best = new WaitEstimate(from, to);
        }
      }
    }
    return java.util.Objects.requireNonNull(best);
  }

  private static int below(double[] sorted, double limit) {
    int at = Arrays.binarySearch(sorted, limit);
    int found = at < 0 ? -at - 1 : at;
    while (found > 0 && sorted[found - 1] >= limit) {
      found--;
    }
    return found;
  }
}
