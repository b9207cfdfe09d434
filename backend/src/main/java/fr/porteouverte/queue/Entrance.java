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
import java.util.Optional;

/**
 * People who come in: with a booking or without, they get one ticket, however often it is asked.
 */
@ApplicationScoped
class Entrance {
  private final StaffTurns turns;
  private final Tickets tickets;
  private final Issue issue;
  private final Purpose purposes;
  private final Arrivals arrivals;
  private final Procedures procedures;
  private final Permanences permanences;
  private final QueueReader reader;
  private final Transactions transactions;
  private final Idempotency idempotency;

  Entrance(
      StaffTurns turns,
      Tickets tickets,
      Issue issue,
      Purpose purposes,
      Arrivals arrivals,
      Procedures procedures,
      Permanences permanences,
      QueueReader reader,
      Transactions transactions,
      Idempotency idempotency) {
    this.turns = turns;
    this.tickets = tickets;
    this.issue = issue;
    this.purposes = purposes;
    this.arrivals = arrivals;
    this.procedures = procedures;
    this.permanences = permanences;
    this.reader = reader;
    this.transactions = transactions;
    this.idempotency = idempotency;
  }

  /**
   * @param isNew false: the same person was registered before
   */
  record Entered(TicketView ticket, boolean isNew) {}

  TicketView walkIn(long siteId, TicketRequest request, Idempotency.Token token) {
    return transactions.call(
        () -> {
          Optional<String> before = idempotency.before(token);
          Turn turn = turns.at(siteId);
          if (before.isPresent()) {
            return seen(turn, tickets.findById(Ids.parse(before.get())));
          }
          Purpose.Of wanted = purposes.read(turn, request.procedureId(), request.permanenceId());
          boolean priority = Boolean.TRUE.equals(request.priority());
          Ticket ticket =
              issue.ticket(
                  turn,
                  Coming.walkIn(wanted.procedure(), wanted.permanence(), turn.now(), priority));
          idempotency.made(token, Ids.of(ticket.id()));
          return seen(turn, ticket);
        });
  }

  /**
   * @param siteId null: the booking's house
   * @param scanned a reference as people write it, or the text of a slip's code
   */
  Entered expected(Long siteId, String scanned) {
    return transactions.call(
        () -> {
          Expected booking =
              arrivals
                  .find(Slip.reference(scanned))
                  .filter(found -> siteId == null || found.siteId() == siteId)
                  .orElseThrow(NotFound::new);
          Turn turn = turns.at(booking.siteId());
          Optional<Ticket> before = tickets.ofBooking(booking.bookingId());
          if (before.isPresent()) {
            return new Entered(seen(turn, before.get()), false);
          }
          return new Entered(seen(turn, arrived(turn, booking.bookingId())), true);
        });
  }

  private Ticket arrived(Turn turn, long bookingId) {
    Expected arrived =
        arrivals.arrive(bookingId, turn.siteId(), turn.date(), turn.actor().name(), turn.now());
    return issue.ticket(
        turn,
        Coming.expected(
            procedures.findById(arrived.procedureId()),
            permanences.findById(arrived.permanenceId()),
            arrived.bookingId(),
            turn.now(),
            arrived.start(),
            false));
  }

  private TicketView seen(Turn turn, Ticket ticket) {
    return reader.picture(turn, ticket).view(ticket);
  }
}
