package fr.porteouverte.imports.change;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.porteouverte.catalogue.FieldDifference;
import fr.porteouverte.catalogue.RowOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one row, and what is needed to take it back.
 *
 * @param line in the file; 0 when it is not of the file
 * @param key what it is known by: a number in the national list, an INSEE code
 * @param label what people call it
 * @param fields what the file says otherwise; none of a new row
 * @param before null: there was none
 * @param said what the file says, to be remembered; null: nothing is remembered of it
 * @param base what was remembered before; null: nothing
 * @param touched whom and what it concerns, as far as it is known; no part of what is applied
 */
public record PlannedRow(
    int line,
    String key,
    String label,
    RowOutcome outcome,
    List<FieldDifference> fields,
    @Nullable ObjectNode before,
    @Nullable ObjectNode after,
    @Nullable ObjectNode said,
    @Nullable ObjectNode base,
    List<Touched> touched) {
  private static final int LONGEST_LABEL = 200;
  private static final int LONGEST_KEY = 40;

  public PlannedRow {
    label = label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL);
    key = key.length() <= LONGEST_KEY ? key : key.substring(0, LONGEST_KEY);
  }

  /** Of which nobody knows yet whom it concerns. */
  public PlannedRow(
      int line,
      String key,
      String label,
      RowOutcome outcome,
      List<FieldDifference> fields,
      @Nullable ObjectNode before,
      @Nullable ObjectNode after,
      @Nullable ObjectNode said,
      @Nullable ObjectNode base) {
    this(line, key, label, outcome, fields, before, after, said, base, List.of());
  }

  public PlannedRow touching(List<Touched> all) {
    return new PlannedRow(
        line, key, label, outcome, fields, before, after, said, base, List.copyOf(all));
  }

  public boolean writes() {
    return outcome == RowOutcome.created || outcome == RowOutcome.changed;
  }

  /** For the digest: what a person sees of it, and what would be written. */
  String told() {
    return key + outcome + fields + after + "\n";
  }
}
