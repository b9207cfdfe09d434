package fr.porteouverte.slot;

import java.time.Instant;

/** What never changes of a slot row, and so may be read before its lock. */
public record SlotPlace(long id, long sessionId, long permanenceId, Instant start, Instant end) {}
