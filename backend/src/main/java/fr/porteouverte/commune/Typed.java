package fr.porteouverte.commune;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed to say where: "97400 Saint-Denis", "Saint-Denis (97400)", "145", "Moyaux".
 *
 * @param postcode whole or its beginning; null when none was typed
 * @param names keys that the name may begin with; empty when only a postcode was typed
 */
record Typed(@Nullable String postcode, Set<String> names) {
  private static final Pattern ONLY_DIGITS = Pattern.compile("\\s*(\\d{1,5})\\s*");

  /** Two digits beside a name are an arrondissement ("Paris 12"), not a postcode. */
  private static final Pattern POSTCODE =
      Pattern.compile("(?<![\\p{L}\\p{N}])(\\d{3,5})(?![\\p{L}\\p{N}])");

  static Typed of(String text) {
    Matcher alone = ONLY_DIGITS.matcher(text);
    if (alone.matches()) {
      return new Typed(alone.group(1), Set.of());
    }
    Matcher beside = POSTCODE.matcher(text);
    return beside.find()
        ? new Typed(beside.group(1), PlaceName.beginnings(beside.replaceFirst(" ")))
        : new Typed(null, PlaceName.beginnings(text));
  }
}
