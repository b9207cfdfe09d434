package fr.porteouverte.commune;

import fr.porteouverte.text.Text;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed to say where, brought into one form: "F-14 100 Lisieux Cedex 2" is the
 * postcode 14100 and the words "Lisieux".
 *
 * @param postcode whole or its beginning; null when none was typed
 * @param before the words before the postcode, or all of them
 * @param after the words behind it
 */
record Typed(@Nullable String postcode, String before, String after) {
  private static final Pattern CEDEX = Pattern.compile("(?i)\\bcedex\\b(?:\\s*\\d{1,2}\\b)?");
  private static final Pattern BOX =
      Pattern.compile("(?i)\\b(?:BP|CS|TSA)\\s*(?:n?[°o]\\s*)?\\d{1,5}\\b");
  private static final Pattern CALLED =
      Pattern.compile("(?i)\\b(?:code\\s+postal|c\\.?p\\.?)\\s*:?\\s*(?=\\d)");
  private static final Pattern COUNTRY =
      Pattern.compile("(?i)(?<![\\p{L}\\p{N}])fr?[\\s.-]*(?=\\d{2}[\\s.]?\\d{3}(?!\\d))");
  private static final Pattern FRANCE = Pattern.compile("(?i)(?:^|[,;\\s(-]+)france[\\s).]*$");
  private static final Pattern SPACED =
      Pattern.compile(
          "(?<!\\d)(\\d{2})[\\s.](\\d{3})(?!\\d)|(?<!\\d)(\\d{3})[\\s.](\\d{2})(?!\\d)");
  private static final Pattern WHOLE = Pattern.compile("(?<!\\d)\\d{5}(?!\\d)");
  private static final Pattern BEGINNING =
      Pattern.compile("(?<![\\p{L}\\p{N}])\\d{3,4}(?![\\p{L}\\p{N}])");
  private static final Pattern ONLY_DIGITS = Pattern.compile("\\d{1,4}|2[abAB]");

  /** Around the name of a place. */
  private static final Pattern LEAD =
      Pattern.compile(
          "(?i)^(?:(?:(?:bus|maison|espace) )?france services?(?: de| du| d['’])?|j['’]habite|je suis|à|a|vers|(?:tout )?près de|pres de|à côté de|commune de|ville"
              + " de|mairie de|centre(?:-ville)? de)\\s+(?=\\S)");

  static Typed of(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\p{C}\\s]+", " ");
    plain = BOX.matcher(CEDEX.matcher(plain).replaceAll(" ")).replaceAll(" ");
    plain = COUNTRY.matcher(CALLED.matcher(plain).replaceAll("")).replaceAll("");
    plain = SPACED.matcher(plain).replaceAll(digits -> digits.group().replaceAll("\\D", ""));
    plain = plain.strip();
    Matcher whole = WHOLE.matcher(plain);
    int start = -1;
    int end = -1;
    // A street may have a number of five digits; the postcode is the last.
    while (whole.find()) {
      start = whole.start();
      end = whole.end();
    }
    if (start < 0) {
      return withoutPostcode(plain);
    }
    return new Typed(
        plain.substring(start, end), name(plain.substring(0, start)), name(plain.substring(end)));
  }

  private static Typed withoutPostcode(String plain) {
    if (ONLY_DIGITS.matcher(plain).matches()) {
      return new Typed(plain.toUpperCase(Locale.ROOT), "", "");
    }
    Matcher beginning = BEGINNING.matcher(plain);
    // "Saint-Denis 974" is a department, which the readings know.
    return beginning.find() && Area.coded(beginning.group()).isEmpty()
        ? new Typed(
            beginning.group(),
            name(plain.substring(0, beginning.start())),
            name(plain.substring(beginning.end())))
        : new Typed(null, name(plain), "");
  }

  /** Without the signs around it and what only leads to it. */
  private static String name(String text) {
    String bare = text.replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}).]+$", "").replace("( )", "");
    return LEAD.matcher(bare).replaceFirst("").strip();
  }

  /** Whether there is nothing but a postcode. */
  boolean onlyPostcode() {
    return names().isEmpty();
  }

  /** Whether the words are a street's, which name no town themselves. */
  boolean street() {
    return names().stream().allMatch(Street::is);
  }

  /** The ways in which it may be understood, the likeliest first. */
  List<Reading> readings() {
    List<Reading> readings = new ArrayList<>();
    String at = postcode;
    if (at == null) {
      names().forEach(name -> readings.add(Reading.anywhere(name)));
      readings.addAll(inDepartments());
      towns().forEach(town -> readings.add(Reading.anywhere(town).whole()));
      return readings;
    }
    names().forEach(name -> readings.add(Reading.at(name, at)));
    towns().forEach(town -> readings.add(Reading.at(town, at).whole()));
    if (at.length() == 5) {
      // A neighbour's postcode, or one of the town's own: "14050 Caen Cedex 4".
      names().stream()
          .filter(name -> !Street.is(name))
          .forEach(name -> readings.add(Reading.in(name, Area.ofPostcode(at)).whole()));
    }
    return readings;
  }

  /** The words as they may be meant, the likeliest first. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (String words : List.of(after, before)) {
      if (!Text.fold(words).isEmpty()) {
        names.add(words);
        names.add(FRANCE.matcher(words).replaceFirst(""));
      }
    }
    return names.stream()
        .filter(name -> !Text.fold(name).isEmpty() && !Text.fold(name).equals("france"))
        .distinct()
        .toList();
  }

  /** The words without the street: what stands behind a comma, and behind the street's name. */
  private List<String> towns() {
    List<String> towns = new ArrayList<>();
    for (String words : names()) {
      String[] parts = words.split("[,;/()\\n–—]| - |\\d+");
      for (int i = parts.length - 1; i >= 0; i--) {
        String part = name(parts[i]);
        if (!Text.fold(part).isEmpty() && !Street.is(part)) {
          towns.add(part);
        }
      }
      towns.addAll(Street.behind(words));
    }
    return towns.stream().distinct().filter(town -> !names().contains(town)).toList();
  }

  /** Name and department, as "Saint-Denis 93", "Lisieux (Calvados)", "14 - Lisieux". */
  private List<Reading> inDepartments() {
    List<Reading> readings = new ArrayList<>();
    for (String words : names()) {
      String[] each = words.split("[\\s,;/()-]+");
      for (int cut = each.length - 1; cut > 0; cut--) {
        String first = String.join(" ", List.of(each).subList(0, cut));
        String last = String.join(" ", List.of(each).subList(cut, each.length));
        area(last).ifPresent(area -> readings.add(Reading.in(first, area.departments())));
        if (each.length - cut <= 5) {
          area(first).ifPresent(area -> readings.add(Reading.in(last, area.departments())));
        }
      }
    }
    return readings;
  }

  private static Optional<Area> area(String words) {
    return words.matches("\\d{2,3}|2[aAbB]") ? Area.coded(words) : Area.named(words);
  }
}
