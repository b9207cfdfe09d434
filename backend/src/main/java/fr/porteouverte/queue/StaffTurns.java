package fr.porteouverte.queue;

import fr.porteouverte.access.Access;
import fr.porteouverte.http.Caller;
import fr.porteouverte.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;

/** Turns for staff: only in their houses. What lies in another one is not found. */
@ApplicationScoped
class StaffTurns {
  private final Turns turns;
  private final Tickets tickets;
  private final Counters counters;
  private final Access access;
  private final Caller caller;

  StaffTurns(Turns turns, Tickets tickets, Counters counters, Access access, Caller caller) {
    this.turns = turns;
    this.tickets = tickets;
    this.counters = counters;
    this.access = access;
    this.caller = caller;
  }

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
