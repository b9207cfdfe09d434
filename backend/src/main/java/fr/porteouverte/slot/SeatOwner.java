package fr.porteouverte.slot;

import java.time.Instant;
import java.util.UUID;

/** Who has a seat: a hold until it expires, or a booking for good. */
public sealed interface SeatOwner {

  public record Hold(UUID id, Instant expiresAt) implements SeatOwner {}

  public record Booking(long id) implements SeatOwner {}
}
