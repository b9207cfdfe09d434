package fr.porteouverte.queue;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;

/** Gives numbers, in a turn. */
@ApplicationScoped
class Issue {
  /** 128 bits: whoever has it sees that place, and nobody guesses it. */
  private static final int PUBLIC_ID_BYTES = 16;

  private final Tickets tickets;
  private final Numbers numbers;
  private final QueueEvents events;
  private final SecureRandom random = new SecureRandom();

  Issue(Tickets tickets, Numbers numbers, QueueEvents events) {
    this.tickets = tickets;
    this.numbers = numbers;
    this.events = events;
  }

  Ticket ticket(Turn turn, Coming coming) {
    byte[] bytes = new byte[PUBLIC_ID_BYTES];
    random.nextBytes(bytes);
    Ticket ticket =
        new Ticket(
            Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
            turn.siteId(),
            turn.date(),
            numbers.next(turn, coming.origin().series()),
            coming);
    tickets.persistAndFlush(ticket);
    EventKind kind = coming.bookingId() == null ? EventKind.issued : EventKind.arrived;
    events.append(new QueueEvent(turn, kind, coming.arrivedAt()).of(ticket, null));
    return ticket;
  }
}
