package fr.porteouverte.queue.change;

import fr.porteouverte.queue.EventKind;
import fr.porteouverte.queue.counter.Counter;
import fr.porteouverte.queue.counter.Counters;
import fr.porteouverte.queue.ticket.Ticket;
import fr.porteouverte.queue.ticket.TicketBefore;
import fr.porteouverte.queue.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Ends what a house left open on a day before: whoever was called did not come, who was being
 * served was served, for nobody knows how long, so no visit is measured by it, and all others are
 * gone.
 */
@ApplicationScoped
class EndOfDay {
  @Inject Tickets tickets;
  @Inject Counters counters;
  @Inject QueueEvents events;

  /**
   * @param queue on the new day
   */
  void close(LockedQueue queue) {
    ZoneId zone = queue.site().zone();
    for (Ticket ticket : tickets.forgotten(queue.siteId(), queue.date())) {
      end(queue, ticket, ticket.date().plusDays(1).atStartOfDay(zone).toInstant());
    }
    for (Counter counter : counters.at(queue.siteId())) {
      if (counter.openedBy() != null && !counter.openOn(queue.date(), zone)) {
        counter.close();
        events.append(new QueueEvent(queue, EventKind.counterClosed, queue.now()).of(counter));
      }
    }
  }

  private void end(LockedQueue queue, Ticket ticket, Instant midnight) {
    TicketBefore before = ticket.before();
    EventKind kind =
        switch (ticket.state()) {
          case called -> {
            ticket.miss(midnight, queue.callsAtMost());
            yield EventKind.missed;
          }
          case serving -> {
            ticket.received(midnight);
            yield EventKind.finished;
          }
          default -> {
            ticket.leave(midnight);
            yield EventKind.left;
          }
        };
    events.append(new QueueEvent(queue, kind, midnight).of(ticket, before));
  }
}
