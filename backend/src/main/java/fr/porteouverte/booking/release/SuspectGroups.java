package fr.porteouverte.booking.release;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which places may be one robot’s: many from one address, or many without contact within minutes. A
 * library looks the same, so a person decides; nothing is freed by this alone.
 */
final class SuspectGroups {
  /** So few come from every family. */
  static final int LEAST = 3;

  /** Between two that belong together. */
  static final Duration GAP = Duration.ofMinutes(2);

  private SuspectGroups() {}

  /** What makes a group one. */
  @Schema(name = "SuspectKind")
  enum Kind {
    /** From one address. */
    sameAddress,
    /** Without contact, one soon after the other, from several addresses. */
    withoutContact
  }

  /**
   * A booking of somebody unknown.
   *
   * @param source keyed hash of the address
   */
  record Taken(long bookingId, String source, boolean contact, Instant madeAt) {}

  /**
   * @param source of one address; null: of several
   * @param holds live ones of that address
   */
  record Group(Kind kind, @Nullable String source, int holds, List<Long> bookings) {}

  /**
   * @param holds live ones, by source
   */
  static List<Group> of(List<Taken> taken, Map<String, Integer> holds) {
    List<Group> groups = new ArrayList<>();
    Map<String, List<Taken>> bySource = new LinkedHashMap<>();
    new TreeMap<>(holds).keySet().forEach(source -> bySource.put(source, new ArrayList<>()));
    taken.forEach(one -> bySource.computeIfAbsent(one.source(), any -> new ArrayList<>()).add(one));
    Set<Long> known = new HashSet<>();
    bySource.forEach(
        (source, its) -> {
          int held = holds.getOrDefault(source, 0);
          if (its.size() + held >= LEAST) {
            groups.add(new Group(Kind.sameAddress, source, held, ids(its)));
            its.forEach(one -> known.add(one.bookingId()));
          }
        });
    withoutContact(taken, known).forEach(groups::add);
    groups.sort(Comparator.comparing(group -> -group.bookings().size() - group.holds()));
    return groups;
  }

  private static List<Group> withoutContact(List<Taken> taken, Set<Long> known) {
    List<Group> groups = new ArrayList<>();
    List<Taken> run = new ArrayList<>();
    for (Taken one :
        taken.stream()
            .filter(any -> !any.contact() && !known.contains(any.bookingId()))
            .sorted(Comparator.comparing(Taken::madeAt))
            .toList()) {
      if (!run.isEmpty() && one.madeAt().isAfter(run.get(run.size() - 1).madeAt().plus(GAP))) {
        close(run, groups);
      }
      run.add(one);
    }
    close(run, groups);
    return groups;
  }

  private static void close(List<Taken> run, List<Group> groups) {
    if (run.size() >= LEAST) {
      groups.add(new Group(Kind.withoutContact, null, 0, ids(run)));
    }
    run.clear();
  }

  private static List<Long> ids(List<Taken> some) {
    return some.stream().map(Taken::bookingId).toList();
  }
}
