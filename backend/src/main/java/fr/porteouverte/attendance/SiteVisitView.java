package fr.porteouverte.attendance;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.attendance.AttendanceView.Paper;
import fr.porteouverte.partner.PartnerRef;
import fr.porteouverte.procedure.ProcedureRef;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A visit of a day, as far as somebody must know it to find the one to correct. It names nobody.
 */
@Schema(name = "SiteVisit")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SiteVisitView(
    @Schema(description = "It is noted at the ticket's attendance; absent: it had no number")
        @Nullable String ticketId,
    @Schema(
            description =
                "Reference of the appointment, at whose attendance it is noted; absent: it had a"
                    + " number, or no appointment")
        @Nullable String booking,
    @Schema(description = "It was only counted, and is noted at that attendance")
        @Nullable String countedId,
    @Schema(examples = "A012") @Nullable String number,
    @Schema(
            required = true,
            description =
                "Arrival; of an appointment without a number its beginning; when it was counted")
        OffsetDateTime at,
    @Schema(description = "What it was about; absent: nobody said")
        @Nullable ProcedureRef procedure,
    @Schema(description = "Whose matter it was; absent: nobody said") @Nullable PartnerRef partner,
    @Schema(
            required = true,
            description = "The papers of the procedure, of which some may be missing")
        List<Paper> documents,
    @Schema(description = "What is noted; absent: nothing is") @Nullable AttendanceView noted) {

  /** One page of a day's visits. */
  @Schema(name = "SiteVisits")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record OfDay(
      @Schema(required = true) LocalDate date,
      @Schema(required = true, description = "No earlier day is listed") LocalDate earliest,
      @Schema(required = true) List<SiteVisitView> items,
      @Schema(nullable = true) @Nullable String nextCursor) {}
}
