package fr.porteouverte.planning;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that a manager should see before saving; nothing of it forbids to save. */
@Schema(name = "PermanenceConflict")
public record ConflictView(
    @Schema(required = true) Kind kind,
    @Schema(required = true) Severity severity,
    @Schema(required = true, implementation = String.class, format = "date") LocalDate date,
    @Schema(required = true) OffsetDateTime start,
    @Schema(required = true) OffsetDateTime end,
    @Schema(description = "The other permanence") @Nullable String permanenceId,
    @Schema(required = true, description = "In the reader's language") String text) {

  /** What is in the way. */
  @Schema(name = "PermanenceConflictKind")
  public enum Kind {
    /** Another permanence is in the same room. */
    room,
    /** The house has fewer counters than are needed at that time. */
    counter,
    /** The house is closed then. */
    closed,
    /** Outside the house's opening hours. */
    openingHours,
    /** A public holiday. */
    holiday,
    /** The partner is somewhere else at that time. */
    samePartner
  }

  /** How much it matters. */
  @Schema(name = "PermanenceConflictSeverity")
  public enum Severity {
    /** The session takes place all the same. */
    warning,
    /** There will be no session at that time. */
    blocking
  }
}
