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
  private static final int MOST_MORE = 2 * STEP;
  private static final double INSIDE = 0.85;

  /**
   * The shortest range that holds most of what may happen, with the mean near its middle.
   *
   * @param seconds waits, each as likely as the others
   */
  static WaitEstimate of(double[] seconds) {
    double[] sorted = Arrays.stream(seconds).sorted().toArray();
    int needed = (int) Math.ceil(INSIDE * sorted.length);
    double mean = Arrays.stream(sorted).average().orElse(0) / 60;
    WaitEstimate best = holding(sorted, needed, 0);
    for (int from = 0; below(sorted, from) + needed <= sorted.length; from += STEP) {
      WaitEstimate shortest = holding(sorted, needed, from);
      for (int more = 0; more <= MOST_MORE; more += STEP) {
        WaitEstimate longer = new WaitEstimate(from, shortest.toMinutes() + more);
        if (longer.cost(mean) < best.cost(mean)) {
          best = longer;
        }
      }
    }
    return best;
  }

  /** The shortest from this minute on that holds as many as needed. */
  private static WaitEstimate holding(double[] sorted, int needed, int from) {
    double last = sorted[below(sorted, from) + needed - 1] / 60;
    return new WaitEstimate(from, Math.max(from + STEP, (int) Math.ceil(last / STEP) * STEP));
  }

  private static int below(double[] sorted, int minutes) {
    return (int) Arrays.stream(sorted).filter(one -> one < minutes * 60.0).count();
  }

  /** Short is good, and that nobody is told too much or too little on the whole. */
  private double cost(double mean) {
    return toMinutes - fromMinutes + 2 * Math.abs((fromMinutes + toMinutes) / 2.0 - mean);
  }
}
