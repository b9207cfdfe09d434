package fr.porteouverte.procedure;

import fr.porteouverte.text.Text;
import fr.porteouverte.text.Typos;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Which procedures people mean by some words, the likeliest first. What stands in the title comes
 * before what people say instead, and that before the partner's name: "permis" is the driving
 * licence, not all that France Titres does. Plurals, accents, the order of the words and one wrong
 * letter do not matter.
 *
 * <p>The app has the same rule for what it has read already ({@code text/wanted.ts}); the table of
 * questions is one for both.
 */
final class ProcedureSearch {
  private static final int TITLE = 1;
  private static final int SYNONYM = 2;
  private static final int PARTNER = 3;
  private static final int MISTYPED = 4;
  private static final int NOWHERE = 9;

  private ProcedureSearch() {}

  /**
   * A procedure beside the question.
   *
   * @param missing how many words it does not have
   * @param cost the sum of where the others stand
   */
  private record Match(Procedure procedure, int missing, int cost) {}

  /** All that have every word; if none has, those that have the most of them. */
  static List<Procedure> find(List<Procedure> procedures, String asked) {
    List<String> words = AskedWords.of(asked);
    if (words.isEmpty()) {
      return procedures;
    }
    List<Match> matches =
        procedures.stream()
            .map(procedure -> match(procedure, words))
            .filter(match -> match.missing() < words.size())
            .toList();
    int least = matches.stream().mapToInt(Match::missing).min().orElse(0);
    return matches.stream()
        .filter(match -> match.missing() == least)
        .sorted(Comparator.comparingInt(Match::cost))
        .map(Match::procedure)
        .toList();
  }

  private static Match match(Procedure procedure, List<String> words) {
    Text title = procedure.title();
    Text partner = procedure.partner().name();
    List<String> named = words(title.fr() + " " + title.en());
    List<String> said = words(String.join(" ", procedure.synonyms()));
    List<String> held = words(partner.fr() + " " + partner.en());
    int missing = 0;
    int cost = 0;
    for (String word : words) {
      int place = place(word, named, said, held);
      missing += place == NOWHERE ? 1 : 0;
      cost += place == NOWHERE ? 0 : place;
    }
    return new Match(procedure, missing, cost);
  }

  private static int place(
      String word, List<String> title, List<String> synonyms, List<String> partner) {
    String stem = singular(word);
    if (title.stream().anyMatch(one -> one.startsWith(stem))) {
      return TITLE;
    }
    if (synonyms.stream().anyMatch(one -> one.startsWith(stem))) {
      return SYNONYM;
    }
    if (partner.stream().anyMatch(one -> one.startsWith(stem))) {
      return PARTNER;
    }
    boolean mistyped =
        title.stream().anyMatch(one -> Typos.oneLetter(one, word))
            || synonyms.stream().anyMatch(one -> Typos.oneLetter(one, word));
    return mistyped ? MISTYPED : NOWHERE;
  }

  private static List<String> words(String text) {
    return Arrays.asList(Text.fold(text).split(" "));
  }

  private static String singular(String word) {
    return word.length() > 3 && (word.endsWith("s") || word.endsWith("x"))
        ? word.substring(0, word.length() - 1)
        : word;
  }
}
