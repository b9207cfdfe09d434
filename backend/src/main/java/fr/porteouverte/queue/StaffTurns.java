package fr.porteouverte.queue;

import fr.porteouverte.access.Access;
import fr.porteouverte.http.Caller;
import fr.porteouverte.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Turns for staff: only in their houses. What lies in another one is not found. */
@ApplicationScoped
class StaffTurns {
  @Inject Turns turns;
  @Inject Tickets tickets;
  @Inject Counters counters;
  @Inject Access access;
  @Inject Caller caller;

  Turn at(long siteId) {
    access.requireOwn(siteId);
    return turns.take(siteId, Actor.desk(caller.actor()));
  }

  /** In the house of a ticket. */
  Turn ofTicket(long ticketId) {
    return at(tickets.siteOf(ticketId).orElseThrow(NotFound::new));
  }

  /** In the house of a counter. */
  Turn ofCounter(long counterId) {
    return at(counters.siteOf(counterId).orElseThrow(NotFound::new));
  }

  /** A counter of the turn's house. */
  Counter counter(Turn turn, long id) {
    return counters.standing(id, turn.siteId()).orElseThrow(NotFound::new);
  }
}
