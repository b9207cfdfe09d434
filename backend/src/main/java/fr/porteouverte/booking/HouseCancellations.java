package fr.porteouverte.booking;

import fr.porteouverte.database.TryAgain;
import fr.porteouverte.session.CancellationCause;
import fr.porteouverte.slot.Seats;
import fr.porteouverte.slot.Slot;
import fr.porteouverte.slot.SlotLocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The house takes appointments away: a session is cancelled, the house closes, a permanence
 * changes. Each of them is cancelled in the transaction of its cause, so that nobody is forgotten
 * and nobody told twice, and can be taken up again at another time with the same reference.
 */
@ApplicationScoped
public class HouseCancellations {
  @Inject Bookings bookings;
  @Inject BookingEvents events;
  @Inject Event<PlacesFreed> freed;
  @Inject SlotLocks locks;
  @Inject Seats seats;
  @Inject MessageReach reach;
  @Inject Clock clock;

  /**
   * Joins the caller's transaction, whose slots nobody new can book any more: they are closed, and
   * locked. Who arrived or cancelled meanwhile is left alone. Closed slots that are empty now are
   * deleted.
   *
   * @param reason as people read it, at most 200 characters; null: none is said
   * @param sessionId that was cancelled; null: another cause
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public CancellationImpact cancel(
      Collection<Long> bookingIds,
      CancellationCause cause,
      @Nullable String reason,
      @Nullable Long sessionId,
      Change by) {
    Instant now = clock.instant();
    TreeSet<Long> ids = new TreeSet<>(bookingIds);
    List<Slot> locked = locks.lockFresh(seats.slotsOfBookings(ids));
    locked.forEach(slot -> seats.dropExpired(slot, now));
    CancellationImpact impact = CancellationImpact.NOBODY;
    for (long id : ids) {
      Booking booking = bookings.locked(id);
      if (booking.state() == BookingState.booked) {
        List<Long> had = seats.slotsOfBooking(id);
        requireLocked(had, locked);
        seats.releaseBooking(locked.stream().filter(slot -> had.contains(slot.id())).toList(), id);
        booking.cancelByHouse(cause, sessionId, reason, now);
        impact = impact.and(reach.reaches(id));
        events.append(booking, BookingHappened.Kind.cancelledByHouse, by, null, now);
        freed.fire(new PlacesFreed(id, booking.site().id(), locked, List.of(), null, now));
      }
    }
    locks.dropClosed(locked);
    return impact;
  }

  /**
   * One among others whose slots stay open, and are locked and free of expired holds; the caller
   * has the booking's own lock.
   *
   * @param reason as people read it; null: none is said
   * @return ids of the slots that it left; empty: it was no longer booked
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Long> cancelOne(
      Booking booking, List<Slot> locked, @Nullable String reason, Change by, Instant now) {
    if (booking.state() != BookingState.booked) {
      return List.of();
    }
    List<Long> had = seats.slotsOfBooking(booking.id());
    requireLocked(had, locked);
    seats.releaseBooking(
        locked.stream().filter(slot -> had.contains(slot.id())).toList(), booking.id());
    booking.cancelByHouse(null, null, reason, now);
    events.append(booking, BookingHappened.Kind.cancelledByHouse, by, null, now);
    return had;
  }

  /** How many would lose their appointment, and how they would hear of it. Nothing is changed. */
  @Transactional(Transactional.TxType.MANDATORY)
  public CancellationImpact preview(Collection<Long> bookingIds) {
    CancellationImpact impact = CancellationImpact.NOBODY;
    for (long id : bookingIds) {
      impact = impact.and(reach.reaches(id));
    }
    return impact;
  }

  private static void requireLocked(List<Long> had, List<Slot> locked) {
    if (!locked.stream().map(Slot::id).toList().containsAll(had)) {
      throw new TryAgain("the booking moved meanwhile");
    }
  }
}
