package fr.porteouverte.catalogue;

import fr.porteouverte.register.RegisterKind;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What becomes of one row of a file. */
@Schema(name = "RowDifference")
public record RowDifference(
    @Schema(required = true) RegisterKind kind,
    @Schema(required = true) String code,
    @Schema(required = true) RowOutcome outcome,
    @Schema(required = true, description = "What the file says otherwise; none of a new row")
        List<FieldDifference> fields) {}
