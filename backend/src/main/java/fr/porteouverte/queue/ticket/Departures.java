package fr.porteouverte.queue.ticket;

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

  /**
   * @param act number of its first change; null: nobody waited
   */
  record Departed(@Nullable Long act, int left) {}

  Departed all(long siteId) {
    return transactions.call(
        () -> {
          LockedQueue queue = locks.at(siteId);
          Long act = null;
          int left = 0;
          for (Ticket ticket : tickets.present(siteId, queue.date())) {
            if (GONE.contains(ticket.state())) {
              TicketBefore before = ticket.before();
              ticket.leave(queue.now());
              QueueEvent event =
                  new QueueEvent(queue, EventKind.left, queue.now()).of(ticket, before).within(act);
              events.append(event);
              act = act == null ? Long.valueOf(event.seq()) : act;
              left++;
            }
          }
          return new Departed(act, left);
        });
  }

  /**
   * Who was taken back one by one since stays where they are.
   *
   * @return how many are there again
   * @throws ProblemException when nothing of it is left, or its day is over
   */
  int undo(long siteId, long act) {
    return transactions.call(
        () -> {
          LockedQueue queue = locks.at(siteId);
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
          return back;
        });
  }

  private boolean isLast(QueueEvent change) {
    long ticket = Objects.requireNonNull(change.ticketId());
    return events.undoable(ticket).filter(last -> last == change).isPresent();
  }
}
