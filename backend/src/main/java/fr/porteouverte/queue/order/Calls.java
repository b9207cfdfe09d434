package fr.porteouverte.queue.order;

import fr.porteouverte.queue.EventKind;
import fr.porteouverte.queue.TicketCalled;
import fr.porteouverte.queue.change.LockedQueue;
import fr.porteouverte.queue.change.QueueEvent;
import fr.porteouverte.queue.change.QueueEvents;
import fr.porteouverte.queue.counter.Counter;
import fr.porteouverte.queue.ticket.Ticket;
import fr.porteouverte.queue.ticket.TicketAction;
import fr.porteouverte.queue.ticket.TicketBefore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a person to a counter, with all that follows. The caller has checked that it may be. */
@ApplicationScoped
public class Calls {
  @Inject QueueEvents events;
  @Inject Overtakings overtakings;
  @Inject Event<TicketCalled> called;

  /**
   * @param line as it was before the call
   * @param reason for calling somebody whose turn it is not; else null
   */
  public void call(
      LockedQueue queue, Line line, Ticket ticket, Counter counter, @Nullable String reason) {
    List<Long> passed = line.overtakenBy(ticket, counter);
    TicketBefore before = ticket.before();
    EventKind kind = EventKind.of(TicketAction.call, ticket.state());
    boolean first = ticket.calls() == 0;
    ticket.call(counter.id(), queue.now());
    QueueEvent event = new QueueEvent(queue, kind, queue.now()).of(ticket, before).because(reason);
    events.append(event);
    overtakings.add(queue.siteId(), event.seq(), passed);
    if (first) {
      called.fire(new TicketCalled(waited(ticket, queue.now())));
    }
  }

  private static Duration waited(Ticket ticket, Instant now) {
    Instant due = ticket.dueAt();
    Instant since = due != null && due.isAfter(ticket.arrivedAt()) ? due : ticket.arrivedAt();
    return since.isAfter(now) ? Duration.ZERO : Duration.between(since, now);
  }
}
