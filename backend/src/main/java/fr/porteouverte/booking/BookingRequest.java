package fr.porteouverte.booking;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** A booking to make, from a hold or directly. */
record BookingRequest(
    @NotBlank @Size(max = 20) String slotId,
    @NotBlank @Size(max = 20) String procedureId,
    UUID holdId,
    @NotNull @Valid VisitorRequest visitor) {}
