package fr.porteouverte.commune;

import fr.porteouverte.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** "12 bis rue de Paris": the street of an address is not the town that it is named after. */
final class Street {
  private static final Set<String> KINDS =
      Set.of(
          "rue",
          "avenue",
          "av",
          "ave",
          "bd",
          "bld",
          "boulevard",
          "place",
          "pl",
          "impasse",
          "imp",
          "chemin",
          "ch",
          "route",
          "rte",
          "allee",
          "allees",
          "quai",
          "cours",
          "square",
          "sq",
          "lotissement",
          "residence",
          "faubourg",
          "fbg",
          "voie",
          "ruelle",
          "sentier",
          "passage",
          "esplanade",
          "promenade",
          "lieudit",
          "zone",
          "za",
          "zi",
          "zac");
  private static final Set<String> ARTICLES =
      Set.of("de", "du", "des", "d", "la", "le", "les", "l");

  private Street() {}

  static boolean is(String words) {
    return kindAt(Text.fold(words).split(" ")) >= 0;
  }

  /**
   * What may be the town in "12 rue du Général de Gaulle Saint-Lô", longest first. At least one
   * word is the street's own: "12 rue de Paris" names no town.
   */
  static List<String> behind(String words) {
    String[] each = Text.fold(words).split(" ");
    int at = kindAt(each);
    List<String> towns = new ArrayList<>();
    if (at < 0) {
      return towns;
    }
    int own = at + 1;
    while (own < each.length && ARTICLES.contains(each[own])) {
      own++;
    }
    for (int from = own + 1; from < each.length; from++) {
      towns.add(String.join(" ", List.of(each).subList(from, each.length)));
    }
    return towns;
  }

  /** Where the kind of street stands: at the beginning, or behind a number. */
  private static int kindAt(String[] each) {
    int at = 0;
    while (at < each.length
        && (each[at].matches("\\d+[a-d]?|bis|ter|quater") || at > 0 && each[at].matches("[a-d]"))) {
      at++;
    }
    return at < each.length && each.length > 1 && KINDS.contains(each[at]) ? at : -1;
  }
}
