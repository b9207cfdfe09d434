package fr.porteouverte.planning;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a permanence would be; nothing is written. */
@Schema(name = "PermanencePreview")
public record PreviewView(
    @Schema(required = true, description = "By time, at most 200") List<ConflictView> conflicts,
    @Schema(required = true, description = "Of the days that change") List<PlannedView> sessions,
    @Schema(required = true, description = "Each needs a decision; over all days, not only these")
        List<TouchedView> touched) {

  /** A session as it would be. */
  @Schema(name = "PlannedSession")
  public record PlannedView(
      @Schema(required = true, implementation = String.class, format = "date") LocalDate date,
      @Schema(required = true) OffsetDateTime start,
      @Schema(required = true) OffsetDateTime end,
      @Schema(required = true, description = "None for walk-ins") List<PlannedSlot> slots,
      @Schema(description = "Of a session that is there already and stays")
          @Nullable String sessionId) {}

  /** A slot as it would be. */
  @Schema(name = "PlannedSlot")
  public record PlannedSlot(
      @Schema(required = true) OffsetDateTime start, @Schema(required = true) OffsetDateTime end) {}
}
