package fr.porteouverte.queue.ticket;

import fr.porteouverte.database.Idempotency;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.queue.EventKind;
import fr.porteouverte.queue.TicketState;
import fr.porteouverte.queue.change.LockedQueue;
import fr.porteouverte.queue.change.QueueEvent;
import fr.porteouverte.queue.change.QueueEvents;
import fr.porteouverte.queue.change.StaffQueueLocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everybody has gone home: all who wait or were put aside leave in one act, taken back in one. */
@ApplicationScoped
class Departures {
  /** Who is at a counter is there. */
  private static final Set<TicketState> GONE = EnumSet.of(TicketState.waiting, TicketState.parked);

  @Inject StaffQueueLocks locks;
  @Inject Tickets tickets;
  @Inject QueueEvents events;
  @Inject Undo undo;
  @Inject Transactions transactions;
  @Inject Idempotency idempotency;

  /**
   * @param act number of its first change; null: nobody waited
   */
  record Departed(@Nullable Long act, int left) {
    /** As it is kept for the same key. */
    static Departed read(String kept) {
      String[] parts = kept.split(":");
      return new Departed(
          parts[0].isEmpty() ? null : Long.valueOf(parts[0]), Integer.parseInt(parts[1]));
    }

    String kept() {
      return (act == null ? "" : act) + ":" + left;
    }
  }

  Departed all(long siteId, Idempotency.Token token) {
    return transactions.call(
        () -> {
          Optional<String> before = idempotency.before(token);
          LockedQueue queue = locks.at(siteId);
          if (before.isPresent()) {
            return Departed.read(before.get());
          }
          Long act = null;
          int left = 0;
          for (Ticket ticket : tickets.present(siteId, queue.date())) {
            if (GONE.contains(ticket.state())) {
              TicketBefore was = ticket.before();
              ticket.leave(queue.now());
              QueueEvent event =
                  new QueueEvent(queue, EventKind.left, queue.now()).of(ticket, was).within(act);
              events.append(event);
              act = act == null ? Long.valueOf(event.seq()) : act;
              left++;
            }
          }
          Departed all = new Departed(act, left);
          idempotency.made(token, all.kept());
          return all;
        });
  }

  /**
   * Who was taken back one by one since stays where they are.
   *
   * @return how many are there again
   * @throws ProblemException when nothing of it is left, or its day is over
   */
  int undo(long siteId, long act, Idempotency.Token token) {
    return transactions.call(
        () -> {
          Optional<String> before = idempotency.before(token);
          LockedQueue queue = locks.at(siteId);
          if (before.isPresent()) {
            return Integer.parseInt(before.get());
          }
          List<QueueEvent> changes = events.ofAct(siteId, act);
          if (changes.isEmpty() && !events.hasAct(siteId, act)) {
            throw new NotFound();
          }
          int back = 0;
          for (QueueEvent change : changes) {
            Ticket ticket = tickets.findById(change.ticketId());
            if (ticket.date().equals(queue.date()) && isLast(change)) {
              undo.undo(queue, ticket, change.seq());
              back++;
            }
          }
          if (back == 0) {
            throw new ProblemException(
                ProblemType.CONFLICT,
                "Plus personne n’est à rappeler : tout a changé depuis.",
                "Nobody is left to bring back: all has changed since.");
          }
          idempotency.made(token, Integer.toString(back));
          return back;
        });
  }

  private boolean isLast(QueueEvent change) {
    long ticket = Objects.requireNonNull(change.ticketId());
    return events.undoable(ticket).filter(last -> last == change).isPresent();
  }
}
