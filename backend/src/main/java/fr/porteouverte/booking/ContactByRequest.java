package fr.porteouverte.booking;

import jakarta.validation.constraints.NotNull;

/** How the person wants to be reached. */
record ContactByRequest(@NotNull ContactBy contactBy) {}
