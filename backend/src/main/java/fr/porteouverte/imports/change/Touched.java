package fr.porteouverte.imports.change;

import fr.porteouverte.text.Text;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An appointment or a permanence that a change of its house concerns. */
@Schema(name = "ImportTouched")
public record Touched(
    @Schema(required = true) Why why,
    @Schema(description = "Of the appointment; absent: it is a permanence")
        @Nullable String reference,
    @Schema(description = "Of the permanence; absent: it is an appointment")
        @Nullable String permanenceId,
    @Schema(description = "Who holds the permanence") @Nullable Text host,
    @Schema(required = true, description = "Of a permanence its next date") OffsetDateTime start) {

  /** What the change means for it. */
  @Schema(name = "ImportTouchedWhy")
  public enum Why {
    /** The house has another name or address: the person is told, the calendar entry moves. */
    told,
    /** It was within the hours of the house, and would not be any more. */
    outsideHours,
    /** The house is no longer in the list. */
    stillThere
  }
}
