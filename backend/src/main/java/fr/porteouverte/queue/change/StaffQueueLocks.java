package fr.porteouverte.queue.change;

import fr.porteouverte.access.Access;
import fr.porteouverte.http.Client;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.queue.counter.Counter;
import fr.porteouverte.queue.counter.Counters;
import fr.porteouverte.queue.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

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

  /** The house of a ticket; nothing is locked yet, so that a key may be looked up first. */
  public long siteOfTicket(long ticketId) {
    return own(tickets.siteOf(ticketId));
  }

  /** Likewise of a counter. */
  public long siteOfCounter(long counterId) {
    return own(counters.siteOf(counterId));
  }

  private long own(Optional<Long> site) {
    long siteId = site.orElseThrow(NotFound::new);
    access.requireOwn(siteId);
    return siteId;
  }

  /** In the house of a counter. */
  public LockedQueue ofCounter(long counterId) {
    return at(siteOfCounter(counterId));
  }

  /** A counter of that house. */
  public Counter counter(LockedQueue queue, long id) {
    return counters.standing(id, queue.siteId()).orElseThrow(NotFound::new);
  }
}
