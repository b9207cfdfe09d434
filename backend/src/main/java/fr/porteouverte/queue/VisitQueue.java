package fr.porteouverte.queue;

import fr.porteouverte.queue.change.Actor;
import fr.porteouverte.queue.change.LockedQueue;
import fr.porteouverte.queue.change.QueueEvent;
import fr.porteouverte.queue.change.QueueEvents;
import fr.porteouverte.queue.change.QueueLocks;
import fr.porteouverte.queue.ticket.Ticket;
import fr.porteouverte.queue.ticket.TicketBefore;
import fr.porteouverte.queue.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** What who notes the outcome of visits does to a house's queue. Joins the caller's transaction. */
@ApplicationScoped
public class VisitQueue {
  @Inject QueueLocks locks;
  @Inject QueueEvents events;
  @Inject Tickets tickets;

  /** From now on nobody's place in it changes until the transaction ends. Before any booking's. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void lock(long siteId, String agent) {
    locks.lock(siteId, Actor.counter(agent));
  }

  /**
   * The person was received, though no counter said so: the number is done, and measures no visit.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void received(long ticketId, String agent) {
    Ticket ticket = tickets.findById(ticketId);
    LockedQueue queue = locks.lock(ticket.siteId(), Actor.counter(agent));
    TicketBefore before = ticket.before();
    Instant midnight = ticket.date().plusDays(1).atStartOfDay(queue.site().zone()).toInstant();
    Instant end = midnight.isBefore(queue.now()) ? midnight : queue.now();
    ticket.received(end);
    events.append(new QueueEvent(queue, EventKind.finished, end).of(ticket, before));
  }
}
