package fr.porteouverte.permanence;

import java.time.LocalDateTime;

/** A stretch of the house's wall-clock time in which it is closed; {@code to} is exclusive. */
public record ClosedTime(LocalDateTime from, LocalDateTime to) {}
