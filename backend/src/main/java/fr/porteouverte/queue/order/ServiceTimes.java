package fr.porteouverte.queue.order;

import fr.porteouverte.procedure.ProcedureHere;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long visits take at the counters of one house. Before anything was measured, as long as
 * planned. What a house measures first tells how its counters are to the plan whatever people come
 * for (as {@value #PRIOR_HOUSE} visits weigh), then how single procedures are ({@value
 * #PRIOR_PROCEDURE}).
 */
public final class ServiceTimes {
  static final int PRIOR_HOUSE = 6;
  static final int PRIOR_PROCEDURE = 8;
  private static final Duration LEAST = Duration.ofMinutes(1);
  private static final Duration UNKNOWN = Duration.ofMinutes(15);
  private static final int MOST = 6;

  /** Visits over their mean: a few long ones among many short ones, as at all counters. */
  private static final double[] PRIOR_SPREAD = {
    0.30, 0.42, 0.51, 0.60, 0.68, 0.77, 0.87, 0.98, 1.11, 1.29, 1.60, 2.87
  };

  private static final double LEAST_DOUBT = 0.06;

  private final Map<Long, List<Double>> seconds = new HashMap<>();
  private final double house;
  private final double[] spread;
  private final double doubt;

  public ServiceTimes(List<PastVisit> past) {
    List<PastVisit> visits = past.stream().filter(ServiceTimes::tells).toList();
    double sum = PRIOR_HOUSE;
    for (PastVisit visit : visits) {
      double took = visit.took().toSeconds();
      seconds.computeIfAbsent(visit.procedureId(), id -> new ArrayList<>()).add(took);
      sum += took / (60.0 * visit.usualMinutes());
    }
    house = sum / (PRIOR_HOUSE + visits.size());
    spread = spread(visits);
    double square = 0;
    for (double one : spread) {
      square += (one - 1) * (one - 1);
    }
    doubt =
        Math.max(
            LEAST_DOUBT,
            Math.sqrt(square / spread.length) / Math.sqrt(PRIOR_HOUSE + visits.size()));
  }

  /**
   * What cannot be a visit tells nothing and does not count: a counter that was forgotten at noon,
   * and a slip of the finger.
   */
  private static boolean tells(PastVisit visit) {
    return visit.served()
        && visit.took().compareTo(LEAST) >= 0
        && visit.took().compareTo(Duration.ofMinutes((long) visit.usualMinutes() * MOST)) <= 0;
  }

  private double[] spread(List<PastVisit> visits) {
    List<Double> ratios = new ArrayList<>();
    for (PastVisit visit : visits) {
      Duration mean = of(visit.procedureId(), Duration.ofMinutes(visit.usualMinutes()));
      ratios.add(visit.took().toSeconds() / (double) mean.toSeconds());
    }
    for (double one : PRIOR_SPREAD) {
      ratios.add(one);
    }
    Collections.sort(ratios);
    double mean = ratios.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    return ratios.stream().mapToDouble(ratio -> ratio / mean).toArray();
  }

  Duration of(ProcedureHere here) {
    return of(here.procedure().id(), here.duration());
  }

  /**
   * @param planned for that procedure
   */
  Duration of(long procedureId, Duration planned) {
    List<Double> measured = seconds.getOrDefault(procedureId, List.of());
    double sum = planned.toSeconds() * house * PRIOR_PROCEDURE;
    for (double one : measured) {
      sum += one;
    }
    return Duration.ofSeconds(Math.round(sum / (PRIOR_PROCEDURE + measured.size())));
  }

  /** Of anybody, whatever they come for. */
  Duration usual() {
    double mean =
        seconds.values().stream()
            .flatMap(List::stream)
            .mapToDouble(Double::doubleValue)
            .average()
            .orElse(UNKNOWN.toSeconds());
    return Duration.ofSeconds(Math.round(mean));
  }

  /** By how much, as a share, all means may be wrong together. */
  double doubt() {
    return doubt;
  }

  /**
   * How long one visit takes.
   *
   * @param mean seconds that such visits take
   * @param chance 0 (the shortest) to 1
   */
  double draw(double mean, double chance) {
    return mean * spread[(int) (chance * spread.length)];
  }

  /**
   * How much longer a visit takes that goes on already: the longer it has, the longer it will.
   *
   * @param elapsed seconds so far
   */
  double left(double mean, double elapsed, double chance) {
    int shorter = 0;
    while (shorter < spread.length && mean * spread[shorter] <= elapsed) {
      shorter++;
    }
    int longer = spread.length - shorter;
    double beyond = 0.3 * elapsed * -Math.log(1 - chance);
    if (longer == 0) {
      return beyond;
    }
    return mean * spread[shorter + (int) (chance * longer)] - elapsed;
  }
}
