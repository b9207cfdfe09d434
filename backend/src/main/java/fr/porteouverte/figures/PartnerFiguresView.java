package fr.porteouverte.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a partner's own permanences went, in the houses of who asks. */
@Schema(name = "PartnerFigures")
public record PartnerFiguresView(
    @Schema(required = true) LocalDate from,
    @Schema(required = true, description = "The day after the last one; today is not in it")
        LocalDate to,
    @Schema(required = true) LocalDate comparedFrom,
    @Schema(required = true) LocalDate comparedTo,
    @Schema(required = true) SummaryView summary,
    @Schema(required = true) SummaryView before,
    @Schema(required = true) List<SheetView> sheets,
    @Schema(required = true, description = "Those with most half-days lost first")
        List<HouseView> houses) {

  /** One house. */
  @Schema(name = "PartnerFiguresOfHouse")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record HouseView(
      @Schema(required = true) String id,
      @Schema(required = true) String name,
      @Schema(required = true) String department,
      @Schema(required = true) long sessions,
      @Schema(required = true) long sessionsHeld,
      @Schema(
              required = true,
              description = "Mornings and afternoons that were cancelled or missed")
          long halfDaysLost,
      @Schema(required = true) long placesOffered,
      @Schema(required = true) long placesTaken,
      @Schema(required = true) long attended,
      @Schema(required = true) long absent,
      @Schema(required = true) long visits,
      @Schema(required = true, description = "Visits of which something was noted") long noted,
      @Schema(required = true, description = "Of those noted: no papers were missing")
          long papersComplete,
      @Schema(description = "Minutes of the wait in the middle") @Nullable Integer medianWait) {}
}
