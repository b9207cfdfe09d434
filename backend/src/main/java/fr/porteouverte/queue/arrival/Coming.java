package fr.porteouverte.queue.arrival;

import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.queue.ticket.TicketOrigin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who comes in, and for what.
 *
 * @param permanence null: to the house's own clerks
 * @param bookingId null for a walk-in
 * @param dueAt start of the appointment; null for a walk-in
 */
public record Coming(
    TicketOrigin origin,
    Procedure procedure,
    @Nullable Permanence permanence,
    @Nullable Long bookingId,
    Instant arrivedAt,
    @Nullable Instant dueAt,
    boolean priority) {

  public static Coming walkIn(
      Procedure what, @Nullable Permanence host, Instant at, boolean priority) {
    return new Coming(TicketOrigin.walkIn, what, host, null, at, null, priority);
  }

  static Coming expected(
      Procedure what, Permanence host, long bookingId, Instant at, Instant due, boolean priority) {
    return new Coming(TicketOrigin.appointment, what, host, bookingId, at, due, priority);
  }
}
