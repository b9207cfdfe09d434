package fr.porteouverte.slot;

import java.time.Instant;
import java.util.Collection;

/**
 * Places that nobody could book before: a new slot, one that is open again, or one with more room.
 * A synchronous event inside the transaction that opens them; the rows are there.
 *
 * @param starts of the slots, at a permanence one each
 */
public record SlotsOpened(long siteId, long permanenceId, Collection<Instant> starts) {}
