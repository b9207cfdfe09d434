package fr.porteouverte.queue;

import fr.porteouverte.http.Idempotency;
import fr.porteouverte.http.Ids;
import fr.porteouverte.http.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Gives walk-ins a number, one for each request however often it is sent. */
@ApplicationScoped
class Entrance {
  @Inject Door door;
  @Inject Turns turns;
  @Inject Tickets tickets;
  @Inject Issue issue;
  @Inject Purpose purposes;
  @Inject QueueReader reader;
  @Inject Transactions transactions;
  @Inject Idempotency idempotency;

  /**
   * @param deviceKey null: staff asks
   */
  TicketView walkIn(long siteId, TicketRequest request, String deviceKey, Idempotency.Token token) {
    return transactions.call(
        () -> {
          Actor actor = door.at(siteId, deviceKey);
          Optional<String> before = idempotency.before(token);
          Turn turn = turns.take(siteId, actor);
          if (before.isPresent()) {
            Ticket made = tickets.findById(Ids.parse(before.get()));
            return reader.picture(turn, made).view(made);
          }
          Purpose.Of wanted = purposes.read(turn, request.procedureId(), request.permanenceId());
          boolean priority = Boolean.TRUE.equals(request.priority());
          Ticket ticket =
              issue.ticket(
                  turn,
                  Coming.walkIn(wanted.procedure(), wanted.permanence(), turn.now(), priority));
          idempotency.made(token, Ids.of(ticket.id()));
          return reader.picture(turn, ticket).view(ticket);
        });
  }
}
