package fr.porteouverte.queue;

import fr.porteouverte.booking.Arrivals;
import fr.porteouverte.permanence.Permanences;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.procedure.Procedures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Takes back the last change of a ticket that stands, then the one before it, and so on. */
@ApplicationScoped
class Undo {
  @Inject QueueEvents events;
  @Inject Overtakings overtakings;
  @Inject Counters counters;
  @Inject Procedures procedures;
  @Inject Permanences permanences;
  @Inject Arrivals arrivals;
  @Inject QueueReader reader;

  /** 409 when there is nothing, or when the desk has somebody else or is closed by now. */
  void last(Turn turn, Ticket ticket) {
    QueueEvent last =
        events
            .undoable(ticket.id())
            .orElseThrow(
                () -> new ActionNotAllowed(ticket, reader.picture(turn, ticket).allowed(ticket)));
    TicketBefore now = ticket.before();
    if (last.kind().begins()) {
      withdraw(turn, ticket);
    } else {
      restore(turn, ticket, last.before());
    }
    overtakings.undo(turn.siteId(), last.seq());
    last.undo();
    events.append(new QueueEvent(turn, EventKind.undone, turn.now()).of(ticket, now));
  }

  private void withdraw(Turn turn, Ticket ticket) {
    Long booking = ticket.bookingId();
    ticket.withdraw(turn.now());
    if (booking != null) {
      arrivals.undo(booking, turn.actor().who(), turn.now());
    }
  }

  private void restore(Turn turn, Ticket ticket, TicketBefore before) {
    if (before.state().atDesk()) {
      requireDesk(turn, ticket, before.counterId());
    }
    ticket.restore(
        before,
        procedures.findById(before.procedureId()),
        before.permanenceId() == null ? null : permanences.findById(before.permanenceId()));
  }

  private void requireDesk(Turn turn, Ticket ticket, long counterId) {
    Line line = reader.line(turn);
    Counter desk =
        line.counter(counterId).filter(line::isOpen).orElseThrow(() -> closed(counterId));
    line.at(desk)
        .filter(there -> there != ticket)
        .ifPresent(
            there -> {
              throw QueueRefusals.deskBusy(there);
            });
  }

  private ProblemException closed(long counterId) {
    return QueueRefusals.deskClosed(counters.findById(counterId).name());
  }
}
