package fr.porteouverte.imports;

import org.jspecify.annotations.Nullable;

/** Words that must fit into a column. */
public final class Texts {
  private Texts() {}

  public static String fitting(String text, int longest, Findings.Row notes) {
    if (text.length() <= longest) {
      return text;
    }
    String kept = text.substring(0, longest - 1) + "…";
    notes.doubtful(FindingKind.tooLong, text, kept);
    return kept;
  }

  public static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
