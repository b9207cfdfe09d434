package fr.porteouverte.slot;

import java.time.Instant;

/**
 * A row at which a visit may start.
 *
 * @param capacity places that the one who asks may book, taken or not
 * @param remaining of these, the ones left in the fullest row of the run
 */
record FreeRow(long id, long permanenceId, Instant start, int capacity, int remaining) {}
