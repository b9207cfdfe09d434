package fr.porteouverte.planning;

import fr.porteouverte.booking.CancellationImpact;
import fr.porteouverte.http.Versioned;
import fr.porteouverte.permanence.PermanenceView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a change did. */
@Schema(name = "PermanenceChange")
public record ChangeView(
    @Schema(required = true) PermanenceView permanence,
    @Schema(description = "The later part, or the day, that is a permanence of its own now")
        @Nullable PermanenceView also,
    @Schema(required = true) int kept,
    @Schema(required = true) int moved,
    @Schema(required = true) int cancelled,
    @Schema(required = true, description = "How those whom the house cancels hear of it")
        CancellationImpact impact)
    implements Versioned {

  @Override
  public int version() {
    return permanence.version();
  }
}
