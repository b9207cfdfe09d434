package fr.porteouverte.queue.change;

import fr.porteouverte.access.Access;
import fr.porteouverte.http.Client;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.queue.counter.Counter;
import fr.porteouverte.queue.counter.Counters;
import fr.porteouverte.queue.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Locks queues for staff: only in their houses. What lies in another one is not found. */
@ApplicationScoped
public class StaffQueueLocks {
  @Inject QueueLocks locks;
  @Inject Tickets tickets;
  @Inject Counters counters;
  @Inject Access access;
  @Inject Client caller;

  public LockedQueue at(long siteId) {
    access.requireOwn(siteId);
    return locks.lock(siteId, Actor.counter(caller.actor()));
  }

  /** In the house of a ticket. */
  public LockedQueue ofTicket(long ticketId) {
    return at(tickets.siteOf(ticketId).orElseThrow(NotFound::new));
  }

  /** In the house of a counter. */
  public LockedQueue ofCounter(long counterId) {
    return at(counters.siteOf(counterId).orElseThrow(NotFound::new));
  }

  /** A counter of that house. */
  public Counter counter(LockedQueue queue, long id) {
    return counters.standing(id, queue.siteId()).orElseThrow(NotFound::new);
  }
}
