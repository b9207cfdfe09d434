package fr.porteouverte.register;

import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What others need stays; who they are is said. */
public final class StillUsed extends ProblemException {
  private static final int NAMED = 5;

  /**
   * @param uses who needs it, in words: {@code permanence à Moyaux}
   */
  public StillUsed(String code, List<Text> uses) {
    super(
        ProblemType.CONFLICT,
        "« " + code + " » sert encore : " + names(uses, Locale.FRENCH, " et %d autres") + ".",
        "\"" + code + "\" is still used: " + names(uses, Locale.ENGLISH, " and %d more") + ".");
  }

  private static String names(List<Text> uses, Locale language, String more) {
    Function<Text, String> said = text -> text.in(language);
    String some = uses.stream().limit(NAMED).map(said).collect(Collectors.joining(", "));
    return uses.size() <= NAMED
        ? some
        : some + String.format(Locale.ROOT, more, uses.size() - NAMED);
  }
}
