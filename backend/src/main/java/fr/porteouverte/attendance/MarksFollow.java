package fr.porteouverte.attendance;

import fr.porteouverte.booking.BookingHappened;
import fr.porteouverte.booking.SessionVisitors;
import fr.porteouverte.booking.SessionVisitors.Visitor;
import fr.porteouverte.queue.QueueChanged;
import fr.porteouverte.queue.SeenTickets;
import fr.porteouverte.queue.SeenTickets.Seen;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * A mark that the queue contradicts from now on is taken back with the change: an arrival that is
 * undone, a number that is taken back, somebody who was noted absent and comes. It is kept, as one
 * that was taken back.
 */
@ApplicationScoped
class MarksFollow {
  private static final String SYSTEM = "system";

  @Inject Attendances attendances;
  @Inject SeenTickets tickets;
  @Inject SessionVisitors visitors;
  @Inject Clock clock;

  void arrivalUndone(@Observes BookingHappened change) {
    if (change.kind() == BookingHappened.Kind.unarrived) {
      takeBack(Visited.booking(change.bookingId()));
    }
  }

  /** The house's queue is locked: nobody notes anything in between. */
  void queueChanged(@Observes QueueChanged change) {
    Seen ticket = change.ticketId() == null ? null : tickets.find(change.ticketId()).orElse(null);
    if (ticket == null) {
      return;
    }
    Visited visit = visit(ticket);
    Attendance current = attendances.current(visit);
    if (current != null && !whereabouts(ticket).allows(current.outcome())) {
      takeBack(visit);
    }
  }

  private static Visited visit(Seen ticket) {
    return ticket.bookingId() == null
        ? Visited.ticket(ticket.id())
        : Visited.booking(ticket.bookingId());
  }

  private Whereabouts whereabouts(Seen ticket) {
    return ticket.bookingId() == null
        ? Whereabouts.ofWalkIn(ticket, tickets.takenBack(ticket.id()))
        : Whereabouts.ofBooking(ticket, partner(visitors.locked(ticket.bookingId())));
  }

  private static @Nullable Long partner(Visitor visitor) {
    return visitor.partnerId();
  }

  private void takeBack(Visited visit) {
    attendances.takeBack(visit, SYSTEM, clock.instant());
  }
}
