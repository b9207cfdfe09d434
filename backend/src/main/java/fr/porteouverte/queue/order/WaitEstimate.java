package fr.porteouverte.queue.order;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How long somebody will probably wait. Absent where nobody can say. */
@Schema(name = "WaitEstimate")
public record WaitEstimate(
    @Schema(required = true) int fromMinutes, @Schema(required = true) int toMinutes) {}
