package fr.porteouverte.booking.slip;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody types from their paper. */
@Schema(name = "SlipRequest")
public record SlipRequest(
    @NotBlank @Size(max = 40) @Schema(examples = "K7QF-2MXD") String reference,
    @NotBlank
        @Size(max = 40)
        @Schema(examples = "402 118", description = "The six digits of the paper")
        String code) {

  /** Bodies are never logged; nor is this one by accident. */
  @Override
  public String toString() {
    return "SlipRequest";
  }
}
