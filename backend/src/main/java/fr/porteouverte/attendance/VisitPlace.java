package fr.porteouverte.attendance;

import fr.porteouverte.booking.SessionVisitors.Visitor;
import fr.porteouverte.http.Ids;
import fr.porteouverte.queue.SeenTickets.Seen;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where and when a visit took place, and about what: its number says it, else its appointment.
 *
 * @param date local day of the house
 * @param at when the person arrived; of an appointment without a number its beginning
 * @param permanenceId who received; null: the house's own counters
 * @param procedureId null: nobody said
 */
record VisitPlace(
    long siteId,
    LocalDate date,
    Instant at,
    @Nullable Long permanenceId,
    @Nullable Long procedureId) {

  static VisitPlace of(Seen ticket) {
    return new VisitPlace(
        ticket.siteId(),
        ticket.date(),
        ticket.arrivedAt(),
        ticket.permanenceId(),
        ticket.procedureId());
  }

  /**
   * @param ticket null: none
   */
  static VisitPlace of(Visitor visitor, @Nullable Seen ticket) {
    return ticket != null
        ? of(ticket)
        : new VisitPlace(
            visitor.siteId(),
            visitor.start().atZone(visitor.zone()).toLocalDate(),
            visitor.start(),
            visitor.permanenceId(),
            Ids.parse(visitor.procedure().id()));
  }
}
