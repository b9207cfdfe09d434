package fr.porteouverte.queue.arrival;

import fr.porteouverte.http.Ids;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A number for a walk-in. */
@Schema(name = "TicketRequest")
public record TicketRequest(
    @Schema(description = "Absent: to be guided, by any counter of the house itself")
        @Size(max = Ids.LONGEST)
        @Nullable String procedureId,
    @Schema(description = "With a session today; absent: the house's own clerks")
        @Nullable String permanenceId,
    @Schema(description = "Priority card, pregnancy, very old age; no reason is kept")
        @Nullable Boolean priority) {}
