package fr.porteouverte.queue.order;

import fr.porteouverte.procedure.Procedure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long a procedure takes at the counters of one house. Before anything was measured it is the
 * procedure's own duration; that prior weighs as much as {@value #PRIOR} visits, and the measured
 * ones soon outweigh it.
 */
public final class ServiceTimes {
  static final int PRIOR = 5;
  private static final Duration LEAST = Duration.ofMinutes(1);
  private static final int MOST = 4;

  private final Map<Long, List<Duration>> measured = new HashMap<>();

  /** A visit that was served from start to end. */
  public record Visit(long procedureId, Instant startedAt, Instant endedAt) {}

  public ServiceTimes(List<Visit> visits) {
    for (Visit visit : visits) {
      measured
          .computeIfAbsent(visit.procedureId(), id -> new ArrayList<>())
          .add(Duration.between(visit.startedAt(), visit.endedAt()));
    }
  }

  Duration of(Procedure procedure) {
    return of(procedure.id(), procedure.duration());
  }

  /**
   * What cannot be a visit tells nothing and does not count: a counter that was forgotten at noon
   * (over four times the prior), and a slip of the finger (under a minute).
   */
  Duration of(long procedureId, Duration prior) {
    Duration most = prior.multipliedBy(MOST);
    List<Duration> visits =
        measured.getOrDefault(procedureId, List.of()).stream()
            .filter(visit -> visit.compareTo(LEAST) >= 0 && visit.compareTo(most) <= 0)
            .toList();
    long seconds = prior.toSeconds() * PRIOR;
    for (Duration visit : visits) {
      seconds += visit.toSeconds();
    }
    return Duration.ofSeconds(seconds / (PRIOR + visits.size()));
  }
}
