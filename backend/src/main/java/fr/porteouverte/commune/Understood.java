package fr.porteouverte.commune;

import java.util.List;

/**
 * What was understood of what somebody typed.
 *
 * @param places the likeliest first; empty when nothing is known
 * @param guessed the first is only the likeliest: whoever typed it should be asked
 */
public record Understood(List<Place> places, boolean guessed) {
  static final Understood NOTHING = new Understood(List.of(), true);
}
