package fr.porteouverte.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Puts a person to a desk, with all that follows. The caller has checked that it may be. */
@ApplicationScoped
class Calls {
  @Inject QueueEvents events;
  @Inject Overtakings overtakings;

  /**
   * @param line as it was before the call
   * @param reason for calling somebody whose turn it is not; else null
   */
  void call(Turn turn, Line line, Ticket ticket, Counter counter, String reason) {
    List<Long> passed = line.overtakenBy(ticket, counter);
    TicketBefore before = ticket.before();
    EventKind kind = EventKind.of(TicketAction.call, ticket.state());
    ticket.call(counter.id(), turn.now());
    QueueEvent event = new QueueEvent(turn, kind, turn.now()).of(ticket, before).because(reason);
    events.append(event);
    overtakings.add(turn.siteId(), event.seq(), passed);
  }
}
