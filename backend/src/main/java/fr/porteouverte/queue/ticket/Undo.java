package fr.porteouverte.queue.ticket;

import fr.porteouverte.booking.Arrivals;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.permanence.Permanences;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.procedure.Procedures;
import fr.porteouverte.queue.EventKind;
import fr.porteouverte.queue.board.QueueReader;
import fr.porteouverte.queue.change.LockedQueue;
import fr.porteouverte.queue.change.QueueEvent;
import fr.porteouverte.queue.change.QueueEvents;
import fr.porteouverte.queue.change.QueueRefusals;
import fr.porteouverte.queue.change.WhoDidWhat;
import fr.porteouverte.queue.counter.Counter;
import fr.porteouverte.queue.counter.Counters;
import fr.porteouverte.queue.order.Line;
import fr.porteouverte.queue.order.Overtakings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;

/**
 * Takes back the last change of a ticket that stands, then the one before it, and so on. Each is
 * named by its number: what was taken back already is not done again, and what somebody else did
 * after it is not touched.
 */
@ApplicationScoped
class Undo {
  @Inject TicketAct act;
  @Inject WhoDidWhat whoDidWhat;
  @Inject QueueEvents events;
  @Inject Overtakings overtakings;
  @Inject Counters counters;
  @Inject Procedures procedures;
  @Inject Permanences permanences;
  @Inject Arrivals arrivals;
  @Inject QueueReader reader;

  /**
   * @param seq of the change that is taken back
   */
  TicketView undo(long id, long seq, Idempotency.Token token) {
    return act.once(id, token, (queue, ticket) -> undo(queue, ticket, seq));
  }

  /** 409 when there is nothing, or when the counter has somebody else or is closed by now. */
  void undo(LockedQueue queue, Ticket ticket, long seq) {
    boolean undone =
        events.ofTicket(queue.siteId(), ticket.id(), seq).map(QueueEvent::undone).orElse(false);
    if (undone) {
      return;
    }
    QueueEvent last = events.undoable(ticket.id()).orElseThrow(() -> act.refused(queue, ticket));
    if (last.seq() != seq) {
      throw QueueRefusals.stale(ticket, whoDidWhat.of(queue.site(), last));
    }
    takeBack(queue, ticket, last);
  }

  private void takeBack(LockedQueue queue, Ticket ticket, QueueEvent last) {
    TicketBefore now = ticket.before();
    if (last.kind().begins()) {
      withdraw(queue, ticket);
    } else {
      restore(queue, ticket, Objects.requireNonNull(last.before()));
    }
    overtakings.undo(queue.siteId(), last.seq());
    last.undo();
    events.append(new QueueEvent(queue, EventKind.undone, queue.now()).of(ticket, now));
  }

  private void withdraw(LockedQueue queue, Ticket ticket) {
    Long booking = ticket.bookingId();
    ticket.withdraw(queue.now());
    if (booking != null) {
      arrivals.undo(booking, queue.actor().who(), queue.now());
    }
  }

  private void restore(LockedQueue queue, Ticket ticket, TicketBefore before) {
    if (before.state().atCounter()) {
      requireCounter(queue, ticket, Objects.requireNonNull(before.counterId()));
    }
    ticket.restore(
        before,
        procedures.findById(before.procedureId()),
        before.permanenceId() == null ? null : permanences.findById(before.permanenceId()));
  }

  private void requireCounter(LockedQueue queue, Ticket ticket, long counterId) {
    Line line = reader.line(queue);
    Counter counter =
        line.counter(counterId).filter(line::isOpen).orElseThrow(() -> closed(counterId));
    line.at(counter)
        .filter(there -> there != ticket)
        .ifPresent(
            there -> {
              throw QueueRefusals.counterBusy(there);
            });
  }

  private ProblemException closed(long counterId) {
    return QueueRefusals.counterClosed(counters.findById(counterId).name());
  }
}
