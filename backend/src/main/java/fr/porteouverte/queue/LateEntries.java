package fr.porteouverte.queue;

import fr.porteouverte.booking.Arrivals;
import fr.porteouverte.booking.Arrivals.Expected;
import fr.porteouverte.http.Idempotency;
import fr.porteouverte.http.Ids;
import fr.porteouverte.http.Transactions;
import fr.porteouverte.permanence.Permanences;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.procedure.Procedures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Enters what was written on paper while the power or the network was cut. */
@ApplicationScoped
class LateEntries {
  @Inject Door door;
  @Inject Turns turns;
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
          Turn today = turns.take(siteId, actor);
          if (before.isPresent()) {
            return seen(today, tickets.findById(Ids.parse(before.get())));
          }
          PaperLine line = PaperLine.read(request, today.site().zone(), today.now());
          // Its number is one of the day on which it happened.
          Turn then = new Turn(today.row(), today.site(), today.now(), line.day(), actor);
          Ticket ticket = issue.ticket(then, coming(then, request, line));
          if (request.outcome() != LateEntryRequest.Outcome.waiting) {
            note(then, ticket, request.outcome(), line);
          }
          idempotency.made(token, Ids.of(ticket.id()));
          return seen(today, ticket);
        });
  }

  private Coming coming(Turn then, LateEntryRequest request, PaperLine line) {
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

  private void note(Turn then, Ticket ticket, LateEntryRequest.Outcome outcome, PaperLine line) {
    TicketBefore waiting = ticket.before();
    if (line.started() != null) {
      events.append(new QueueEvent(then, EventKind.started, line.started()).of(ticket, waiting));
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

  private TicketView seen(Turn turn, Ticket ticket) {
    return reader.picture(turn, ticket).view(ticket);
  }
}
