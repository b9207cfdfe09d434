package fr.porteouverte.booking;

/**
 * Somebody wishes to hear of their booking in another way, or no more. A synchronous event inside
 * the transaction that notes the wish.
 */
public record ContactByChanged(long bookingId) {}
