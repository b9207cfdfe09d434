package fr.porteouverte.permanence;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a bus or a round stops, when that is not at its house's own address. */
@Schema(name = "Stop")
public record StopView(
    @Schema(required = true, examples = "14460", description = "INSEE code of the commune")
        String insee,
    @Schema(required = true, examples = "Moyaux") String commune,
    @Schema(examples = "Place de la mairie") @Nullable String place) {}
