package fr.porteouverte.figures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Hides numbers of people below {@value #LEAST}, and as many others as it takes that none of them
 * follows from a sum: of what is hidden in a sum there are at least two, and together they are at
 * least {@value #LEAST}. Nought is no person and is said.
 */
final class Masking {
  static final long LEAST = 5;

  private final Map<String, Long> cells = new HashMap<>();
  private final List<Sum> sums = new ArrayList<>();

  /** A number that is what others are together. */
  private record Sum(String total, List<String> parts) {}

  Masking cell(String name, long number) {
    cells.put(name, number);
    return this;
  }

  /** Also of a total that nobody shows: then it may be hidden, too. */
  Masking sum(String total, List<String> parts) {
    cells.putIfAbsent(total, parts.stream().mapToLong(this::of).sum());
    sums.add(new Sum(total, parts));
    return this;
  }

  boolean adds(String total, List<String> parts) {
    return of(total) == parts.stream().mapToLong(this::of).sum();
  }

  private long of(String name) {
    return Objects.requireNonNull(cells.get(name), name);
  }

  /** The names of the cells that are not said. */
  Set<String> hidden() {
    Set<String> hidden = new HashSet<>();
    cells.forEach(
        (name, number) -> {
          if (number > 0 && number < LEAST) {
            hidden.add(name);
          }
        });
    boolean more = true;
    while (more) {
      more = false;
      for (Sum sum : sums) {
        more |= protect(sum, hidden);
      }
    }
    return hidden;
  }

  /**
   * @return whether something more had to be hidden
   */
  private boolean protect(Sum sum, Set<String> hidden) {
    List<String> secret = sum.parts().stream().filter(hidden::contains).toList();
    boolean safe;
    if (hidden.contains(sum.total())) {
      safe = !secret.isEmpty() || sum.parts().stream().allMatch(part -> of(part) == 0);
    } else {
      long left = secret.stream().mapToLong(this::of).sum();
      // As many as there are rows: each is one.
      safe = secret.isEmpty() || (secret.size() > 1 && left >= LEAST && left > secret.size());
    }
    if (safe) {
      return false;
    }
    return sum.parts().stream()
        .filter(part -> !hidden.contains(part) && of(part) > 0)
        .min((one, other) -> Long.compare(of(one), of(other)))
        .map(hidden::add)
        .orElseGet(() -> hidden.add(sum.total()));
  }
}
