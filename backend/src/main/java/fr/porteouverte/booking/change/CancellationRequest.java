package fr.porteouverte.booking.change;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** May come with a cancellation. */
public record CancellationRequest(
    @Schema(description = "Said by staff: the person knows already. Not given: no")
        @Nullable Boolean told) {}
