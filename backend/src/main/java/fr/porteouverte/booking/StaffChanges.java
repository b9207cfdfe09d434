package fr.porteouverte.booking;

import fr.porteouverte.access.Access;
import fr.porteouverte.booking.change.BookingChanges;
import fr.porteouverte.booking.change.RescheduleRequest;
import fr.porteouverte.booking.seating.BookableTimes;
import fr.porteouverte.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Changes by staff as a part of what another room does. They join the caller's transaction (run it
 * by {@link fr.porteouverte.database.Transactions}, which tries again), and come first in it: the
 * slots' locks precede every other. 404 for a booking or a slot of somebody else's house.
 */
@ApplicationScoped
public class StaffChanges {
  @Inject BookingChanges changes;
  @Inject Bookings bookings;
  @Inject BookableTimes window;
  @Inject Access access;
  @Inject Clock clock;

  /**
   * Refused when it is cancelled or arrived, or its time is over.
   *
   * @param ifMatch the version that was seen; null: whichever it is
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void cancel(long bookingId, @Nullable String ifMatch, Change by) {
    requireOwn(bookingId);
    changes.cancel(bookingId, ifMatch, by, clock.instant());
  }

  /**
   * To the slot it has: nothing changes.
   *
   * @param ifMatch the version that was seen; null: whichever it is
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void move(long bookingId, @Nullable String ifMatch, String slotId, Change by) {
    requireOwn(bookingId);
    RescheduleRequest wanted = new RescheduleRequest(slotId, null, null);
    changes.move(bookingId, ifMatch, wanted, by, clock.instant());
  }

  /** Around the whole transaction: a slot that cannot be had is refused with others. */
  public <T> T offeringAlternatives(long bookingId, String slotId, Supplier<T> transaction) {
    return window.offeringAlternatives(slotId, bookings.procedureOf(bookingId), transaction);
  }

  private void requireOwn(long bookingId) {
    access.requireOwn(bookings.findByIdOptional(bookingId).orElseThrow(NotFound::new).site().id());
  }
}
