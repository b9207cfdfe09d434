package fr.porteouverte.text;

import java.util.Arrays;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Whether two folded words are the same but for a slip of the finger. */
public final class Typos {
  /** In a shorter word one other letter makes another word. */
  private static final int SHORTEST = 5;

  private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(2);

  private Typos() {}

  /** One letter too many, missing or wrong, or two that changed places. */
  public static boolean oneLetter(String one, String other) {
    if (Math.min(one.length(), other.length()) < SHORTEST
        || Math.abs(one.length() - other.length()) > 1) {
      return false;
    }
    int apart = DISTANCE.apply(one, other);
    return apart == 1 || (apart == 2 && one.length() == other.length() && sameLetters(one, other));
  }

  private static boolean sameLetters(String one, String other) {
    return Arrays.equals(one.chars().sorted().toArray(), other.chars().sorted().toArray());
  }
}
