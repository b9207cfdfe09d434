package fr.porteouverte.database;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A number for each id. */
public record Tally(Long id, Long number) {
  public static Map<Long, Long> byId(List<Tally> tallies) {
    return tallies.stream().collect(Collectors.toMap(Tally::id, Tally::number));
  }

  public static Map<Long, Integer> countsById(List<Tally> tallies) {
    return tallies.stream().collect(Collectors.toMap(Tally::id, tally -> tally.number.intValue()));
  }
}
