package fr.porteouverte.imports;

import org.jspecify.annotations.Nullable;

/**
 * Something about a row of a file that a person should know.
 *
 * @param row its line number in the file; the header is line 1
 * @param officialId the row's own identifier; null when it has none
 * @param found what the file says; shortened when long
 * @param kept what was stored instead, or what the doubt is
 */
public record Finding(
    int row,
    @Nullable String officialId,
    FindingKind kind,
    Severity severity,
    @Nullable String found,
    @Nullable String kept) {
  private static final int LONGEST = 1_000;

  public Finding {
    officialId = shortened(officialId, 40);
    found = shortened(found, LONGEST);
    kept = shortened(kept, LONGEST);
  }

  /** How bad it is. */
  public enum Severity {
    /** Something was wrong and could be put right with certainty. */
    repaired,
    /** Stored as given (or without the doubtful part): a person should look. */
    doubtful,
    /** The row was not stored. */
    refused
  }

  private static @Nullable String shortened(@Nullable String text, int longest) {
    return text == null || text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }
}
