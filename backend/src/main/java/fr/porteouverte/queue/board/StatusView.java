package fr.porteouverte.queue.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.queue.order.NoEstimate;
import fr.porteouverte.queue.order.WaitEstimate;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether it is worth coming now. */
@Schema(name = "SiteStatus")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatusView(
    @Schema(
            required = true,
            description = "By its hours, closures and holidays, or because a counter is open")
        boolean open,
    @Schema(description = "While it is open by its hours") @Nullable OffsetDateTime closesAt,
    @Schema(description = "While it is closed; absent when not within two weeks, or unknown")
        @Nullable OffsetDateTime opensAt,
    @Schema(required = true, description = "How many wait") int waiting,
    @Schema(required = true) int openCounters,
    @Schema(
            description =
                "For somebody who walks in now, to the house's own clerks; absent: see noEstimate")
        @Nullable WaitEstimate estimate,
    @Schema(description = "In place of an estimate") @Nullable NoEstimate noEstimate) {}
