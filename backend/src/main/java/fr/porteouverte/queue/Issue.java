package fr.porteouverte.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Base64;

/** Gives numbers, in a turn. */
@ApplicationScoped
class Issue {
  /** 128 bits: whoever has it sees that place, and nobody guesses it. */
  private static final int PUBLIC_ID_BYTES = 16;

  @Inject Tickets tickets;
  @Inject Numbers numbers;
  @Inject QueueEvents events;
  private final SecureRandom random = new SecureRandom();

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
