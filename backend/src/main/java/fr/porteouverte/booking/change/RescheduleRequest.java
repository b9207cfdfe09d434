package fr.porteouverte.booking.change;

import fr.porteouverte.http.Ids;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a booking is to move: the same procedure, another slot. */
public record RescheduleRequest(
    @NotBlank @Size(max = Ids.LONGEST) String slotId,
    @Nullable UUID holdId,
    @Schema(description = "Said by staff: the person knows already. Not given: no")
        @Nullable Boolean told) {}
