package fr.porteouverte.booking.visitor;

import fr.porteouverte.booking.VisitorRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The person as they should have been written down, whole: what is missing is taken away. */
@Schema(name = "VisitorCorrection")
public record VisitorCorrection(
    @Valid @NotNull VisitorRequest visitor,
    @Schema(
            description =
                "Sends the confirmation once more, also to an address from which messages came back."
                    + " 400 when no e-mail or text message reaches the person. Not given: no")
        @Nullable Boolean confirmAgain) {

  boolean confirms() {
    return Boolean.TRUE.equals(confirmAgain);
  }
}
