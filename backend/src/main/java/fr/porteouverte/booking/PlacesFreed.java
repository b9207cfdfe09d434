package fr.porteouverte.booking;

import fr.porteouverte.slot.Slot;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Somebody left places. A synchronous event in the transaction that frees them, the last of its
 * changes: what its observers write is committed with it, or not at all.
 *
 * @param bookingId that moved or was cancelled; null: a hold was given back
 * @param siteId of the house that it left; 0 with a hold
 * @param locked the slots whose locks the transaction has, free of expired holds
 * @param freed ids of the slots that were left
 * @param took id of the slot to which the booking moved; null when it was cancelled
 */
public record PlacesFreed(
    @Nullable Long bookingId,
    long siteId,
    Collection<Slot> locked,
    Collection<Long> freed,
    @Nullable Long took,
    Instant at) {

  /** A hold was given back. */
  public static PlacesFreed byHold(Collection<Slot> locked, Collection<Long> freed, Instant at) {
    return new PlacesFreed(null, 0, locked, freed, null, at);
  }
}
