package fr.porteouverte.planning;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What becomes of one booking that a change touches. */
@Schema(name = "BookingDecision")
public record Decision(
    @NotBlank @Size(max = 20) @Schema(required = true) String reference,
    @NotNull @Schema(required = true) Kind decision,
    @Size(max = 40) @Schema(description = "Of move: a proposal's, or any free slot's")
        @Nullable String slotId) {

  /** The three possibilities. */
  @Schema(name = "BookingDecisionKind")
  public enum Kind {
    /**
     * It stays as it is, in a slot that nobody else can book; not where the whole session falls.
     */
    keep,
    /** To another slot; the person gets a message. */
    move,
    /** The house takes it away; the person is told and proposed others. */
    cancel
  }
}
