package fr.porteouverte.queue.ticket;

import fr.porteouverte.database.Idempotency;
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
import fr.porteouverte.queue.counter.Counter;
import fr.porteouverte.queue.counter.CounterHolders;
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
  @Inject TicketAct act;
  @Inject Counters counters;
  @Inject CounterHolders holders;
  @Inject QueueReader reader;
  @Inject QueueEvents events;
  @Inject Calls calls;
  @Inject Purpose purposes;
  @Inject Admission admission;

  /** What needs nothing but to be said. */
  TicketView plain(
      long id, TicketAction action, @Nullable String ifMatch, Idempotency.Token token) {
    return act.seen(id, action, ifMatch, token, changing(action, (q, t) -> change(q, t, action)));
  }

  private static void change(LockedQueue queue, Ticket ticket, TicketAction action) {
    switch (action) {
      case start -> ticket.start(queue.now());
      case park -> ticket.park();
      case resume -> ticket.resume(queue.now(), queue.backOff());
      case finish -> ticket.finish(queue.now());
      case miss -> ticket.miss(queue.now(), queue.callsAtMost());
      case leave -> ticket.leave(queue.now());
      default -> throw new IllegalArgumentException(action + " needs more");
    }
  }

  /**
   * Keeps number and arrival; needs a reason for a permanence that is over, or has no numbers left.
   */
  TicketView transfer(
      long id,
      TicketResource.TransferRequest request,
      @Nullable String ifMatch,
      Idempotency.Token token) {
    return act.seen(
        id,
        TicketAction.transfer,
        ifMatch,
        token,
        (queue, ticket) -> {
          Purpose.Of wanted = purposes.read(queue, request.procedureId(), request.permanenceId());
          boolean stays = ticket.permanence() == wanted.permanence();
          String why =
              stays ? null : admission.requirePassage(queue, wanted.session(), request.reason());
          TicketBefore before = ticket.before();
          ticket.transfer(wanted.procedure(), wanted.permanence());
          events.append(
              new QueueEvent(queue, EventKind.transferred, queue.now())
                  .of(ticket, before)
                  .because(why));
        });
  }

  /** To the caller's counter, out of turn too: with a reason. */
  TicketView call(
      long id,
      TicketResource.CallRequest request,
      @Nullable String ifMatch,
      Idempotency.Token token) {
    return act.seen(
        id,
        TicketAction.call,
        ifMatch,
        token,
        (queue, ticket) -> {
          Counter counter = counter(queue, request.counterId());
          Line line = reader.line(queue);
          requireCounter(queue, line, ticket, counter);
          boolean itsTurn = line.next(counter).map(next -> next == ticket).orElse(false);
          boolean outOfTurn = ticket.state() == TicketState.waiting && !itsTurn;
          String why = request.reason() == null ? "" : request.reason().strip();
          if (outOfTurn && why.length() < 3) {
            throw QueueRefusals.reasonNeeded();
          }
          calls.call(queue, line, ticket, counter, outOfTurn ? why : null);
        });
  }

  private void requireCounter(LockedQueue queue, Line line, Ticket ticket, Counter counter) {
    if (ticket.state() == TicketState.called && !Objects.equals(ticket.counterId(), counter.id())) {
      throw act.refused(queue, ticket);
    }
    holders.requireOwn(queue, counter);
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

  /** The change with its event. */
  private BiConsumer<LockedQueue, Ticket> changing(
      TicketAction action, BiConsumer<LockedQueue, Ticket> how) {
    return (queue, ticket) -> {
      TicketBefore before = ticket.before();
      how.accept(queue, ticket);
      EventKind kind = EventKind.of(action, before.state());
      events.append(new QueueEvent(queue, kind, queue.now()).of(ticket, before));
    };
  }
}
