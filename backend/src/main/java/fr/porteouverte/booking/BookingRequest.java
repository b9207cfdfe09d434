package fr.porteouverte.booking;

import fr.porteouverte.http.Ids;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A booking to make, from a hold or directly. */
record BookingRequest(
    @NotBlank @Size(max = Ids.LONGEST) String slotId,
    @NotBlank @Size(max = Ids.LONGEST) String procedureId,
    @Nullable UUID holdId,
    @NotNull @Valid VisitorRequest visitor) {}
