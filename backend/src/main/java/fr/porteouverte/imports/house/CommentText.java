package fr.porteouverte.imports.house;

import fr.porteouverte.imports.FindingKind;
import fr.porteouverte.imports.Findings;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The free words of a house, with the damage of their journey undone. */
final class CommentText {
  private static final Pattern ESCAPED = Pattern.compile("\\\\x([0-9A-Fa-f]{2})");

  /** Somebody replaced each "rv" by "rendez-vous": "serendez-vousices". */
  private static final Pattern GARBLED = Pattern.compile("(?<=\\p{L})rendez-vous(?=\\p{L})");

  private CommentText() {}

  /**
   * @return null when there are no words in it
   */
  static @Nullable String read(String written, Findings.Row notes) {
    String text = written;
    if (ESCAPED.matcher(text).find()) {
      text = ESCAPED.matcher(text).replaceAll(CommentText::character).replace('\u00a0', ' ');
      notes.repaired(FindingKind.escapedText, written, text);
    }
    if (GARBLED.matcher(text).find()) {
      String found = text;
      text = GARBLED.matcher(text).replaceAll("rv");
      notes.repaired(FindingKind.garbledText, found, text);
    }
    text = text.replaceAll(" {2,}", " ").strip();
    return text.chars().anyMatch(Character::isLetterOrDigit) ? text : null;
  }

  private static String character(java.util.regex.MatchResult code) {
    return Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(code.group(1), 16)));
  }
}
