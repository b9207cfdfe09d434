package fr.porteouverte.queue.order;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * When a house's counters used to be away on past days though somebody waited: at noon, or until
 * they opened. Nobody enters such times; the calls show them.
 */
public final class Breaks {
  private static final Duration LEAST = Duration.ofMinutes(20);
  private static final int JUST_BEGUN = 20 * 60;

  private final ZoneId zone;
  private final Map<Long, List<Away>> byCounter = new HashMap<>();

  /**
   * A time of the day without a call, in seconds after midnight.
   *
   * @param sure the share of days on which the counter was away then and not at work
   */
  record Away(int from, int to, double sure) {}

  private record Gap(LocalDate date, int from, int to) {}

  /**
   * @param today is not over, so it tells nothing yet
   */
  Breaks(List<PastVisit> past, LocalDate today, ZoneId zone) {
    this.zone = zone;
    Map<Long, List<PastVisit>> calls =
        past.stream()
            .filter(
                visit -> visit.served() && visit.counterId() != null && !visit.date().equals(today))
            .filter(visit -> visit.calledAt() != null)
            .collect(Collectors.groupingBy(visit -> Objects.requireNonNull(visit.counterId())));
    calls.forEach((counter, visits) -> byCounter.put(counter, aways(visits)));
  }

  private List<Away> aways(List<PastVisit> visits) {
    List<Gap> gaps = new ArrayList<>();
    visits.stream()
        .collect(Collectors.groupingBy(PastVisit::date))
        .forEach((date, ofDay) -> gaps.addAll(gaps(date, ofDay)));
    return gaps.stream().map(gap -> away(gap, gaps, visits)).toList();
  }

  /** Whoever is called after it had waited all the while. */
  private List<Gap> gaps(LocalDate date, List<PastVisit> ofDay) {
    List<PastVisit> visits = new ArrayList<>(ofDay);
    visits.sort(Comparator.comparing(PastVisit::calledAt));
    List<Gap> found = new ArrayList<>();
    Instant free = date.atStartOfDay(zone).toInstant();
    for (int i = 0; i < visits.size(); i++) {
      PastVisit next = visits.get(i);
      Instant called = Objects.requireNonNull(next.calledAt());
      Instant since = i == 0 ? called.minus(LEAST) : free;
      boolean waited =
          visits.subList(i, visits.size()).stream()
              .anyMatch(one -> one.arrivedAt().isBefore(since));
      if (waited && Duration.between(free, called).compareTo(LEAST) >= 0) {
        found.add(new Gap(date, second(free), second(called)));
      }
      free = Objects.requireNonNull(next.endedAt());
    }
    return found;
  }

  private Away away(Gap gap, List<Gap> all, List<PastVisit> visits) {
    int middle = gap.from() == 0 ? gap.to() - JUST_BEGUN / 2 : (gap.from() + gap.to()) / 2;
    long away =
        all.stream()
            .filter(other -> other.from() <= middle && middle <= other.to())
            .map(Gap::date)
            .distinct()
            .count();
    long atWork =
        visits.stream()
            .filter(
                visit ->
                    second(Objects.requireNonNull(visit.calledAt())) <= middle
                        && middle <= second(Objects.requireNonNull(visit.endedAt())))
            .map(PastVisit::date)
            .distinct()
            .count();
    return new Away(gap.from(), gap.to(), away / (double) (away + atWork));
  }

  int second(Instant instant) {
    return instant.atZone(zone).toLocalTime().toSecondOfDay();
  }

  /**
   * The next time that an open counter will be away.
   *
   * @param chance 0 to 1
   */
  Optional<Away> next(long counterId, Instant now, double chance) {
    int second = second(now);
    return draw(
        of(counterId).stream()
            .filter(away -> away.from() > second - JUST_BEGUN && away.to() > second)
            .filter(away -> away.from() > 0)
            .toList(),
        chance);
  }

  /** The time that a closed counter is away now. */
  Optional<Away> current(long counterId, Instant now, double chance) {
    int second = second(now);
    return draw(
        of(counterId).stream()
            .filter(away -> away.from() - JUST_BEGUN <= second && second < away.to())
            .toList(),
        chance);
  }

  private List<Away> of(long counterId) {
    return byCounter.getOrDefault(counterId, List.of());
  }

  private static Optional<Away> draw(List<Away> aways, double chance) {
    if (aways.isEmpty()) {
      return Optional.empty();
    }
    double place = chance * aways.size();
    Away drawn = aways.get((int) place);
    return place - (int) place < drawn.sure() ? Optional.of(drawn) : Optional.empty();
  }
}
