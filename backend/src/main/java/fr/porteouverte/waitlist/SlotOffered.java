package fr.porteouverte.waitlist;

import java.time.Instant;

/**
 * A freed place is kept for somebody who waits for an earlier one. A synchronous event inside the
 * transaction that keeps it: what its observers write is committed with the offer, or not at all.
 *
 * @param slotStart of the place; the booking's own start is later
 * @param expiresAt until when the person may take it; then the next who waits is offered it
 */
public record SlotOffered(
    long offerId, long bookingId, long siteId, Instant slotStart, Instant expiresAt, Instant at) {}
