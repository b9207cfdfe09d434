package fr.porteouverte.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.text.Text;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a house did in some days, beside those before them. It names nobody. */
@Schema(name = "HouseFigures")
public record FiguresView(
    @Schema(required = true) LocalDate from,
    @Schema(required = true, description = "The day after the last one") LocalDate to,
    @Schema(required = true, description = "The days before, for comparison")
        LocalDate comparedFrom,
    @Schema(required = true) LocalDate comparedTo,
    @Schema(required = true) SummaryView summary,
    @Schema(required = true) SummaryView before,
    @Schema(required = true) List<SheetView> sheets,
    @Schema(required = true, description = "Each day of the period that has begun")
        List<DayView> days,
    @Schema(required = true, description = "Where the rows of the table of communes lie")
        List<CommuneView> communes,
    @Schema(required = true) OpeningView opening,
    @Schema(required = true, description = "Open-door weeks and workshops of these days")
        List<EffectView> events) {

  /** One day. */
  @Schema(name = "FigureDay")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record DayView(
      @Schema(required = true) LocalDate date,
      @Schema(required = true) long number,
      @Schema(description = "Of how many it is a part") @Nullable Long of,
      @Schema(description = "Minutes of the wait in the middle") @Nullable Integer medianWait) {}

  /** A commune where people live who were received. */
  @Schema(name = "FigureCommune")
  public record CommuneView(
      @Schema(required = true, description = "As the row of the table: the INSEE code") String key,
      @Schema(required = true) double latitude,
      @Schema(required = true) double longitude,
      @Schema(required = true, description = "From the house, as the crow flies") double km) {}

  /** Published hours against the label's minimum. */
  @Schema(name = "OpeningHoursCheck")
  public record OpeningView(
      @Schema(required = true) int weeklyMinutes,
      @Schema(required = true) int days,
      @Schema(required = true, description = "At least 24 hours on 5 days, as the label asks")
          boolean enough) {}

  /** Visits of the four weeks before an event and of those after it. */
  @Schema(name = "EventEffect")
  public record EffectView(
      @Schema(required = true) String code,
      @Schema(required = true) Text title,
      @Schema(required = true) LocalDate firstDate,
      @Schema(required = true) LocalDate lastDate,
      @Schema(required = true) long visitsBefore,
      @Schema(required = true) long visitsAfter,
      @Schema(required = true, description = "Days of the four weeks after it that are over")
          int daysAfter) {}
}
