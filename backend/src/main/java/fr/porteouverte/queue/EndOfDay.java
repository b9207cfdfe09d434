package fr.porteouverte.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Ends what a house left open on a day before: whoever was called did not come, all others are
 * gone; also who was being served, for nobody knows until when, and no visit is measured by it.
 */
@ApplicationScoped
class EndOfDay {
  @Inject Tickets tickets;
  @Inject Counters counters;
  @Inject QueueEvents events;

  /**
   * @param turn of the new day
   */
  void close(Turn turn) {
    ZoneId zone = turn.site().zone();
    for (Ticket ticket : tickets.forgotten(turn.siteId(), turn.date())) {
      end(turn, ticket, ticket.date().plusDays(1).atStartOfDay(zone).toInstant());
    }
    for (Counter counter : counters.at(turn.siteId())) {
      if (counter.openedBy() != null && !counter.openOn(turn.date(), zone)) {
        counter.close();
        events.append(new QueueEvent(turn, EventKind.counterClosed, turn.now()).of(counter));
      }
    }
  }

  private void end(Turn turn, Ticket ticket, Instant midnight) {
    TicketBefore before = ticket.before();
    EventKind kind =
        switch (ticket.state()) {
          case called -> {
            ticket.miss(midnight);
            yield EventKind.missed;
          }
          default -> {
            ticket.leave(midnight);
            yield EventKind.left;
          }
        };
    events.append(new QueueEvent(turn, kind, midnight).of(ticket, before));
  }
}
