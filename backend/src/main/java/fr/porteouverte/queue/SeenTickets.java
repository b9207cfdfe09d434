package fr.porteouverte.queue;

import fr.porteouverte.procedure.ProcedureRef;
import fr.porteouverte.queue.change.QueueEvents;
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
  @Inject QueueEvents events;
  @Inject EntityManager database;

  /**
   * A ticket without a person's name: it has none.
   *
   * @param bookingId null: a walk-in
   * @param partnerId who serves it; null: the house's own clerks
   * @param permanenceId the same
   * @param date local day of the house
   */
  public record Seen(
      long id,
      long siteId,
      @Nullable Long bookingId,
      @Nullable Long partnerId,
      @Nullable Long permanenceId,
      long procedureId,
      LocalDate date,
      String number,
      TicketState state,
      Instant arrivedAt) {

    static Seen of(Ticket ticket) {
      return new Seen(
          ticket.id(),
          ticket.siteId(),
          ticket.bookingId(),
          ticket.partnerId(),
          ticket.permanence() == null ? null : ticket.permanence().id(),
          ticket.procedure().id(),
          ticket.date(),
          ticket.number(),
          ticket.state(),
          ticket.arrivedAt());
    }
  }

  public Optional<Seen> find(long id) {
    return tickets.findByIdOptional(id).map(Seen::of);
  }

  /** Whether the number was taken back by who gave it: it is nobody's. */
  public boolean takenBack(long id) {
    return events.withdrawn(id);
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

  /** The one of a booking, read anew, under the lock of its house's queue. */
  public Optional<Seen> freshOf(long bookingId) {
    return tickets.ofBooking(bookingId).map(ticket -> fresh(ticket.id()));
  }

  /** Read anew, under the lock of its house's queue (see {@link VisitQueue#lock}). */
  public Seen fresh(long id) {
    Ticket ticket = tickets.findById(id);
    database.refresh(ticket);
    return Seen.of(ticket);
  }
}
