package fr.porteouverte.event;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of an event, in numbers. */
@Schema(name = "EventFigures")
public record FiguresView(
    @Schema(required = true) List<OfSession> sessions, @Schema(required = true) Figures total) {

  /** A workshop and its figures. */
  @Schema(name = "SessionFigures")
  public record OfSession(
      @Schema(required = true) EventSessionView session,
      @Schema(required = true) Figures figures) {}

  /** What became of a workshop, or of all of them. */
  @Schema(name = "Figures")
  public record Figures(
      @Schema(required = true) int places,
      @Schema(required = true, description = "Not cancelled") int booked,
      @Schema(required = true) int attended,
      @Schema(required = true) int absent,
      @Schema(required = true, description = "They said that they would not come") int excused,
      @Schema(required = true, description = "Nobody has noted it yet") int unmarked,
      @Schema(required = true, description = "Came without a booking") int walkIns) {
    static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0);

    Figures plus(Figures more) {
      return new Figures(
          places + more.places,
          booked + more.booked,
          attended + more.attended,
          absent + more.absent,
          excused + more.excused,
          unmarked + more.unmarked,
          walkIns + more.walkIns);
    }
  }
}
