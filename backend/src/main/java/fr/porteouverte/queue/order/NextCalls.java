package fr.porteouverte.queue.order;

import fr.porteouverte.database.Transactions;
import fr.porteouverte.queue.EventKind;
import fr.porteouverte.queue.TicketState;
import fr.porteouverte.queue.board.QueueReader;
import fr.porteouverte.queue.change.LockedQueue;
import fr.porteouverte.queue.change.QueueEvent;
import fr.porteouverte.queue.change.QueueEvents;
import fr.porteouverte.queue.change.QueueRefusals;
import fr.porteouverte.queue.change.StaffQueueLocks;
import fr.porteouverte.queue.counter.Counter;
import fr.porteouverte.queue.counter.CounterView;
import fr.porteouverte.queue.ticket.Ticket;
import fr.porteouverte.queue.ticket.TicketBefore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** "Next": in a queue, so that two counters never get one person, nor "nobody" while one waits. */
@ApplicationScoped
public class NextCalls {
  @Inject StaffQueueLocks locks;
  @Inject QueueReader reader;
  @Inject QueueEvents events;
  @Inject Calls calls;
  @Inject Transactions transactions;

  /**
   * @param finish whether who is being served there is finished first
   */
  public CounterView next(long counterId, boolean finish) {
    return transactions.call(
        () -> {
          LockedQueue queue = locks.ofCounter(counterId);
          Counter counter = locks.counter(queue, counterId);
          Line line = reader.line(queue);
          if (!line.isOpen(counter)) {
            throw QueueRefusals.counterClosed(counter.name());
          }
          Optional<Ticket> there = line.at(counter);
          there.ifPresent(ticket -> finish(queue, ticket, finish));
          line.next(counter).ifPresent(next -> calls.call(queue, line, next, counter, null));
          return reader.counter(queue, line.again(), counter);
        });
  }

  private void finish(LockedQueue queue, Ticket there, boolean asked) {
    if (!asked || there.state() != TicketState.serving) {
      throw QueueRefusals.counterBusy(there);
    }
    TicketBefore before = there.before();
    there.finish(queue.now());
    events.append(new QueueEvent(queue, EventKind.finished, queue.now()).of(there, before));
  }
}
