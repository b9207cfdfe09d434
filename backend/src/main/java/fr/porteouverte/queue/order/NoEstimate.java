package fr.porteouverte.queue.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why nobody can say how long somebody will wait, and from when on they may be called. */
@Schema(name = "NoEstimate", description = "In place of an estimate, of who waits")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoEstimate(
    @Schema(required = true) Reason reason,
    @Schema(description = "Of sessionNotBegun and houseClosed: nobody is called before")
        @Nullable OffsetDateTime from) {

  /** Each is an answer of its own to who waits. */
  @Schema(
      name = "NoEstimateReason",
      description =
          "sessionNotBegun: its permanence begins later today; houseClosed: the house opens later"
              + " today; noCounterOpen: by the hours somebody could call, but no counter for that"
              + " person is open; overForToday: its permanence is over or called off, or the house"
              + " opens no more today")
  public enum Reason {
    sessionNotBegun,
    houseClosed,
    noCounterOpen,
    overForToday
  }
}
