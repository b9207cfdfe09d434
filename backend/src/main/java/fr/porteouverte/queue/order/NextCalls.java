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
import fr.porteouverte.queue.ticket.TicketView;
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
   * A counter after "next".
   *
   * @param counter with whom it called
   * @param finished whose visit it ended first; null: nobody's
   */
  public record Called(CounterView counter, @Nullable TicketView finished) {}

  /**
   * @param ifMatch null: the caller does without
   * @param finishes the id of who is being served there and is finished first; null: nobody
   */
  public Called next(
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
          Optional<Ticket> finished = named(queue, finishes);
          if (before.isPresent()) {
            return again(queue, counter, before.get(), finished);
          }
          holders.requireOwn(queue, counter);
          holders.requireSeen(queue, counter, ifMatch);
          Line line = reader.line(queue);
          requireFree(queue, line.at(counter), finished);
          Optional<Ticket> next = line.next(counter);
          next.ifPresent(ticket -> calls.call(queue, line, ticket, counter, null));
          idempotency.made(token, next.map(ticket -> Ids.of(ticket.id())).orElse(NOBODY));
          return new Called(reader.counter(queue, line.again(), counter), seen(queue, finished));
        });
  }

  /** The counter as it is now, with whom that key called, wherever they are by now. */
  private Called again(
      LockedQueue queue, Counter counter, String called, Optional<Ticket> finished) {
    Ticket ticket = called.equals(NOBODY) ? null : tickets.findById(Ids.parse(called));
    return new Called(
        reader.counter(queue, reader.line(queue), counter, ticket), seen(queue, finished));
  }

  private Optional<Ticket> named(LockedQueue queue, @Nullable String id) {
    Long number = FieldReader.id(id);
    return Optional.ofNullable(number)
        .flatMap(tickets::findByIdOptional)
        .filter(ticket -> ticket.siteId() == queue.siteId());
  }

  private @Nullable TicketView seen(LockedQueue queue, Optional<Ticket> finished) {
    return finished.map(ticket -> reader.picture(queue, ticket).view(ticket)).orElse(null);
  }

  private void requireFree(LockedQueue queue, Optional<Ticket> there, Optional<Ticket> finishes) {
    there.ifPresent(ticket -> finish(queue, ticket, finishes.orElse(null)));
    // Gone already: all is well if the visit was finished, and else who asks did not see it.
    finishes
        .filter(ticket -> ticket.state() != TicketState.done)
        .ifPresent(
            ticket -> {
              throw QueueRefusals.stale(ticket, whoDidWhat.last(queue.site(), ticket));
            });
  }

  private void finish(LockedQueue queue, Ticket there, @Nullable Ticket named) {
    if (there != named || there.state() != TicketState.serving) {
      throw QueueRefusals.counterBusy(there);
    }
    TicketBefore before = there.before();
    there.finish(queue.now());
    events.append(new QueueEvent(queue, EventKind.finished, queue.now()).of(there, before));
  }
}
