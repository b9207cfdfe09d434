package fr.porteouverte.booking;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** Where a booking is to move: the same procedure, another slot. */
record RescheduleRequest(@NotBlank @Size(max = 20) String slotId, UUID holdId) {}
