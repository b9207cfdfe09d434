package fr.porteouverte.queue;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who is expected is there. */
@Schema(name = "ArrivalRequest")
public record ArrivalRequest(
    @NotBlank
        @Size(max = 500)
        @Schema(
            examples = "K7QF-2MXD",
            description = "With or without dash, or the whole text of the slip's QR code")
        String reference) {}
