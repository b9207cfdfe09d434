package fr.porteouverte.queue.arrival;

import fr.porteouverte.booking.Arrivals;
import fr.porteouverte.booking.Arrivals.Expected;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.Ids;
import fr.porteouverte.permanence.Permanences;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.procedure.Procedures;
import fr.porteouverte.queue.EventKind;
import fr.porteouverte.queue.board.QueueReader;
import fr.porteouverte.queue.change.Actor;
import fr.porteouverte.queue.change.EventOrigin;
import fr.porteouverte.queue.change.LockedQueue;
import fr.porteouverte.queue.change.QueueEvent;
import fr.porteouverte.queue.change.QueueEvents;
import fr.porteouverte.queue.change.QueueLocks;
import fr.porteouverte.queue.ticket.Issue;
import fr.porteouverte.queue.ticket.Ticket;
import fr.porteouverte.queue.ticket.TicketBefore;
import fr.porteouverte.queue.ticket.TicketView;
import fr.porteouverte.queue.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Enters what was written on paper while the power or the network was cut. */
@ApplicationScoped
class LateEntries {
  @Inject EntranceAccess door;
  @Inject QueueLocks locks;
  @Inject Tickets tickets;
  @Inject Issue issue;
  @Inject Arrivals arrivals;
  @Inject Purpose purposes;
  @Inject Procedures procedures;
  @Inject Permanences permanences;
  @Inject QueueEvents events;
  @Inject QueueReader reader;
  @Inject Transactions transactions;
  @Inject Idempotency idempotency;

  TicketView enter(long siteId, LateEntryRequest request, Idempotency.Token token) {
    return transactions.call(
        () -> {
          Actor actor = new Actor(door.at(siteId, null).name(), EventOrigin.late);
          Optional<String> before = idempotency.before(token);
          LockedQueue today = locks.lock(siteId, actor);
          if (before.isPresent()) {
            return seen(today, tickets.findById(Ids.parse(before.get())));
          }
          PaperLine line = PaperLine.read(request, today.site().zone(), today.now());
          // Its number is one of the day on which it happened.
          LockedQueue then =
              new LockedQueue(today.row(), today.site(), today.now(), line.day(), actor);
          boolean waits = request.outcome() == LateEntryRequest.Outcome.waiting;
          Ticket ticket = issue.ticket(then, coming(then, request, line), waits);
          if (!waits) {
            note(then, ticket, request.outcome(), line);
          }
          idempotency.made(token, Ids.of(ticket.id()));
          return seen(today, ticket);
        });
  }

  private Coming coming(LockedQueue then, LateEntryRequest request, PaperLine line) {
    boolean priority = Boolean.TRUE.equals(request.priority());
    if (request.reference() == null) {
      Purpose.Of wanted = purposes.read(then, request.procedureId(), request.permanenceId());
      return Coming.walkIn(wanted.procedure(), wanted.permanence(), line.arrived(), priority);
    }
    Expected booking =
        arrivals
            .find(Slip.reference(request.reference()))
            .filter(found -> found.siteId() == then.siteId())
            .orElseThrow(NotFound::new);
    arrivals.arrive(
        booking.bookingId(), then.siteId(), then.date(), then.actor().who(), line.arrived());
    return Coming.expected(
        procedures.findById(booking.procedureId()),
        permanences.findById(booking.permanenceId()),
        booking.bookingId(),
        line.arrived(),
        booking.start(),
        priority);
  }

  private void note(
      LockedQueue then, Ticket ticket, LateEntryRequest.Outcome outcome, PaperLine line) {
    TicketBefore waiting = ticket.before();
    if (line.started() != null) {
      events.appendPart(
          new QueueEvent(then, EventKind.started, line.started()).of(ticket, waiting));
    }
    ticket.noted(outcome.state(), line.started(), line.ended());
    EventKind kind =
        switch (outcome) {
          case left -> EventKind.left;
          case missed -> EventKind.missed;
          default -> EventKind.finished;
        };
    events.append(new QueueEvent(then, kind, line.ended()).of(ticket, waiting));
  }

  private TicketView seen(LockedQueue queue, Ticket ticket) {
    return reader.picture(queue, ticket).view(ticket);
  }
}
