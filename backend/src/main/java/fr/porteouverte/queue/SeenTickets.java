package fr.porteouverte.queue;

import fr.porteouverte.database.Sql;
import fr.porteouverte.procedure.ProcedureRef;
import fr.porteouverte.queue.ticket.Ticket;
import fr.porteouverte.queue.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tickets as who notes the outcome of a visit needs them. Joins the caller's transaction. */
@ApplicationScoped
public class SeenTickets {
  @Inject Tickets tickets;
  @Inject EntityManager database;

  /**
   * A ticket without a person's name: it has none.
   *
   * @param bookingId null: a walk-in
   * @param partnerId who serves it; null: the house's own clerks
   */
  public record Seen(
      long id,
      long siteId,
      @Nullable Long bookingId,
      @Nullable Long partnerId,
      String number,
      TicketState state,
      Instant arrivedAt) {

    static Seen of(Ticket ticket) {
      return new Seen(
          ticket.id(),
          ticket.siteId(),
          ticket.bookingId(),
          ticket.partnerId(),
          ticket.number(),
          ticket.state(),
          ticket.arrivedAt());
    }
  }

  public Optional<Seen> find(long id) {
    return tickets.findByIdOptional(id).map(Seen::of);
  }

  /** What somebody without an appointment came for. */
  public record WalkIn(Seen seen, ProcedureRef procedure) {}

  /** Who came to a permanence without an appointment on a local day, and did not leave unserved. */
  public List<WalkIn> walkIns(long siteId, long permanenceId, LocalDate day) {
    return tickets.walkIns(siteId, permanenceId, day).stream()
        .map(ticket -> new WalkIn(Seen.of(ticket), ProcedureRef.of(ticket.procedure())))
        .toList();
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
    Sql.of(database, "select id from ticket where id = :id for update")
        .with("id", id)
        .list(Long.class);
  }
}
