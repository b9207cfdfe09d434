package fr.porteouverte.commune;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A part of the country: a department, or what people call several of them together.
 *
 * @param departments INSEE codes
 */
record Area(String name, Set<String> departments) {
  static final List<Area> ALL = read();

  /** "dans le Calvados", "de la Réunion": what may stand before an area's name. */
  private static final Pattern LEAD =
      Pattern.compile("^(?:(?:dans|en|de|du|des|d|le|la|les|l|a|au|aux|departement|region) )+");

  static Optional<Area> named(String words) {
    String key = bare(PlaceName.words(words));
    return ALL.stream().filter(area -> bare(PlaceName.words(area.name)).equals(key)).findFirst();
  }

  static Optional<Area> coded(String code) {
    Set<String> only = Set.of(code.toUpperCase(java.util.Locale.ROOT));
    return ALL.stream().filter(area -> area.departments.equals(only)).findFirst();
  }

  /** The departments whose postcodes begin so: two for Corsica. */
  static Set<String> ofPostcode(String postcode) {
    if (postcode.startsWith("20")) {
      return Set.of("2A", "2B");
    }
    boolean overseas = postcode.startsWith("97") || postcode.startsWith("98");
    return Set.of(postcode.substring(0, overseas ? 3 : 2));
  }

  private static String bare(String words) {
    return LEAD.matcher(words).replaceFirst("");
  }

  private static List<Area> read() {
    try (BufferedReader file =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Area.class.getResourceAsStream("/commune/areas.csv")),
                StandardCharsets.UTF_8))) {
      return file.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(";"))
          .map(cells -> new Area(cells[1], Set.of(cells[0].split(" "))))
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
