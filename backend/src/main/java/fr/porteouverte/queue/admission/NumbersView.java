package fr.porteouverte.queue.admission;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether somebody who walks in gets a number now. */
@Schema(name = "Numbers")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NumbersView(
    @Schema(description = "Absent: with the house's own clerks") @Nullable String permanenceId,
    @Schema(description = "Why not; absent: numbers are given") @Nullable Obstacle refused) {}
