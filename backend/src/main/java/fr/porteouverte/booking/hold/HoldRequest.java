package fr.porteouverte.booking.hold;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What to hold. */
record HoldRequest(
    @NotBlank @Size(max = 20) String slotId, @NotBlank @Size(max = 20) String procedureId) {}
