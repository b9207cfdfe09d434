package fr.porteouverte.register;

import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.text.Text;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Somebody else changed the row meanwhile: who, and which of its fields. */
final class Overtaken extends ProblemException {

  private Overtaken(Text said) {
    super(ProblemType.STALE, said);
  }

  /**
   * @param who as people are called; empty: nobody noted it
   * @param before the row as it was read; empty: nobody knows
   */
  static Overtaken of(List<String> who, Map<String, Object> before, Map<String, Object> now) {
    Collection<String> changed = before.isEmpty() ? List.of() : changed(before, now);
    return new Overtaken(
        new Text(
            sentence(
                who.isEmpty() ? "Quelqu’un" : String.join(", ", who),
                who.size() > 1 ? " ont changé entre-temps" : " a changé entre-temps",
                changed,
                Locale.FRENCH,
                " : ",
                "Relisez puis refaites votre changement."),
            sentence(
                who.isEmpty() ? "Somebody" : String.join(", ", who),
                " changed meanwhile",
                changed,
                Locale.ENGLISH,
                ": ",
                "Read it again, then repeat your change.")));
  }

  private static Collection<String> changed(Map<String, Object> before, Map<String, Object> now) {
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(now.keySet());
    names.removeIf(name -> Objects.equals(before.get(name), now.get(name)));
    return names;
  }

  private static String sentence(
      String who,
      String did,
      Collection<String> changed,
      Locale language,
      String colon,
      String then) {
    String what =
        changed.stream()
            .map(field -> FieldNames.of(field).in(language))
            .distinct()
            .collect(Collectors.joining(", "));
    return who + did + (what.isEmpty() ? "" : colon + what) + ". " + then;
  }
}
