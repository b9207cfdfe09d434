package fr.porteouverte.commune;

import fr.porteouverte.text.Text;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The name of a place as it is compared: accents, case, hyphens, apostrophes and spaces do not
 * count, and "St" is "Saint". Names are stored and searched in this one form.
 */
public final class PlaceName {
  /** What people leave out or write otherwise between the words that tell: "Chalon s/Saône". */
  private static final Set<String> BETWEEN =
      Set.of(
          "l", "le", "la", "les", "de", "du", "des", "d", "sur", "s", "sous", "ss", "en", "lez",
          "a", "au", "aux", "et", "in", "pres");

  private PlaceName() {}

  /** {@code "St-Martin de la Lieue"} and {@code "Saint-Martin-de-la-Lieue"} are the same. */
  public static String key(String name) {
    return words(name).replace(" ", "");
  }

  /** Folded, spelled out, one space between the words. */
  static String words(String name) {
    return Arrays.stream(Text.fold(name).split(" "))
        .map(PlaceName::spelledOut)
        .collect(Collectors.joining(" "));
  }

  /**
   * The words that tell, without those between them: {@code "neuillyseine"}, {@code "mans"}. Empty
   * when there are none.
   */
  static String loose(String name) {
    return Arrays.stream(words(name).split(" "))
        .filter(word -> !BETWEEN.contains(word))
        .collect(Collectors.joining());
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
