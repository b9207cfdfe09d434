package fr.porteouverte.booking;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the waiting list asks of whoever gives places back: to lock a little more than their own,
 * since somebody who waits may fit in only together with a neighbour. The room {@code waitlist}
 * answers; it learns of the freed places by {@link PlacesFreed}.
 */
public interface Waitlist {
  /**
   * To be asked before any lock.
   *
   * @param had ids of the slots in which the booking sits
   * @return ids of all slots to lock, in one statement, when this booking gives its places back
   */
  List<Long> slotsToLock(long bookingId, Collection<Long> had);

  /** The same of a hold that is given back. */
  List<Long> slotsToLock(Collection<Long> had);

  /** The hold of the place that this booking is offered at this slot; null without one. */
  @Nullable UUID holdAt(long bookingId, long slotId);

  /** Before the seats of expired holds go: afterwards nobody knows that a place was freed. */
  void passOnExpiredHolds(Instant now);
}
