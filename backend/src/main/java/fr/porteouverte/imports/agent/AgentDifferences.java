package fr.porteouverte.imports.agent;

import fr.porteouverte.catalogue.Differences;
import fr.porteouverte.catalogue.FieldDifference;
import fr.porteouverte.catalogue.RowOutcome;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a table of agents would change, or changed. */
@Schema(name = "AgentDifferences")
record AgentDifferences(
    @Schema(
            description =
                "Of the import, to take it back; absent: nothing was written, or only looked at")
        @Nullable String id,
    @Schema(
            required = true,
            description = "Send it when you apply: it is refused when this would no longer be so")
        String digest,
    @Schema(required = true) Differences.Counts counts,
    @Schema(required = true, description = "Each row that is not simply unchanged")
        List<Row> rows) {

  /** What becomes of one row. */
  @Schema(name = "AgentDifference")
  record Row(
      @Schema(required = true, description = "The username") String code,
      @Schema(required = true, description = "In the file; the header is 1") int line,
      @Schema(required = true) RowOutcome outcome,
      @Schema(required = true, description = "What the file says otherwise; none of a new agent")
          List<FieldDifference> fields) {}

  static AgentDifferences of(List<Row> all) {
    List<Row> rows = all.stream().filter(row -> row.outcome() != RowOutcome.unchanged).toList();
    return new AgentDifferences(
        null,
        Differences.digest(rows),
        new Differences.Counts(
            count(all, RowOutcome.created),
            count(all, RowOutcome.changed),
            0,
            0,
            count(all, RowOutcome.unchanged)),
        rows);
  }

  AgentDifferences as(String importId) {
    return new AgentDifferences(importId, digest, counts, rows);
  }

  private static int count(List<Row> rows, RowOutcome outcome) {
    return (int) rows.stream().filter(row -> row.outcome() == outcome).count();
  }
}
