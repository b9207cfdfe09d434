package fr.porteouverte.commune;

import fr.porteouverte.text.Text;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The name of a place as it is compared: accents, case, hyphens, apostrophes and spaces do not
 * count, and "St" is "Saint". Names are stored and searched in this one form.
 */
public final class PlaceName {
  private PlaceName() {}

  /** {@code "St-Martin de la Lieue"} and {@code "Saint-Martin-de-la-Lieue"} are the same. */
  public static String key(String name) {
    StringBuilder key = new StringBuilder();
    for (String word : Text.fold(name).split(" ")) {
      key.append(spelledOut(word));
    }
    return key.toString();
  }

  /**
   * What a name may begin with while it is being typed: the last word is perhaps not finished, so
   * {@code "st"} may become Saint-Lô as well as Strasbourg.
   */
  public static Set<String> beginnings(String typed) {
    Set<String> keys = new LinkedHashSet<>();
    String whole = key(typed);
    keys.add(whole);
    List<String> words = List.of(Text.fold(typed).split(" "));
    String last = words.get(words.size() - 1);
    if (!spelledOut(last).equals(last)) {
      keys.add(whole.substring(0, whole.length() - spelledOut(last).length()) + last);
    }
    keys.remove("");
    return keys;
  }

  private static String spelledOut(String word) {
    return switch (word) {
      case "st" -> "saint";
      case "ste" -> "sainte";
      case "sts" -> "saints";
      case "stes" -> "saintes";
      default -> word;
    };
  }
}
