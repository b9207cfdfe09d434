package fr.porteouverte.queue.arrival;

import fr.porteouverte.http.Ids;
import fr.porteouverte.queue.TicketState;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of the paper sheet, entered afterwards with its real times, all of one local day. */
@Schema(name = "LateEntryRequest")
public record LateEntryRequest(
    @Size(max = 500) @Schema(description = "Of who had a booking that day")
        @Nullable String reference,
    @Size(max = Ids.LONGEST) @Schema(description = "Of a walk-in, instead of reference")
        @Nullable String procedureId,
    @Size(max = Ids.LONGEST)
        @Schema(description = "With procedureId; absent: the house's own clerks")
        @Nullable String permanenceId,
    @NotNull @Schema(required = true, description = "In the last seven days")
        OffsetDateTime arrivedAt,
    @Schema(description = "When the counter began; absent: not known")
        @Nullable OffsetDateTime startedAt,
    @Schema(description = "When the visit ended; absent: not known")
        @Nullable OffsetDateTime endedAt,
    @NotNull @Schema(required = true) Outcome outcome,
    @Schema(description = "Priority card, pregnancy, very old age; no reason is kept")
        @Nullable Boolean priority) {

  /** How it ended; waiting: the person is still there, today. */
  @Schema(name = "LateOutcome")
  public enum Outcome {
    done,
    left,
    missed,
    waiting;

    TicketState state() {
      return TicketState.valueOf(name());
    }
  }
}
