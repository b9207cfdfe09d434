package fr.porteouverte.queue;

import fr.porteouverte.http.Idempotency;
import fr.porteouverte.http.Ids;
import fr.porteouverte.http.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Gives walk-ins a number, one for each request however often it is sent. */
@ApplicationScoped
class Entrance {
  private final Door door;
  private final Turns turns;
  private final Tickets tickets;
  private final Issue issue;
  private final Purpose purposes;
  private final QueueReader reader;
  private final Transactions transactions;
  private final Idempotency idempotency;

  Entrance(
      Door door,
      Turns turns,
      Tickets tickets,
      Issue issue,
      Purpose purposes,
      QueueReader reader,
      Transactions transactions,
      Idempotency idempotency) {
    this.door = door;
    this.turns = turns;
    this.tickets = tickets;
    this.issue = issue;
    this.purposes = purposes;
    this.reader = reader;
    this.transactions = transactions;
    this.idempotency = idempotency;
  }

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
