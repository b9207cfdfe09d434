package fr.porteouverte.attendance;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of one tap for everybody. */
@Schema(name = "AllPresent")
public record AllPresentView(
    @Schema(required = true, description = "Everybody of the session, by start")
        List<SessionBookingView> items,
    @Schema(
            required = true,
            description =
                "Whose time has come, of whom nothing is noted: they did not come, or not yet")
        List<Left> notMarked) {

  /** Somebody who was left out, and why. */
  @Schema(name = "NotMarked")
  public record Left(
      @Schema(required = true) String reference, @Schema(required = true) Whereabouts why) {}
}
