package fr.porteouverte.planning;

import fr.porteouverte.permanence.PermanenceForm;
import fr.porteouverte.text.TypedText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change of a permanence, with what becomes of those whom it touches. */
@Schema(name = "PermanenceChangeRequest")
public record ChangeRequest(
    @NotBlank @Schema(required = true) String permanenceId,
    @NotNull @Schema(required = true) Scope scope,
    @Schema(format = "date", description = "Local day of the occurrence, unless scope is all")
        @Nullable String date,
    @Schema(
            description =
                "Absent with scope one: the occurrence is taken out. Another firstDate with scope one:"
                    + " it takes place on that day")
        @Nullable PermanenceForm form,
    @Size(max = 2_000) @Schema(description = "Of bookings that the change does not touch: ignored")
        @Nullable List<@NotNull @Valid Decision> decisions,
    @Size(max = TypedText.LONGEST_REASON)
        @Schema(description = "Why bookings are cancelled, as people read it")
        @Nullable String reason) {

  List<Decision> all() {
    return decisions == null ? List.of() : decisions;
  }
}
