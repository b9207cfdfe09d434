package fr.porteouverte.cancellation;

import fr.porteouverte.booking.CancellationImpact;
import fr.porteouverte.booking.Change;
import fr.porteouverte.booking.HouseCancellations;
import fr.porteouverte.booking.SeriesBookings;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.queue.QueueNews;
import fr.porteouverte.session.CancellationCause;
import fr.porteouverte.slot.CalendarCut;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one place in which the house takes appointments away, whatever the cause: one session is
 * cancelled, the house closes, a series changes. All of it happens in the caller's transaction, and
 * locks in one order: slots, then the house's queue, then bookings (decisions 001, 008, 013). So
 * who books, calls or arrives meanwhile waits, and no two transactions wait for each other.
 */
@ApplicationScoped
public class Cancellations {
  @Inject CalendarCut slots;
  @Inject QueueNews queue;
  @Inject SeriesBookings series;
  @Inject HouseCancellations bookings;

  /**
   * @param what took the appointments away
   * @param reason as people read it, at most 200 characters; null: none is said
   * @param sessionId that is cancelled; null: another cause
   */
  record Cause(
      CancellationCause what, @Nullable String reason, @Nullable Long sessionId, Change by) {}

  /**
   * @param closeSlots locks the slots and closes them: nobody new can book from then on
   * @param tellQueue locks the queue of the house, when its today changes
   * @param standing reads ids of the bookings that lose their slots
   */
  @Transactional(Transactional.TxType.MANDATORY)
  CancellationImpact cancel(
      Cause cause, Runnable closeSlots, Runnable tellQueue, Supplier<Collection<Long>> standing) {
    return inOrder(
        closeSlots,
        tellQueue,
        () ->
            bookings.cancel(
                standing.get(), cause.what(), cause.reason(), cause.sessionId(), cause.by()));
  }

  /**
   * Locks all that a change of this series may take away; see {@link #cancelOf}.
   *
   * @param others ids of slots to which somebody moves
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void lock(Permanence permanence, Collection<Long> others, Instant now) {
    inOrder(
        () -> slots.lock(permanence.id(), now, others),
        () -> queue.seriesChanges(permanence),
        () -> {
          series.lock(permanence.id(), now);
          return null;
        });
  }

  /**
   * Bookings that a change of a series takes away, under its {@link #lock}.
   *
   * @param reason as people read it, at most 200 characters; null: none is said
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public CancellationImpact cancelOf(List<Long> bookingIds, @Nullable String reason, Change by) {
    return bookings.cancel(bookingIds, CancellationCause.planning, reason, null, by);
  }

  private static <T> T inOrder(Runnable slots, Runnable queue, Supplier<T> bookings) {
    slots.run();
    queue.run();
    return bookings.get();
  }
}
