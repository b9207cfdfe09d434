package fr.porteouverte.booking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A booking in the hands of its visitor, or of staff of its house.
 *
 * @param actor {@link Change#VISITOR}, or an agent's username
 * @param slipCode of its paper
 * @param toSystem another system asks, which is told nothing of the person
 */
public record OpenBooking(Booking booking, String actor, String slipCode, boolean toSystem) {

  public long id() {
    return booking.id();
  }

  boolean byStaff() {
    return !Change.VISITOR.equals(actor);
  }

  /**
   * @param told by staff; the visitor knows what they do. Null: not told
   */
  public Change change(@Nullable Boolean told) {
    return byStaff() ? Change.atCounter(actor, Boolean.TRUE.equals(told)) : Change.by(actor);
  }

  public BookingView view(Instant now) {
    BookingView view = BookingView.of(booking, null, slipCode, byStaff(), now);
    return toSystem ? view.toSystem() : view;
  }
}
