package fr.porteouverte.commune;

import fr.porteouverte.commune.NameIndex.Hit;
import fr.porteouverte.commune.NameIndex.Tier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Understands how people write where they are. Names and postcodes are looked up as they can be
 * read, the likeliest reading first; what no list knows is found by the postcode beside it, or by
 * the houses that bear it. Never changed once it is made, so that everybody may ask at once.
 */
final class Gazetteer {
  /** So much heavier than the next, and nobody need be asked which one is meant. */
  private static final int CLEARLY = 20;

  private final NameIndex names;
  private final NameIndex houses;
  private final PostcodeIndex postcodes;

  /**
   * @param names communes, former ones and areas
   * @param houses by their own names
   */
  Gazetteer(NameIndex names, NameIndex houses, PostcodeIndex postcodes) {
    this.names = names;
    this.houses = houses;
    this.postcodes = postcodes;
  }

  Understood find(String text, int limit) {
    Typed typed = Typed.of(text);
    if (typed.onlyPostcode()) {
      return typed.postcode() == null
          ? Understood.NOTHING
          : postcodes.find(typed.postcode(), limit);
    }
    List<Reading> readings = typed.readings();
    Set<Place> found = new LinkedHashSet<>();
    boolean guessed = named(readings, found);
    boolean sure = !found.isEmpty() && !guessed;
    begun(readings, found);
    if (found.isEmpty()) {
      boolean slip = otherwise(typed, readings, limit, found);
      sure = !slip && (found.size() == 1 || (typed.street() && postcodes.knows(typed)));
    } else if (found.size() == 1) {
      sure = true;
    }
    return found.isEmpty()
        ? Understood.NOTHING
        : new Understood(found.stream().limit(limit).toList(), !sure);
  }

  /**
   * @return whether another place may be meant as well as the first one
   */
  private boolean named(List<Reading> readings, Set<Place> found) {
    boolean doubtful = false;
    for (Reading reading : readings) {
      List<Hit> hits =
          names.named(reading).stream().filter(hit -> hit.tier() == Tier.named).toList();
      if (found.isEmpty() && !hits.isEmpty()) {
        doubtful = doubtful(hits);
      }
      hits.forEach(hit -> found.add(hit.place()));
    }
    return doubtful;
  }

  private static boolean doubtful(List<Hit> hits) {
    Hit best = hits.get(0);
    return hits.stream()
        .skip(1)
        .filter(hit -> !sameTown(hit.place(), best.place()))
        .anyMatch(hit -> hit.score() * CLEARLY >= best.score());
  }

  /** A commune and its former name, or a city and its arrondissement. */
  private static boolean sameTown(Place one, Place other) {
    return Objects.equals(one.insee(), other.insee())
        || (Objects.equals(one.department(), other.department())
            && (one.arrondissement() || other.arrondissement()));
  }

  private void begun(List<Reading> readings, Set<Place> found) {
    for (Tier tier : List.of(Tier.begun, Tier.within)) {
      readings.stream()
          .filter(reading -> !reading.wholeNames())
          .flatMap(reading -> names.named(reading).stream())
          .filter(hit -> hit.tier() == tier)
          .forEach(hit -> found.add(hit.place()));
    }
  }

  /**
   * No name fits: a house's own name, a slip of the finger, the postcode, the name elsewhere.
   *
   * @return whether it is a slip at best, which is never certain
   */
  private boolean otherwise(Typed typed, List<Reading> readings, int limit, Set<Place> found) {
    if (typed.postcode() == null) {
      readings.stream()
          .filter(reading -> !reading.wholeNames())
          .forEach(reading -> addAll(found, houses.named(reading)));
    }
    boolean slip = false;
    if (found.isEmpty()) {
      readings.forEach(reading -> addAll(found, names.mistyped(reading)));
      slip = !found.isEmpty();
    }
    if (typed.postcode() != null) {
      found.addAll(postcodes.find(typed.postcode(), limit).places());
      for (String name : typed.street() ? List.<String>of() : typed.names()) {
        addAll(found, names.named(Reading.anywhere(name).whole()));
      }
    }
    return slip;
  }

  private static void addAll(Set<Place> found, Collection<Hit> hits) {
    new ArrayList<>(hits).forEach(hit -> found.add(hit.place()));
  }
}
