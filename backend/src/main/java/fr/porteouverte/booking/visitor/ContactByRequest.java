package fr.porteouverte.booking.visitor;

import fr.porteouverte.booking.ContactBy;
import jakarta.validation.constraints.NotNull;

/** How the person wants to be reached. */
public record ContactByRequest(@NotNull ContactBy contactBy) {}
