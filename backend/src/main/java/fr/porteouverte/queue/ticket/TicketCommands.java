package fr.porteouverte.queue.ticket;

import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.problem.InvalidRequest;
import fr.porteouverte.queue.EventKind;
import fr.porteouverte.queue.TicketState;
import fr.porteouverte.queue.admission.Admission;
import fr.porteouverte.queue.arrival.Purpose;
import fr.porteouverte.queue.board.QueueReader;
import fr.porteouverte.queue.change.LockedQueue;
import fr.porteouverte.queue.change.QueueEvent;
import fr.porteouverte.queue.change.QueueEvents;
import fr.porteouverte.queue.change.QueueRefusals;
import fr.porteouverte.queue.change.StaffQueueLocks;
import fr.porteouverte.queue.counter.Counter;
import fr.porteouverte.queue.counter.Counters;
import fr.porteouverte.queue.order.Calls;
import fr.porteouverte.queue.order.Line;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What staff do with one ticket. What the state does not allow changes nothing. */
@ApplicationScoped
class TicketCommands {
  @Inject StaffQueueLocks locks;
  @Inject Tickets tickets;
  @Inject Counters counters;
  @Inject QueueReader reader;
  @Inject QueueEvents events;
  @Inject Calls calls;
  @Inject Undo undo;
  @Inject Purpose purposes;
  @Inject Admission admission;
  @Inject Transactions transactions;

  TicketView start(long id) {
    return change(id, TicketAction.start, (queue, ticket) -> ticket.start(queue.now()));
  }

  TicketView park(long id) {
    return change(id, TicketAction.park, (queue, ticket) -> ticket.park());
  }

  TicketView resume(long id) {
    return change(id, TicketAction.resume, (queue, ticket) -> ticket.resume());
  }

  TicketView finish(long id) {
    return change(id, TicketAction.finish, (queue, ticket) -> ticket.finish(queue.now()));
  }

  TicketView miss(long id) {
    return change(id, TicketAction.miss, (queue, ticket) -> ticket.miss(queue.now()));
  }

  TicketView leave(long id) {
    return change(id, TicketAction.leave, (queue, ticket) -> ticket.leave(queue.now()));
  }

  /**
   * Keeps number and arrival.
   *
   * @param reason needed for a permanence that is over, or has no numbers left
   */
  TicketView transfer(
      long id, String procedureId, @Nullable String permanenceId, @Nullable String reason) {
    return underLock(
        id,
        TicketAction.transfer,
        (queue, ticket) -> {
          Purpose.Of wanted = purposes.read(queue, procedureId, permanenceId);
          boolean stays = ticket.permanence() == wanted.permanence();
          String why = stays ? null : admission.requirePassage(queue, wanted.session(), reason);
          TicketBefore before = ticket.before();
          ticket.transfer(wanted.procedure(), wanted.permanence());
          events.append(
              new QueueEvent(queue, EventKind.transferred, queue.now())
                  .of(ticket, before)
                  .because(why));
        });
  }

  /**
   * To a counter, out of turn too.
   *
   * @param reason needed when somebody waiting is not the counter's next one
   */
  TicketView call(long id, String counterId, @Nullable String reason) {
    return underLock(
        id,
        TicketAction.call,
        (queue, ticket) -> {
          Counter counter = counter(queue, counterId);
          Line line = reader.line(queue);
          requireCounter(queue, line, ticket, counter);
          boolean itsTurn = line.next(counter).map(next -> next == ticket).orElse(false);
          boolean outOfTurn = ticket.state() == TicketState.waiting && !itsTurn;
          String why = reason == null ? "" : reason.strip();
          if (outOfTurn && why.length() < 3) {
            throw QueueRefusals.reasonNeeded();
          }
          calls.call(queue, line, ticket, counter, outOfTurn ? why : null);
        });
  }

  TicketView undo(long id) {
    return underLock(id, TicketAction.undo, undo::last);
  }

  private void requireCounter(LockedQueue queue, Line line, Ticket ticket, Counter counter) {
    if (ticket.state() == TicketState.called && !Objects.equals(ticket.counterId(), counter.id())) {
      throw refused(queue, ticket);
    }
    if (!line.isOpen(counter)) {
      throw QueueRefusals.counterClosed(counter.name());
    }
    line.at(counter)
        .filter(there -> there != ticket)
        .ifPresent(
            there -> {
              throw QueueRefusals.counterBusy(there);
            });
  }

  private Counter counter(LockedQueue queue, String id) {
    Long number = FieldReader.id(id);
    if (number == null) {
      throw noSuchCounter();
    }
    return counters.standing(number, queue.siteId()).orElseThrow(TicketCommands::noSuchCounter);
  }

  private static InvalidRequest noSuchCounter() {
    return InvalidRequest.of(
        "counterId",
        "Ce guichet n’est pas dans cette maison.",
        "This counter is not at this house.");
  }

  private TicketView change(long id, TicketAction action, BiConsumer<LockedQueue, Ticket> how) {
    return underLock(
        id,
        action,
        (queue, ticket) -> {
          TicketBefore before = ticket.before();
          how.accept(queue, ticket);
          EventKind kind = EventKind.of(action, before.state());
          events.append(new QueueEvent(queue, kind, queue.now()).of(ticket, before));
        });
  }

  private TicketView underLock(long id, TicketAction action, BiConsumer<LockedQueue, Ticket> work) {
    return transactions.call(
        () -> {
          LockedQueue queue = locks.ofTicket(id);
          Ticket ticket = tickets.findById(id);
          boolean known = action == TicketAction.undo || ticket.state().after(action).isPresent();
          if (!known || !ticket.date().equals(queue.date())) {
            throw refused(queue, ticket);
          }
          work.accept(queue, ticket);
          return reader.picture(queue, ticket).view(ticket);
        });
  }

  private ActionNotAllowed refused(LockedQueue queue, Ticket ticket) {
    return new ActionNotAllowed(ticket, reader.picture(queue, ticket).allowed(ticket));
  }
}
