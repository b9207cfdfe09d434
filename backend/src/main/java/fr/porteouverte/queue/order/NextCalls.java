package fr.porteouverte.queue.order;

import fr.porteouverte.database.Idempotency;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.http.Ids;
import fr.porteouverte.queue.EventKind;
import fr.porteouverte.queue.TicketState;
import fr.porteouverte.queue.board.QueueReader;
import fr.porteouverte.queue.change.LockedQueue;
import fr.porteouverte.queue.change.QueueEvent;
import fr.porteouverte.queue.change.QueueEvents;
import fr.porteouverte.queue.change.QueueRefusals;
import fr.porteouverte.queue.change.StaffQueueLocks;
import fr.porteouverte.queue.change.WhoDidWhat;
import fr.porteouverte.queue.counter.Counter;
import fr.porteouverte.queue.counter.CounterHolders;
import fr.porteouverte.queue.counter.CounterView;
import fr.porteouverte.queue.ticket.Ticket;
import fr.porteouverte.queue.ticket.TicketBefore;
import fr.porteouverte.queue.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * "Next": in a queue, so that two counters never get one person, nor "nobody" while one waits; and
 * once for each key, so that a lost answer calls nobody else.
 */
@ApplicationScoped
public class NextCalls {
  /** What a key made that called nobody. */
  private static final String NOBODY = "nobody";

  @Inject StaffQueueLocks locks;
  @Inject CounterHolders holders;
  @Inject QueueReader reader;
  @Inject Tickets tickets;
  @Inject QueueEvents events;
  @Inject WhoDidWhat whoDidWhat;
  @Inject Calls calls;
  @Inject Transactions transactions;
  @Inject Idempotency idempotency;

  /**
   * @param ifMatch null: the caller does without
   * @param finishes the id of who is being served there and is finished first; null: nobody
   */
  public CounterView next(
      long counterId,
      @Nullable String ifMatch,
      @Nullable String finishes,
      Idempotency.Token token) {
    return transactions.call(
        () -> {
          long siteId = locks.siteOfCounter(counterId);
          Optional<String> before = idempotency.before(token);
          LockedQueue queue = locks.at(siteId);
          Counter counter = locks.counter(queue, counterId);
          if (before.isPresent()) {
            return again(queue, counter, before.get());
          }
          holders.requireOwn(queue, counter);
          holders.requireSeen(queue, counter, ifMatch);
          Line line = reader.line(queue);
          requireFree(queue, line.at(counter), finishes);
          Optional<Ticket> next = line.next(counter);
          next.ifPresent(ticket -> calls.call(queue, line, ticket, counter, null));
          idempotency.made(token, next.map(ticket -> Ids.of(ticket.id())).orElse(NOBODY));
          return reader.counter(queue, line.again(), counter);
        });
  }

  /** The counter as it is now, with whom that key called, wherever they are by now. */
  private CounterView again(LockedQueue queue, Counter counter, String called) {
    Ticket ticket = called.equals(NOBODY) ? null : tickets.findById(Ids.parse(called));
    return reader.counter(queue, reader.line(queue), counter, ticket);
  }

  private void requireFree(LockedQueue queue, Optional<Ticket> there, @Nullable String finishes) {
    if (there.isPresent()) {
      finish(queue, there.get(), finishes);
    } else if (finishes != null) {
      // Gone already: all is well if the visit was finished, and else who asks did not see it.
      Ticket gone = tickets.findByIdOptional(FieldReader.id(finishes)).orElse(null);
      if (gone != null && gone.siteId() == queue.siteId() && gone.state() != TicketState.done) {
        throw QueueRefusals.stale(gone, whoDidWhat.last(queue.site(), gone));
      }
    }
  }

  private void finish(LockedQueue queue, Ticket there, @Nullable String finishes) {
    if (!Ids.of(there.id()).equals(finishes) || there.state() != TicketState.serving) {
      throw QueueRefusals.counterBusy(there);
    }
    TicketBefore before = there.before();
    there.finish(queue.now());
    events.append(new QueueEvent(queue, EventKind.finished, queue.now()).of(there, before));
  }
}
