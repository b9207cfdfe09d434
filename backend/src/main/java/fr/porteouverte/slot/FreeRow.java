package fr.porteouverte.slot;

import java.time.Instant;

/**
 * A row at which a visit may start.
 *
 * @param remaining places left in the fullest row of the run
 */
record FreeRow(long id, long permanenceId, Instant start, int capacity, int remaining) {}
