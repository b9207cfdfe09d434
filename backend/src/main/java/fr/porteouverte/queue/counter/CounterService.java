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
import fr.porteouverte.queue.order.Line;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The counters of a house: entered by its manager, opened and closed by whoever sits there. */
@ApplicationScoped
class CounterService {
  @Inject StaffQueueLocks locks;
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
          Etag.check(ifMatch, counter.version());
          forms.read(form, counter, id);
          counter.changed();
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
          Etag.check(ifMatch, counter.version());
          requireFree(queue, counter);
          counter.archive();
          events.append(new QueueEvent(queue, EventKind.counterRemoved, queue.now()).of(counter));
        });
  }

  /** Open already: only another agent makes a difference, who takes the counter over. */
  CounterView open(long id) {
    return transactions.call(
        () -> {
          LockedQueue queue = locks.ofCounter(id);
          Counter counter = locks.counter(queue, id);
          boolean open = counter.openOn(queue.date(), queue.site().zone());
          if (!open || !queue.actor().name().equals(counter.openedBy())) {
            counter.open(queue.actor().name(), queue.now());
            events.append(new QueueEvent(queue, EventKind.counterOpened, queue.now()).of(counter));
          }
          return seen(queue, counter);
        });
  }

  CounterView close(long id) {
    return transactions.call(
        () -> {
          LockedQueue queue = locks.ofCounter(id);
          Counter counter = locks.counter(queue, id);
          requireFree(queue, counter);
          if (counter.openedBy() != null) {
            counter.close();
            events.append(new QueueEvent(queue, EventKind.counterClosed, queue.now()).of(counter));
          }
          return seen(queue, counter);
        });
  }

  /** All but those where somebody is: that visit is finished first. */
  List<CounterView> closeAll(long siteId) {
    return transactions.call(
        () -> {
          LockedQueue queue = locks.at(siteId);
          Line line = reader.line(queue);
          List<Counter> all = counters.at(siteId);
          for (Counter counter : all) {
            if (counter.openedBy() != null && line.at(counter).isEmpty()) {
              counter.close();
              events.append(
                  new QueueEvent(queue, EventKind.counterClosed, queue.now()).of(counter));
            }
          }
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
