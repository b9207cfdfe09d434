package fr.porteouverte.booking;

import java.time.Instant;
import java.util.Set;

/**
 * A booking that stands, with the slots in which it sits, for who plans what they belong to.
 *
 * @param slotIds of its seats
 * @param sessionId of its first slot
 */
public record StandingBooking(
    long id,
    String reference,
    String firstName,
    String lastName,
    Instant start,
    Instant end,
    long procedureId,
    long slotId,
    long sessionId,
    Set<Long> slotIds) {}
