package fr.porteouverte.booking.hold;

import fr.porteouverte.http.Ids;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What to hold. */
record HoldRequest(
    @NotBlank @Size(max = Ids.LONGEST) String slotId,
    @NotBlank @Size(max = Ids.LONGEST) String procedureId) {}
