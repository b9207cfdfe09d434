package fr.porteouverte.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.queue.admission.NumbersView;
import fr.porteouverte.queue.counter.CounterView;
import fr.porteouverte.queue.ticket.TicketView;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A house's queue today, as its staff see it. */
@Schema(name = "Queue")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QueueView(
    @Schema(required = true, description = "Of the last change; what is shown may be newer")
        long seq,
    @Schema(required = true) String siteId,
    @Schema(required = true, description = "The house's local day") LocalDate date,
    @Schema(required = true) OffsetDateTime now,
    @Schema(required = true, description = "Whether the house is open now") boolean open,
    @Schema(description = "While it is open; absent: unknown") @Nullable OffsetDateTime closesAt,
    @Schema(description = "While it is closed; absent: not within two weeks, or unknown")
        @Nullable OffsetDateTime opensAt,
    @Schema(required = true, description = "Some of this will be different then: read again")
        OffsetDateTime validUntil,
    @Schema(required = true, description = "Whether who walks in gets a number now, and with whom")
        List<NumbersView> numbers,
    @Schema(required = true, description = "In the house's order") List<CounterView> counters,
    @Schema(required = true, description = "In calling order") List<TicketView> waiting,
    @Schema(required = true, description = "Called, served, put aside, or absent when called")
        List<TicketView> present,
    @Schema(required = true, description = "The last 20 done or gone, newest first")
        List<TicketView> finished,
    @Schema(required = true, description = "Of each open counter, the ticket that is next there")
        Map<String, String> nextByCounter) {}
