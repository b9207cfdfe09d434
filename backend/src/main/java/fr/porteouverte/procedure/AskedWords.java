package fr.porteouverte.procedure;

import fr.porteouverte.text.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The words of a question that say what is wanted: "je veux divorcer" is about "divorcer". */
final class AskedWords {
  /** Said around the thing itself, in French and in English. */
  private static final Set<String> AROUND =
      Set.copyOf(
          List.of(
              ("a ai aider aide au aux avec avoir besoin ce cette c comment d dans de demande demander des"
                      + " dois du elle en est et etre faire faut il j je l la le les leur m ma mes mon n nos"
                      + " notre ne nous on ou par pas pour pourquoi qu que quel quelle qui s sa se ses son sur"
                      + " t toucher un une veux voudrais vouloir y"
                      + " an and apply do for get have help how i m my need of on our the to want with")
                  .split(" ")));

  private AskedWords() {}

  /** Folded. A single word is perhaps not finished yet, and counts whatever it is. */
  static List<String> of(String asked) {
    List<String> all =
        Arrays.stream(Text.fold(asked).split(" ")).filter(w -> !w.isEmpty()).toList();
    List<String> telling = all.stream().filter(word -> !AROUND.contains(word)).toList();
    return all.size() == 1 ? all : telling;
  }
}
