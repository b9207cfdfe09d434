package fr.porteouverte.booking;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** May come with a cancellation. */
record CancellationRequest(
    @Schema(description = "Said by staff: the person knows already. Not given: no") Boolean told) {}
