package fr.porteouverte.permanence;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a bus or a round stops; take the commune from {@code GET /communes}. */
@Schema(name = "StopForm")
public record StopForm(
    @NotBlank
        @Pattern(
            regexp = "[0-9AB]{5}",
            message = "Un code INSEE est attendu. | An INSEE code is expected.")
        @Schema(required = true, examples = "14460", description = "INSEE code of the commune")
        String insee,
    @NotBlank @Size(max = 100) @Schema(required = true, examples = "Moyaux") String commune,
    @Size(max = 150) @Schema(examples = "Place de la mairie") @Nullable String place) {}
