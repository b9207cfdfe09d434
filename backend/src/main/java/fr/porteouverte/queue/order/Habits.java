package fr.porteouverte.queue.order;

import fr.porteouverte.queue.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What else a house's past visits tell of a wait: how long a counter takes to call the next one,
 * how many come to their appointment and when, how many give up, how many with priority come in.
 * Each begins with a guess that some observations outweigh.
 */
public final class Habits {
  private static final double[] PRIOR_PAUSES = {0, 15, 30, 60};
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(20);
  private static final double[] PRIOR_OFFSETS = {
    -720, -540, -420, -300, -240, -180, -120, -60, 0, 120, 240, 420
  };
  private static final double COMES = 0.88;
  private static final int PRIOR_COMES = 15;
  private static final double STAYS = 0.98;
  private static final int PRIOR_STAYS = 50;
  private static final double PRIORITY_PER_HOUR = 0.2;
  private static final double PRIOR_HOURS = 4;

  private final double[] pauses;
  private final double[] offsets;
  private final double comes;
  private final double stays;
  private final double priorityPerHour;

  /**
   * Appointments that are over.
   *
   * @param came how many of them came
   */
  public record Turnout(long appointments, long came) {
    public static final Turnout NONE = new Turnout(0, 0);
  }

  public Habits(List<PastVisit> past, Turnout turnout) {
    pauses = pauses(past);
    offsets = offsets(past);
    comes = (COMES * PRIOR_COMES + turnout.came()) / (PRIOR_COMES + turnout.appointments());
    long gone = past.stream().filter(PastVisit::gaveUp).count();
    long served = past.stream().filter(visit -> visit.state() == TicketState.done).count();
    stays = (STAYS * PRIOR_STAYS + served) / (PRIOR_STAYS + served + gone);
    long priority = past.stream().filter(v -> v.priority() && v.dueAt() == null).count();
    priorityPerHour = (PRIORITY_PER_HOUR * PRIOR_HOURS + priority) / (PRIOR_HOURS + hours(past));
  }

  /** From the end of a visit to the next call, when somebody had been waiting. */
  private static double[] pauses(List<PastVisit> past) {
    Map<Long, List<PastVisit>> byCounter = new HashMap<>();
    for (PastVisit visit : past) {
      if (visit.served() && visit.counterId() != null && visit.calledAt() != null) {
        byCounter.computeIfAbsent(visit.counterId(), id -> new ArrayList<>()).add(visit);
      }
    }
    List<Double> seconds = new ArrayList<>();
    for (List<PastVisit> visits : byCounter.values()) {
      visits.sort(Comparator.comparing(PastVisit::calledAt));
      for (int i = 1; i < visits.size(); i++) {
        Instant done = Objects.requireNonNull(visits.get(i - 1).endedAt());
        PastVisit next = visits.get(i);
        Duration pause = Duration.between(done, next.calledAt());
        if (next.arrivedAt().isBefore(done)
            && !pause.isNegative()
            && pause.compareTo(LONGEST_PAUSE) <= 0) {
          seconds.add((double) pause.toSeconds());
        }
      }
    }
    return sorted(seconds, PRIOR_PAUSES);
  }

  /** By how much people are after the time of their appointment. */
  private static double[] offsets(List<PastVisit> past) {
    List<Double> seconds = new ArrayList<>();
    for (PastVisit visit : past) {
      if (visit.dueAt() != null) {
        seconds.add((double) Duration.between(visit.dueAt(), visit.arrivedAt()).toSeconds());
      }
    }
    return sorted(seconds, PRIOR_OFFSETS);
  }

  private static double[] sorted(List<Double> measured, double[] prior) {
    double[] all = Arrays.copyOf(prior, prior.length + measured.size());
    for (int i = 0; i < measured.size(); i++) {
      all[prior.length + i] = measured.get(i);
    }
    Arrays.sort(all);
    return all;
  }

  /** For how long its days were observed. */
  private static double hours(List<PastVisit> past) {
    Map<LocalDate, Instant> first = new HashMap<>();
    Map<LocalDate, Instant> last = new HashMap<>();
    for (PastVisit visit : past) {
      first.merge(visit.date(), visit.arrivedAt(), (a, b) -> a.isBefore(b) ? a : b);
      last.merge(visit.date(), visit.arrivedAt(), (a, b) -> a.isBefore(b) ? b : a);
    }
    double seconds = 0;
    for (Map.Entry<LocalDate, Instant> day : first.entrySet()) {
      seconds += Duration.between(day.getValue(), last.get(day.getKey())).toSeconds();
    }
    return seconds / 3600;
  }

  double pause(double chance) {
    return pauses[(int) (chance * pauses.length)];
  }

  /** Seconds from the time of an appointment to the person's coming; before it, negative. */
  double offset(double chance) {
    return offsets[(int) (chance * offsets.length)];
  }

  double comes() {
    return comes;
  }

  double stays() {
    return stays;
  }

  double priorityPerHour() {
    return priorityPerHour;
  }
}
