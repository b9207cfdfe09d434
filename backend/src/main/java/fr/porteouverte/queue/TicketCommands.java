package fr.porteouverte.queue;

import fr.porteouverte.http.FieldReader;
import fr.porteouverte.http.Transactions;
import fr.porteouverte.problem.InvalidRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.BiConsumer;

/** What staff do with one ticket. What the state does not allow changes nothing. */
@ApplicationScoped
class TicketCommands {
  @Inject StaffTurns turns;
  @Inject Tickets tickets;
  @Inject Counters counters;
  @Inject QueueReader reader;
  @Inject QueueEvents events;
  @Inject Calls calls;
  @Inject Undo undo;
  @Inject Purpose purposes;
  @Inject Transactions transactions;

  TicketView start(long id) {
    return change(id, TicketAction.start, (turn, ticket) -> ticket.start(turn.now()));
  }

  TicketView park(long id) {
    return change(id, TicketAction.park, (turn, ticket) -> ticket.park());
  }

  TicketView resume(long id) {
    return change(id, TicketAction.resume, (turn, ticket) -> ticket.resume());
  }

  TicketView finish(long id) {
    return change(id, TicketAction.finish, (turn, ticket) -> ticket.finish(turn.now()));
  }

  TicketView miss(long id) {
    return change(id, TicketAction.miss, (turn, ticket) -> ticket.miss(turn.now()));
  }

  TicketView leave(long id) {
    return change(id, TicketAction.leave, (turn, ticket) -> ticket.leave(turn.now()));
  }

  /** Keeps number and arrival. */
  TicketView transfer(long id, String procedureId, String permanenceId) {
    return change(
        id,
        TicketAction.transfer,
        (turn, ticket) -> {
          Purpose.Of wanted = purposes.read(turn, procedureId, permanenceId);
          ticket.transfer(wanted.procedure(), wanted.permanence());
        });
  }

  /**
   * To a desk, out of turn too.
   *
   * @param reason needed when somebody waiting is not the desk's next one
   */
  TicketView call(long id, String counterId, String reason) {
    return inTurn(
        id,
        TicketAction.call,
        (turn, ticket) -> {
          Counter counter = counter(turn, counterId);
          Line line = reader.line(turn);
          requireDesk(turn, line, ticket, counter);
          boolean itsTurn = line.next(counter).map(next -> next == ticket).orElse(false);
          boolean outOfTurn = ticket.state() == TicketState.waiting && !itsTurn;
          if (outOfTurn && (reason == null || reason.strip().length() < 3)) {
            throw QueueRefusals.reasonNeeded();
          }
          calls.call(turn, line, ticket, counter, outOfTurn ? reason.strip() : null);
        });
  }

  TicketView undo(long id) {
    return inTurn(id, TicketAction.undo, undo::last);
  }

  private void requireDesk(Turn turn, Line line, Ticket ticket, Counter counter) {
    if (ticket.state() == TicketState.called && ticket.counterId() != counter.id()) {
      throw refused(turn, ticket);
    }
    if (!line.isOpen(counter)) {
      throw QueueRefusals.deskClosed(counter.name());
    }
    line.at(counter)
        .filter(there -> there != ticket)
        .ifPresent(
            there -> {
              throw QueueRefusals.deskBusy(there);
            });
  }

  private Counter counter(Turn turn, String id) {
    Long number = FieldReader.id(id);
    if (number == null) {
      throw noSuchCounter();
    }
    return counters.standing(number, turn.siteId()).orElseThrow(TicketCommands::noSuchCounter);
  }

  private static InvalidRequest noSuchCounter() {
    return InvalidRequest.of(
        "counterId",
        "Ce guichet n’est pas dans cette maison.",
        "This counter is not at this house.");
  }

  private TicketView change(long id, TicketAction action, BiConsumer<Turn, Ticket> how) {
    return inTurn(
        id,
        action,
        (turn, ticket) -> {
          TicketBefore before = ticket.before();
          how.accept(turn, ticket);
          EventKind kind = EventKind.of(action, before.state());
          events.append(new QueueEvent(turn, kind, turn.now()).of(ticket, before));
        });
  }

  private TicketView inTurn(long id, TicketAction action, BiConsumer<Turn, Ticket> work) {
    return transactions.call(
        () -> {
          Turn turn = turns.ofTicket(id);
          Ticket ticket = tickets.findById(id);
          boolean known = action == TicketAction.undo || ticket.state().after(action).isPresent();
          if (!known || !ticket.date().equals(turn.date())) {
            throw refused(turn, ticket);
          }
          work.accept(turn, ticket);
          return reader.picture(turn, ticket).view(ticket);
        });
  }

  private ActionNotAllowed refused(Turn turn, Ticket ticket) {
    return new ActionNotAllowed(ticket, reader.picture(turn, ticket).allowed(ticket));
  }
}
