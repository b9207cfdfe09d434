package fr.porteouverte.planning;

import fr.porteouverte.permanence.PermanenceForm;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A permanence as it might be. */
@Schema(name = "PermanencePreviewRequest")
public record PreviewRequest(
    @Schema(description = "Absent: a new one") @Nullable String permanenceId,
    @Schema(description = "Of one that exists") @Nullable Scope scope,
    @Schema(format = "date", description = "Local day of the occurrence, unless scope is all")
        @Nullable String date,
    @Schema(description = "Absent with scope one: the occurrence is taken out")
        @Nullable PermanenceForm form,
    @Min(1) @Max(13) @Schema(description = "How far to show sessions; 4 by default")
        @Nullable Integer weeks) {}
