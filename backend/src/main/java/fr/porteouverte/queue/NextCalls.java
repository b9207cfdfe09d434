package fr.porteouverte.queue;

import fr.porteouverte.http.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** "Next": in a turn, so that two desks never get one person, nor "nobody" while one waits. */
@ApplicationScoped
class NextCalls {
  @Inject StaffTurns turns;
  @Inject QueueReader reader;
  @Inject QueueEvents events;
  @Inject Calls calls;
  @Inject Transactions transactions;

  /**
   * @param finish whether who is being served there is finished first
   */
  CounterView next(long counterId, boolean finish) {
    return transactions.call(
        () -> {
          Turn turn = turns.ofCounter(counterId);
          Counter counter = turns.counter(turn, counterId);
          Line line = reader.line(turn);
          if (!line.isOpen(counter)) {
            throw QueueRefusals.deskClosed(counter.name());
          }
          Optional<Ticket> there = line.at(counter);
          there.ifPresent(ticket -> finish(turn, ticket, finish));
          line.next(counter).ifPresent(next -> calls.call(turn, line, next, counter, null));
          return reader.counter(turn, line.again(), counter);
        });
  }

  private void finish(Turn turn, Ticket there, boolean asked) {
    if (!asked || there.state() != TicketState.serving) {
      throw QueueRefusals.deskBusy(there);
    }
    TicketBefore before = there.before();
    there.finish(turn.now());
    events.append(new QueueEvent(turn, EventKind.finished, turn.now()).of(there, before));
  }
}
