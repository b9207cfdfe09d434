package fr.porteouverte.queue.counter;

import fr.porteouverte.access.Access;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.Etag;
import fr.porteouverte.http.Ids;
import fr.porteouverte.queue.EventKind;
import fr.porteouverte.queue.board.QueueReader;
import fr.porteouverte.queue.change.LockedQueue;
import fr.porteouverte.queue.change.QueueEvent;
import fr.porteouverte.queue.change.QueueEvents;
import fr.porteouverte.queue.change.QueueRefusals;
import fr.porteouverte.queue.change.StaffQueueLocks;
import fr.porteouverte.queue.change.WhoDidWhat;
import fr.porteouverte.queue.order.Line;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The counters of a house: entered by its manager, opened and closed by whoever sits there. */
@ApplicationScoped
class CounterService {
  @Inject StaffQueueLocks locks;
  @Inject Counters counters;
  @Inject CounterReader forms;
  @Inject CounterHolders holders;
  @Inject WhoDidWhat whoDidWhat;
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
          LockedQueue queue = locks.at(siteId);
          if (before.isPresent()) {
            return seen(queue, locks.counter(queue, Ids.parse(before.get())));
          }
          Counter counter = new Counter(siteId, counters.nextPosition(siteId));
          forms.read(form, counter, null);
          counters.persistAndFlush(counter);
          events.append(new QueueEvent(queue, EventKind.counterAdded, queue.now()).of(counter));
          idempotency.made(token, Ids.of(counter.id()));
          return seen(queue, counter);
        });
  }

  CounterView change(long id, @Nullable String ifMatch, CounterForm form) {
    return transactions.call(
        () -> {
          LockedQueue queue = locks.ofCounter(id);
          Counter counter = locks.counter(queue, id);
          requireEditable(queue, counter, ifMatch);
          forms.read(form, counter, id);
          counter.edited();
          events.append(new QueueEvent(queue, EventKind.counterChanged, queue.now()).of(counter));
          return seen(queue, counter);
        });
  }

  /** Its past tickets keep it; nobody sees it any more. */
  void remove(long id, @Nullable String ifMatch) {
    transactions.run(
        () -> {
          LockedQueue queue = locks.ofCounter(id);
          Counter counter = locks.counter(queue, id);
          requireEditable(queue, counter, ifMatch);
          requireFree(queue, counter);
          counter.archive();
          events.append(new QueueEvent(queue, EventKind.counterRemoved, queue.now()).of(counter));
        });
  }

  /**
   * Open already: only another agent makes a difference, who takes the counter over.
   *
   * @param ifMatch null: the caller does without
   */
  CounterView open(long id, @Nullable String ifMatch, Idempotency.Token token) {
    return once(
        id,
        ifMatch,
        token,
        (queue, counter) -> {
          boolean open = counter.openOn(queue.date(), queue.site().zone());
          if (!open || !queue.actor().name().equals(counter.openedBy())) {
            counter.open(queue.actor().name(), queue.now());
            events.append(new QueueEvent(queue, EventKind.counterOpened, queue.now()).of(counter));
          }
        });
  }

  CounterView close(long id, @Nullable String ifMatch, Idempotency.Token token) {
    return once(
        id,
        ifMatch,
        token,
        (queue, counter) -> {
          requireFree(queue, counter);
          if (counter.openedBy() != null) {
            counter.close();
            events.append(new QueueEvent(queue, EventKind.counterClosed, queue.now()).of(counter));
          }
        });
  }

  /** The same key again: the counter as it is now, and nothing is done. */
  private CounterView once(
      long id,
      @Nullable String ifMatch,
      Idempotency.Token token,
      BiConsumer<LockedQueue, Counter> work) {
    return transactions.call(
        () -> {
          long siteId = locks.siteOfCounter(id);
          boolean done = idempotency.before(token).isPresent();
          LockedQueue queue = locks.at(siteId);
          Counter counter = locks.counter(queue, id);
          if (!done) {
            holders.requireSeen(queue, counter, ifMatch);
            work.accept(queue, counter);
            idempotency.made(token, Ids.of(id));
          }
          return seen(queue, counter);
        });
  }

  /** 428 without a version, 412 when another manager entered something since. */
  private void requireEditable(LockedQueue queue, Counter counter, @Nullable String ifMatch) {
    if (!counter.mayEdit(Etag.needed(ifMatch))) {
      throw QueueRefusals.stale(whoDidWhat.lastOfCounter(queue.site(), counter));
    }
  }

  /** All but those where somebody is: that visit is finished first. */
  List<CounterView> closeAll(long siteId, Idempotency.Token token) {
    return transactions.call(
        () -> {
          boolean done = idempotency.before(token).isPresent();
          LockedQueue queue = locks.at(siteId);
          Line line = reader.line(queue);
          List<Counter> all = counters.at(siteId);
          for (Counter counter : all) {
            if (!done && counter.openedBy() != null && line.at(counter).isEmpty()) {
              counter.close();
              events.append(
                  new QueueEvent(queue, EventKind.counterClosed, queue.now()).of(counter));
            }
          }
          idempotency.made(token, "closed");
          Line after = reader.line(queue);
          return all.stream().map(counter -> reader.counter(queue, after, counter)).toList();
        });
  }

  private void requireFree(LockedQueue queue, Counter counter) {
    reader
        .line(queue)
        .at(counter)
        .ifPresent(
            there -> {
              throw QueueRefusals.counterBusy(there);
            });
  }

  private CounterView seen(LockedQueue queue, Counter counter) {
    return reader.counter(queue, reader.line(queue), counter);
  }
}
