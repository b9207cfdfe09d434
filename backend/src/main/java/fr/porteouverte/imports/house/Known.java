package fr.porteouverte.imports.house;

import fr.porteouverte.imports.FindingKind;
import fr.porteouverte.imports.Findings;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a house while its row is read: an empty cell, or one that nobody can read, never
 * takes a good value away.
 *
 * @param house as it is stored; null when the list names it for the first time
 */
record Known(@Nullable SiteDraft house, Findings.Row notes) {

  /**
   * @param read null when the cell says nothing
   * @param column for the report
   */
  <T> @Nullable T unless(@Nullable T read, String column, Function<SiteDraft, @Nullable T> stored) {
    if (read != null || house == null) {
      return read;
    }
    T kept = stored.apply(house);
    if (kept != null) {
      notes.doubtful(FindingKind.keptValue, column, String.valueOf(kept));
    }
    return kept;
  }

  /** What is stored, for a cell about which something was noted already. */
  <T> @Nullable T stored(Function<SiteDraft, @Nullable T> of) {
    return house == null ? null : of.apply(house);
  }

  /** Whether the house stands in this commune already. */
  boolean in(String insee) {
    return house != null && insee.equals(house.address().insee());
  }
}
