package fr.porteouverte.queue.arrival;

import fr.porteouverte.database.Idempotency;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.Ids;
import fr.porteouverte.queue.admission.Admission;
import fr.porteouverte.queue.board.QueueReader;
import fr.porteouverte.queue.change.Actor;
import fr.porteouverte.queue.change.LockedQueue;
import fr.porteouverte.queue.change.QueueLocks;
import fr.porteouverte.queue.ticket.Issue;
import fr.porteouverte.queue.ticket.Ticket;
import fr.porteouverte.queue.ticket.TicketView;
import fr.porteouverte.queue.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives walk-ins a number, one for each request however often it is sent. */
@ApplicationScoped
class Entrance {
  @Inject EntranceAccess door;
  @Inject QueueLocks locks;
  @Inject Tickets tickets;
  @Inject Issue issue;
  @Inject Purpose purposes;
  @Inject Admission admission;
  @Inject QueueReader reader;
  @Inject Transactions transactions;
  @Inject Idempotency idempotency;

  /**
   * @param deviceKey null: staff asks
   */
  TicketView walkIn(
      long siteId, TicketRequest request, @Nullable String deviceKey, Idempotency.Token token) {
    return transactions.call(
        () -> {
          Actor actor = door.at(siteId, deviceKey);
          Optional<String> before = idempotency.before(token);
          LockedQueue queue = locks.lock(siteId, actor);
          if (before.isPresent()) {
            Ticket made = tickets.findById(Ids.parse(before.get()));
            return reader.picture(queue, made).view(made);
          }
          Purpose.Of wanted = purposes.read(queue, request.procedureId(), request.permanenceId());
          String why = admission.requireNumber(queue, wanted.session(), request.reason());
          boolean priority = Boolean.TRUE.equals(request.priority());
          Ticket ticket =
              issue.ticket(
                  queue,
                  Coming.walkIn(wanted.procedure(), wanted.permanence(), queue.now(), priority),
                  why);
          idempotency.made(token, Ids.of(ticket.id()));
          return reader.picture(queue, ticket).view(ticket);
        });
  }
}
