package fr.porteouverte.slot;

import java.time.Instant;

/**
 * What hardly changes of a slot row, and so is read before its lock. When a series is cut in two
 * its later slots change permanence: who has the lock looks whether it is still the same.
 */
public record SlotRef(long id, long sessionId, long permanenceId, Instant start, Instant end) {}
