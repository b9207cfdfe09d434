package fr.porteouverte.waitlist;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.slot.SlotView;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The wish for an earlier slot, and the one that is kept for this person just now. */
@Schema(name = "WaitlistEntry")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WaitlistView(
    @Schema(required = true) boolean waiting,
    @Schema(
            required = true,
            description =
                "The house offers it, the booking is still to come, and the person has an e-mail"
                    + " address or a mobile number and wants messages")
        boolean possible,
    @Schema(description = "Absent: nothing is offered now") @Nullable Offer offer) {

  /** A freed place, for this person only. */
  @Schema(name = "WaitlistOffer")
  public record Offer(
      @Schema(required = true) String id,
      @Schema(required = true, description = "remaining counts the place that is kept")
          SlotView slot,
      @Schema(required = true, description = "Takes it, with a reschedule of this booking")
          String holdId,
      @Schema(required = true, description = "With the site's offset") OffsetDateTime expiresAt) {}
}
