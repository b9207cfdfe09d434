package fr.porteouverte.queue.ticket;

import fr.porteouverte.queue.EventKind;
import fr.porteouverte.queue.arrival.Coming;
import fr.porteouverte.queue.change.LockedQueue;
import fr.porteouverte.queue.change.QueueEvent;
import fr.porteouverte.queue.change.QueueEvents;
import fr.porteouverte.secret.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Gives numbers, under the lock of the queue. */
@ApplicationScoped
public class Issue {
  /** 128 bits: whoever has it sees that place, and nobody guesses it. */
  private static final int PUBLIC_ID_BYTES = 16;

  @Inject Tickets tickets;
  @Inject TicketNumbers numbers;
  @Inject QueueEvents events;

  public Ticket ticket(LockedQueue queue, Coming coming) {
    return ticket(queue, coming, null, true);
  }

  /**
   * @param reason why it is given though it should not be; null: nothing is against it
   */
  public Ticket ticket(LockedQueue queue, Coming coming, @Nullable String reason) {
    return ticket(queue, coming, reason, true);
  }

  /**
   * @param stays whether the person waits from now on; false: more is said in this transaction
   */
  public Ticket ticket(LockedQueue queue, Coming coming, boolean stays) {
    return ticket(queue, coming, null, stays);
  }

  private Ticket ticket(LockedQueue queue, Coming coming, @Nullable String reason, boolean stays) {
    Ticket ticket =
        new Ticket(
            Secrets.random(PUBLIC_ID_BYTES),
            queue.siteId(),
            queue.date(),
            numbers.next(queue, coming.origin().series()),
            coming);
    tickets.persistAndFlush(ticket);
    EventKind kind = coming.bookingId() == null ? EventKind.issued : EventKind.arrived;
    QueueEvent event =
        new QueueEvent(queue, kind, coming.arrivedAt()).of(ticket, null).because(reason);
    if (stays) {
      events.append(event);
    } else {
      events.appendPart(event);
    }
    return ticket;
  }
}
