package fr.porteouverte.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tickets as who notes the outcome of a visit needs them. Joins the caller's transaction. */
@ApplicationScoped
public class SeenTickets {
  private final Tickets tickets;
  private final EntityManager database;

  SeenTickets(Tickets tickets, EntityManager database) {
    this.tickets = tickets;
    this.database = database;
  }

  /**
   * A ticket without a person's name: it has none.
   *
   * @param bookingId null: a walk-in
   */
  public record Seen(
      long id, long siteId, Long bookingId, String number, TicketState state, Instant arrivedAt) {

    static Seen of(Ticket ticket) {
      return new Seen(
          ticket.id(),
          ticket.siteId(),
          ticket.bookingId(),
          ticket.number(),
          ticket.state(),
          ticket.arrivedAt());
    }
  }

  public Optional<Seen> find(long id) {
    return tickets.findByIdOptional(id).map(Seen::of);
  }

  /** By the id of their booking. */
  public Map<Long, Seen> ofBookings(Collection<Long> bookingIds) {
    return bookingIds.isEmpty()
        ? Map.of()
        : tickets.list("bookingId in ?1", bookingIds).stream()
            .map(Seen::of)
            .collect(Collectors.toMap(Seen::bookingId, Function.identity()));
  }

  /** Whoever notes something about the same ticket waits until the transaction ends. */
  public void lock(long id) {
    database
        .createNativeQuery("select id from ticket where id = :id for update")
        .setParameter("id", id)
        .getResultList();
  }
}
