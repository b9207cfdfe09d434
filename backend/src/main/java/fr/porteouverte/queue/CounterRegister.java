package fr.porteouverte.queue;

import fr.porteouverte.access.Access;
import fr.porteouverte.http.Etag;
import fr.porteouverte.http.Idempotency;
import fr.porteouverte.http.Ids;
import fr.porteouverte.http.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The desks of a house: entered by its manager, opened and closed by whoever sits there. */
@ApplicationScoped
class CounterRegister {
  @Inject StaffTurns turns;
  @Inject Counters counters;
  @Inject CounterReader forms;
  @Inject QueueReader reader;
  @Inject QueueEvents events;
  @Inject Access access;
  @Inject Transactions transactions;
  @Inject Idempotency idempotency;

  List<CounterView> list(long siteId) {
    access.requireOwn(siteId);
    return reader.queue(siteId).counters();
  }

  CounterView create(long siteId, CounterForm form, Idempotency.Token token) {
    access.requireOwn(siteId);
    return transactions.call(
        () -> {
          var before = idempotency.before(token);
          Turn turn = turns.at(siteId);
          if (before.isPresent()) {
            return seen(turn, turns.counter(turn, Ids.parse(before.get())));
          }
          Counter counter = new Counter(siteId, counters.nextPosition(siteId));
          forms.read(form, counter, null);
          counters.persistAndFlush(counter);
          events.append(new QueueEvent(turn, EventKind.counterAdded, turn.now()).of(counter));
          idempotency.made(token, Ids.of(counter.id()));
          return seen(turn, counter);
        });
  }

  CounterView change(long id, String ifMatch, CounterForm form) {
    return transactions.call(
        () -> {
          Turn turn = turns.ofCounter(id);
          Counter counter = turns.counter(turn, id);
          Etag.check(ifMatch, counter.version());
          forms.read(form, counter, id);
          counter.changed();
          events.append(new QueueEvent(turn, EventKind.counterChanged, turn.now()).of(counter));
          return seen(turn, counter);
        });
  }

  /** Its past tickets keep it; nobody sees it any more. */
  void remove(long id, String ifMatch) {
    transactions.run(
        () -> {
          Turn turn = turns.ofCounter(id);
          Counter counter = turns.counter(turn, id);
          Etag.check(ifMatch, counter.version());
          requireFree(turn, counter);
          counter.archive();
          events.append(new QueueEvent(turn, EventKind.counterRemoved, turn.now()).of(counter));
        });
  }

  /** Open already: only another agent makes a difference, who takes the desk over. */
  CounterView open(long id) {
    return transactions.call(
        () -> {
          Turn turn = turns.ofCounter(id);
          Counter counter = turns.counter(turn, id);
          boolean open = counter.openOn(turn.date(), turn.site().zone());
          if (!open || !counter.openedBy().equals(turn.actor().name())) {
            counter.open(turn.actor().name(), turn.now());
            events.append(new QueueEvent(turn, EventKind.counterOpened, turn.now()).of(counter));
          }
          return seen(turn, counter);
        });
  }

  CounterView close(long id) {
    return transactions.call(
        () -> {
          Turn turn = turns.ofCounter(id);
          Counter counter = turns.counter(turn, id);
          requireFree(turn, counter);
          if (counter.openedBy() != null) {
            counter.close();
            events.append(new QueueEvent(turn, EventKind.counterClosed, turn.now()).of(counter));
          }
          return seen(turn, counter);
        });
  }

  private void requireFree(Turn turn, Counter counter) {
    reader
        .line(turn)
        .at(counter)
        .ifPresent(
            there -> {
              throw QueueRefusals.deskBusy(there);
            });
  }

  private CounterView seen(Turn turn, Counter counter) {
    return reader.counter(turn, reader.line(turn), counter);
  }
}
