package fr.porteouverte.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one looks at first. A number that would tell fewer than five outside the house is absent.
 */
@Schema(name = "FigureSummary")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SummaryView(
    @Schema(description = "People who were received; who left is none") @Nullable Long visits,
    @Schema(description = "Waits that were measured: from the number to the first call")
        @Nullable Long waits,
    @Schema(description = "Minutes of the wait in the middle; absent: none was measured")
        @Nullable Integer medianWait,
    @Schema(description = "Waits of less than 20 minutes") @Nullable Long shortWaits,
    @Nullable Long gone,
    @Schema(description = "Telephone calls that were counted; nobody was received by one")
        @Nullable Long calls,
    @Schema(description = "Appointments that were not cancelled") @Nullable Long appointments,
    @Nullable Long attended,
    @Nullable Long absent,
    @Schema(description = "Sessions, those to come left aside") @Nullable Long sessions,
    @Nullable Long sessionsHeld,
    @Nullable Long placesOffered,
    @Nullable Long placesTaken,
    @Nullable Long solved,
    @Schema(description = "Visits of which something is noted") @Nullable Long noted,
    @Nullable Long papersMissing) {

  static SummaryView of(Counts counts) {
    return new SummaryView(
        counts.visits(),
        counts.waits(),
        counts.median(),
        counts.inTime(),
        counts.sum("gone"),
        counts.sum("call"),
        counts.sum("fate"),
        counts.of("fate", "attended"),
        counts.of("fate", "absent"),
        counts.sum("session") - counts.of("session", "upcoming"),
        counts.of("session", "held") + counts.of("session", "stopped"),
        counts.of("places", "offered"),
        counts.of("places", "taken"),
        counts.of("result", "solved") + counts.of("result", "autonomous"),
        counts.sum("result"),
        counts.sum("papers"));
  }
}
