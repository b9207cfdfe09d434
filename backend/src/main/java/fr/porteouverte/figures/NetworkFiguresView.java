package fr.porteouverte.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How many houses did in whole months. A number of people below five is not said. */
@Schema(name = "NetworkFigures")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NetworkFiguresView(
    @Schema(required = true) LocalDate from,
    @Schema(required = true, description = "The first day of the month after the last one")
        LocalDate to,
    @Schema(required = true) LocalDate comparedFrom,
    @Schema(required = true) LocalDate comparedTo,
    @Schema(description = "Absent: the whole country") @Nullable String department,
    @Schema(required = true) SummaryView summary,
    @Schema(required = true) SummaryView before,
    @Schema(required = true) List<SheetView> sheets,
    @Schema(required = true) List<MonthView> months,
    @Schema(
            required = true,
            description = "Of the country its departments, of a department its houses, by visits")
        List<PlaceView> places) {

  /** Visits of a month. */
  @Schema(name = "FigureMonth")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record MonthView(
      @Schema(required = true) LocalDate month,
      @Schema(description = "Absent: not said") @Nullable Long visits) {}

  /** A department or a house beside the others. */
  @Schema(name = "FigurePlace")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PlaceView(
      @Schema(required = true, description = "A department's code, or a house's id") String id,
      @Schema(required = true) String name,
      @Schema(description = "Of a house: where it stands") @Nullable Double latitude,
      @Nullable Double longitude,
      @Schema(description = "Absent: not said") @Nullable Long visits,
      @Schema(description = "Of the months before") @Nullable Long before,
      @Schema(description = "Minutes; absent with fewer than 20 waits")
          @Nullable Integer medianWait,
      @Schema(description = "Percent of the waits below 20 minutes; absent with fewer than 20")
          @Nullable Integer shortWaits,
      @Schema(required = true) long sessions,
      @Schema(required = true) long sessionsHeld,
      @Schema(required = true, description = "Nothing at all happened there") boolean none) {}
}
