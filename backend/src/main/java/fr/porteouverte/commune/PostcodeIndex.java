package fr.porteouverte.commune;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All places by postcode: whole, begun, or one that only some house has. */
final class PostcodeIndex {
  /** An unlisted postcode (CEDEX) shares so many digits with its town's. */
  private static final int SHARED = 3;

  /** 69008 is the 8th arrondissement before it is Lyon. */
  private static final Comparator<Place> BEST =
      Comparator.<Place, Boolean>comparing(place -> !place.arrondissement())
          .thenComparing(Comparator.comparingInt(Place::weight).reversed())
          .thenComparing(Place::name);

  private final NavigableMap<String, List<Place>> postcodes = new TreeMap<>();
  private final List<Place> areas = new ArrayList<>();

  void add(String postcode, Place place) {
    postcodes.computeIfAbsent(postcode, none -> new ArrayList<>(2)).add(place);
  }

  void addArea(Place area) {
    areas.add(area);
  }

  boolean knows(String postcode) {
    return postcodes.containsKey(postcode);
  }

  boolean knows(Typed typed) {
    return typed.postcode() != null && knows(typed.postcode());
  }

  Understood find(String postcode, int limit) {
    List<Place> whole = postcodes.getOrDefault(postcode, List.of());
    if (!whole.isEmpty()) {
      return answer(Stream.empty(), whole, limit, false);
    }
    if (postcode.length() < 5) {
      Optional<Place> area =
          areas.stream().filter(one -> postcode.equals(one.department())).findFirst();
      return answer(area.stream(), begun(postcode), limit, area.isEmpty());
    }
    List<Place> near = begun(postcode.substring(0, SHARED));
    return near.isEmpty()
        ? answer(Stream.empty(), departments(postcode), limit, true)
        : answer(Stream.empty(), near, limit, true);
  }

  private List<Place> departments(String postcode) {
    return Area.ofPostcode(postcode).stream()
        .flatMap(
            code -> begun(code.startsWith("2A") || code.startsWith("2B") ? "20" : code).stream())
        .toList();
  }

  private List<Place> begun(String beginning) {
    return postcodes.subMap(beginning, true, beginning + "99999", true).values().stream()
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  private static Understood answer(
      Stream<Place> first, Collection<Place> then, int limit, boolean guessed) {
    List<Place> places = Stream.concat(first, then.stream().sorted(BEST)).limit(limit).toList();
    return places.isEmpty()
        ? Understood.NOTHING
        : new Understood(places, guessed && places.size() > 1);
  }
}
