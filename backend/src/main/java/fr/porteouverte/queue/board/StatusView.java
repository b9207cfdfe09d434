package fr.porteouverte.queue.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.queue.admission.NumbersView;
import fr.porteouverte.queue.order.NoEstimate;
import fr.porteouverte.queue.order.WaitEstimate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether it is worth coming now. */
@Schema(name = "SiteStatus")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatusView(
    @Schema(
            required = true,
            description =
                "By its hours, holidays and closures; without published hours, while a counter is"
                    + " open")
        boolean open,
    @Schema(description = "While it is open; absent: unknown") @Nullable OffsetDateTime closesAt,
    @Schema(description = "While it is closed; absent when not within two weeks, or unknown")
        @Nullable OffsetDateTime opensAt,
    @Schema(required = true, description = "Some of this will be different then: read again")
        OffsetDateTime validUntil,
    @Schema(required = true, description = "Whether who walks in gets a number now, and with whom")
        List<NumbersView> numbers,
    @Schema(required = true, description = "How many wait") int waiting,
    @Schema(required = true) int openCounters,
    @Schema(
            description =
                "For somebody who walks in now, to the house's own clerks; absent: see noEstimate")
        @Nullable WaitEstimate estimate,
    @Schema(description = "In place of an estimate") @Nullable NoEstimate noEstimate) {}
