package fr.porteouverte.imports.change;

import fr.porteouverte.catalogue.FieldDifference;
import fr.porteouverte.catalogue.RowOutcome;
import fr.porteouverte.http.Ids;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What becomes, or became, of a row of a file. */
@Schema(name = "ImportRow")
record ImportRowView(
    @Schema(required = true) String id,
    @Schema(required = true, description = "Line of the file; 0: it is not in the file") int row,
    @Schema(
            required = true,
            description = "What it is known by: its number in the list, its INSEE code")
        String key,
    @Schema(required = true) String label,
    @Schema(required = true) RowOutcome outcome,
    @Schema(required = true, description = "What the file says otherwise; none of a new row")
        List<FieldDifference> fields,
    @Schema(
            required = true,
            description =
                "Appointments and permanences that it concerns, when it was looked at; at most 100"
                    + " of a sort")
        List<Touched> touched) {

  static ImportRowView of(PlannedRows.Kept kept) {
    PlannedRow row = kept.row();
    return new ImportRowView(
        Ids.of(kept.id()),
        row.line(),
        row.key(),
        row.label(),
        row.outcome(),
        row.fields(),
        row.touched());
  }
}
