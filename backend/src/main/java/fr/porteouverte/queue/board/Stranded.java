package fr.porteouverte.queue.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.partner.PartnerRef;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why somebody waits in vain: the permanence that they wait for will not serve them. */
@Schema(name = "Stranded")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Stranded(
    @Schema(required = true) Cause cause,
    @Schema(description = "Since when nobody of it is there; absent: nobody came")
        @Nullable OffsetDateTime since,
    @Schema(description = "Why, as everybody may read it") @Nullable String reason,
    @Schema(description = "Whose permanence it is") @Nullable PartnerRef partner) {

  /** What became of the permanence. */
  @Schema(name = "StrandedCause")
  public enum Cause {
    /** Called off, or the calendar has it no more. */
    cancelled,
    /** The partner did not come. */
    partnerAbsent,
    /** The partner was there, and left before the end. */
    partnerLeft,
    /** Its hours are over. */
    over
  }
}
