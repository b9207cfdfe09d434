package fr.porteouverte.commune;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One way to understand what was typed.
 *
 * @param name of the place; empty when only the rest was said
 * @param postcode whole or its beginning; null: any
 * @param departments empty: any
 * @param wholeNames only a name that is wholly there counts, since the rest of the words was left
 *     out
 */
record Reading(
    String name, @Nullable String postcode, Set<String> departments, boolean wholeNames) {

  static Reading anywhere(String name) {
    return new Reading(name, null, Set.of(), false);
  }

  static Reading in(String name, Set<String> departments) {
    return new Reading(name, null, departments, false);
  }

  static Reading at(String name, String postcode) {
    return new Reading(name, postcode, Set.of(), false);
  }

  Reading whole() {
    return new Reading(name, postcode, departments, true);
  }

  boolean allows(Place place) {
    return (postcode == null || place.postcodes().stream().anyMatch(p -> p.startsWith(postcode)))
        && (departments.isEmpty()
            || (place.department() != null && departments.contains(place.department())));
  }

  boolean wholePostcode() {
    return postcode != null && postcode.length() == 5;
  }
}
