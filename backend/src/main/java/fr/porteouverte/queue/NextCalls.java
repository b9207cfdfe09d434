package fr.porteouverte.queue;

import fr.porteouverte.http.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** "Next": in a turn, so that two desks never get one person, nor "nobody" while one waits. */
@ApplicationScoped
class NextCalls {
  private final StaffTurns turns;
  private final QueueReader reader;
  private final QueueEvents events;
  private final Calls calls;
  private final Transactions transactions;

  NextCalls(
      StaffTurns turns,
      QueueReader reader,
      QueueEvents events,
      Calls calls,
      Transactions transactions) {
    this.turns = turns;
    this.reader = reader;
    this.events = events;
    this.calls = calls;
    this.transactions = transactions;
  }

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
