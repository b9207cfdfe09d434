package fr.porteouverte.commune;

import fr.porteouverte.text.Typos;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** All places by name: whole, begun, without its little words, by a word within it, or mistyped. */
final class NameIndex {
  private static final char BEYOND = '\uffff';

  /** From so many letters on two slips are forgiven. */
  private static final int LONG = 9;

  private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(2);

  /** How the name of a place and what was typed are alike, the best first. */
  enum Tier {
    /** The whole name, its telling words, or its first words. */
    named,
    begun,
    within,
    mistyped
  }

  /**
   * A place that was found.
   *
   * @param score what it weighs among those of its tier
   */
  record Hit(Place place, Tier tier, long score) {
    static final Comparator<Hit> BEST =
        Comparator.comparing(Hit::tier)
            .thenComparing(Comparator.comparingLong(Hit::score).reversed())
            .thenComparing(hit -> hit.place().name())
            .thenComparing(hit -> hit.place().postcodes().toString());
  }

  private record Entry(Place place, String key, Set<Integer> ends) {}

  /** How much more a whole name counts than the first words of a longer one. */
  private static final int WHOLE = 20;

  private static final int LOOSELY = 12;
  private static final int ARRONDISSEMENT = 1_000;

  private final List<Entry> all = new ArrayList<>();
  private final NavigableMap<String, List<Entry>> keys = new TreeMap<>();
  private final NavigableMap<String, List<Entry>> loose = new TreeMap<>();
  private final NavigableMap<String, List<Entry>> inner = new TreeMap<>();

  void add(Place place) {
    String[] words = PlaceName.words(place.name()).split(" ");
    Set<Integer> ends = new HashSet<>();
    int length = 0;
    for (String word : words) {
      length += word.length();
      ends.add(length);
    }
    String key = String.join("", words);
    Entry entry = new Entry(place, key, Set.copyOf(ends));
    all.add(entry);
    put(keys, key, entry);
    String telling = PlaceName.loose(place.name());
    if (!telling.isEmpty() && !telling.equals(key)) {
      put(loose, telling, entry);
    }
    for (int from = 1; from < words.length; from++) {
      if (words[from].length() > 3 && !words[from].startsWith("saint")) {
        put(inner, String.join("", List.of(words).subList(from, words.length)), entry);
      }
    }
  }

  private static void put(Map<String, List<Entry>> index, String key, Entry entry) {
    index.computeIfAbsent(key, none -> new ArrayList<>(1)).add(entry);
  }

  /** By its name or the beginning of it; the best first. */
  List<Hit> named(Reading reading) {
    Map<Place, Hit> hits = new LinkedHashMap<>();
    String name = Arrondissement.named(reading.name()).orElse(reading.name());
    for (String key : PlaceName.beginnings(name)) {
      begun(keys, key).forEach(entry -> keep(hits, reading, hit(reading, entry, key, WHOLE)));
    }
    String telling = PlaceName.loose(name);
    if (!telling.isEmpty()) {
      begun(loose, telling).forEach(entry -> keep(hits, reading, loosely(entry, telling)));
      begun(keys, telling)
          .forEach(entry -> keep(hits, reading, hit(reading, entry, telling, LOOSELY)));
    }
    if (!reading.wholeNames() && telling.length() > 3) {
      begun(inner, PlaceName.key(name))
          .forEach(
              entry ->
                  keep(hits, reading, new Hit(entry.place(), Tier.within, entry.place().weight())));
    }
    return hits.values().stream().sorted(Hit.BEST).toList();
  }

  private static Collection<Entry> begun(NavigableMap<String, List<Entry>> index, String key) {
    return index.subMap(key, true, key + BEYOND, true).values().stream()
        .flatMap(List::stream)
        .toList();
  }

  private static void keep(Map<Place, Hit> hits, Reading reading, Hit hit) {
    boolean counts =
        reading.allows(hit.place()) && (!reading.wholeNames() || hit.tier() == Tier.named);
    if (counts) {
      hits.merge(hit.place(), hit, (one, other) -> Hit.BEST.compare(one, other) <= 0 ? one : other);
    }
  }

  private static Hit hit(Reading reading, Entry entry, String typed, int whole) {
    Place place = entry.place();
    if (entry.key().equals(typed)) {
      return new Hit(place, Tier.named, (long) place.weight() * whole);
    }
    if (!entry.ends().contains(typed.length())) {
      return new Hit(place, Tier.begun, place.weight());
    }
    // "75012 Paris" is the 12th arrondissement before it is Paris.
    boolean here = reading.wholePostcode() && place.arrondissement();
    return reading.wholeNames() && !here
        ? new Hit(place, Tier.begun, place.weight())
        : new Hit(place, Tier.named, (long) place.weight() * (here ? ARRONDISSEMENT : 1));
  }

  private static Hit loosely(Entry entry, String telling) {
    boolean whole = PlaceName.loose(entry.place().name()).equals(telling);
    return whole
        ? new Hit(entry.place(), Tier.named, (long) entry.place().weight() * LOOSELY)
        : new Hit(entry.place(), Tier.begun, entry.place().weight());
  }

  /** With a slip of the finger: looked for only when nothing else is found. */
  List<Hit> mistyped(Reading reading) {
    String typed = PlaceName.key(reading.name());
    return all.stream()
        .filter(entry -> Math.abs(entry.key().length() - typed.length()) <= 2)
        .filter(entry -> reading.allows(entry.place()) && alike(entry.key(), typed))
        .map(entry -> new Hit(entry.place(), Tier.mistyped, entry.place().weight()))
        .sorted(Hit.BEST)
        .toList();
  }

  private static boolean alike(String one, String other) {
    if (Math.min(one.length(), other.length()) < LONG) {
      return Typos.oneLetter(one, other);
    }
    return DISTANCE.apply(one, other) >= 0;
  }
}
