package fr.porteouverte.figures;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Numbers of days and houses added up: by figure and detail. What was not counted is 0. */
final class Counts {
  /** The clock that people are promised: called within so many minutes. */
  static final int PROMISED_MINUTES = 20;

  private final Map<String, Map<String, Long>> numbers = new HashMap<>();

  static Counts of(List<Counted> rows) {
    Counts counts = new Counts();
    rows.forEach(counts::add);
    return counts;
  }

  /** Some are also told by who received. */
  void add(Counted row) {
    add(row.figure(), row.detail(), row.number());
    switch (row.figure()) {
      case "origin" -> add("host", "" + row.partnerId(), row.number());
      case "session" -> add("sessionOf", row.partnerId() + ":" + row.detail(), row.number());
      case "places" -> add("placesOf", row.partnerId() + ":" + row.detail(), row.number());
      case "lost" -> add("lostOf", "" + row.partnerId(), row.number());
      default -> {
        // Only of all together.
      }
    }
  }

  void add(Counts more) {
    more.numbers.forEach(
        (figure, details) -> details.forEach((detail, number) -> add(figure, detail, number)));
  }

  private void add(String figure, String detail, long number) {
    numbers.computeIfAbsent(figure, one -> new TreeMap<>()).merge(detail, number, Long::sum);
  }

  Map<String, Long> of(String figure) {
    return numbers.getOrDefault(figure, Map.of());
  }

  long of(String figure, String detail) {
    return of(figure).getOrDefault(detail, 0L);
  }

  long sum(String figure) {
    return of(figure).values().stream().mapToLong(Long::longValue).sum();
  }

  /** Who was received. */
  long visits() {
    return sum("origin");
  }

  long waits() {
    return sum("wait");
  }

  /** Called before the minutes that are promised were over. */
  long inTime() {
    return of("wait").entrySet().stream()
        .filter(one -> Integer.parseInt(one.getKey()) < PROMISED_MINUTES)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /**
   * In whole minutes, the one in the middle; of two, the shorter. The minutes of many days and
   * houses are kept, so theirs is as true as that of one day.
   *
   * @return null: nobody's wait was measured
   */
  @Nullable Integer median() {
    long waits = waits();
    if (waits == 0) {
      return null;
    }
    long before = (waits - 1) / 2;
    Map<Integer, Long> byMinute = new TreeMap<>();
    of("wait").forEach((minute, number) -> byMinute.put(Integer.valueOf(minute), number));
    for (Map.Entry<Integer, Long> one : byMinute.entrySet()) {
      before -= one.getValue();
      if (before < 0) {
        return one.getKey();
      }
    }
    throw new IllegalStateException("the waits are " + byMinute);
  }
}
