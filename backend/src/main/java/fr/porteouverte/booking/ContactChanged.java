package fr.porteouverte.booking;

/**
 * The person of a booking is reached otherwise than before: they wished so, or staff put right what
 * was written down of them. A synchronous event inside the transaction of that change.
 *
 * @param confirmAgain they are to be sent the confirmation once more
 */
public record ContactChanged(long bookingId, boolean confirmAgain) {}
