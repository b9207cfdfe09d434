package fr.porteouverte.queue.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.procedure.ProcedureRef;
import fr.porteouverte.queue.TicketState;
import fr.porteouverte.queue.order.NoEstimate;
import fr.porteouverte.queue.order.WaitEstimate;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A ticket as its owner follows it on a phone: own place and wait, and nobody's name. */
@Schema(name = "OwnTicket")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OwnTicketView(
    @Schema(required = true, examples = "A012") String number,
    @Schema(required = true) String siteId,
    @Schema(required = true) String siteName,
    @Schema(required = true, description = "IANA zone") String zone,
    @Schema(required = true) TicketState state,
    @Schema(description = "How many are before; only who waits") @Nullable Integer ahead,
    @Schema(description = "Only who waits; absent: see noEstimate") @Nullable WaitEstimate estimate,
    @Schema(description = "Who waits and has no estimate") @Nullable NoEstimate noEstimate,
    @Schema(
            description =
                "The permanence will not serve you: ask at the reception. Absent: it will")
        @Nullable Stranded stranded,
    @Schema(description = "The counter that called", examples = "Guichet 1")
        @Nullable String counter,
    @Nullable OffsetDateTime calledAt,
    @Schema(required = true, description = "How often it was called") int calls,
    @Schema(description = "Was absent when called and waits again: not called before")
        @Nullable OffsetDateTime callableAt,
    @Schema(required = true) ProcedureRef procedure,
    @Schema(required = true, description = "Whether the house is open now") boolean open,
    @Schema(required = true) OffsetDateTime now) {}
