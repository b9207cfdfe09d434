package fr.porteouverte.queue.ticket;

import fr.porteouverte.database.Idempotency;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.Etag;
import fr.porteouverte.http.Ids;
import fr.porteouverte.queue.board.QueueReader;
import fr.porteouverte.queue.change.LockedQueue;
import fr.porteouverte.queue.change.QueueRefusals;
import fr.porteouverte.queue.change.StaffQueueLocks;
import fr.porteouverte.queue.change.WhoDidWhat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The frame of every act on a ticket: done once for each key, by staff of its house, under its
 * lock, and on the ticket as they saw it. See decision 025.
 */
@ApplicationScoped
class TicketAct {
  @Inject StaffQueueLocks locks;
  @Inject Tickets tickets;
  @Inject QueueReader reader;
  @Inject WhoDidWhat whoDidWhat;
  @Inject Transactions transactions;
  @Inject Idempotency idempotency;

  /**
   * An act on what was seen.
   *
   * @param ifMatch the header as it came
   */
  TicketView seen(
      long id,
      TicketAction action,
      @Nullable String ifMatch,
      Idempotency.Token token,
      BiConsumer<LockedQueue, Ticket> work) {
    return once(
        id,
        token,
        (queue, ticket) -> {
          if (!Etag.names(Etag.needed(ifMatch), ticket.version())) {
            throw QueueRefusals.stale(ticket, whoDidWhat.last(queue.site(), ticket));
          }
          if (ticket.state().after(action).isEmpty()) {
            throw refused(queue, ticket);
          }
          work.accept(queue, ticket);
        });
  }

  /** The same key again: the ticket as it is now, and nothing is done. */
  TicketView once(long id, Idempotency.Token token, BiConsumer<LockedQueue, Ticket> work) {
    return transactions.call(
        () -> {
          long siteId = locks.siteOfTicket(id);
          boolean done = idempotency.before(token).isPresent();
          LockedQueue queue = locks.at(siteId);
          Ticket ticket = tickets.findById(id);
          if (!done) {
            if (!ticket.date().equals(queue.date())) {
              throw refused(queue, ticket);
            }
            work.accept(queue, ticket);
            idempotency.made(token, Ids.of(id));
          }
          return reader.picture(queue, ticket).view(ticket);
        });
  }

  ActionNotAllowed refused(LockedQueue queue, Ticket ticket) {
    return new ActionNotAllowed(
        ticket,
        whoDidWhat.last(queue.site(), ticket),
        reader.picture(queue, ticket).allowed(ticket));
  }
}
