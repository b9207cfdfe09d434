package fr.porteouverte.booking;

/**
 * The person of a booking is named or reached otherwise than was written down. A synchronous event
 * inside the transaction of the correction.
 *
 * @param confirmAgain they are to be sent the confirmation once more
 */
public record VisitorCorrected(long bookingId, boolean confirmAgain) {}
