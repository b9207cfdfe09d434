package fr.porteouverte.queue.board;

import fr.porteouverte.access.Access;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.problem.InvalidRequest;
import fr.porteouverte.queue.EventKind;
import fr.porteouverte.queue.arrival.Purpose;
import fr.porteouverte.queue.change.LockedQueue;
import fr.porteouverte.queue.change.QueueEvent;
import fr.porteouverte.queue.change.QueueEvents;
import fr.porteouverte.queue.change.StaffQueueLocks;
import fr.porteouverte.queue.order.Line;
import fr.porteouverte.queue.ticket.Ticket;
import fr.porteouverte.queue.ticket.TicketBefore;
import fr.porteouverte.queue.ticket.TicketView;
import fr.porteouverte.queue.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Passes everybody on who waits in vain, in one change of the queue. Each is a transfer of its own,
 * which can be taken back like any other.
 */
@ApplicationScoped
class StrandedTransfers {
  @Inject StaffQueueLocks locks;
  @Inject QueueReader reader;
  @Inject Strandings strandings;
  @Inject Tickets tickets;
  @Inject QueueEvents events;
  @Inject Purpose purposes;
  @Inject Access access;
  @Inject Transactions transactions;
  @Inject Idempotency idempotency;

  /**
   * Nobody waits in vain: nobody is passed on.
   *
   * @param procedureId null: each keeps its own
   * @param permanenceId null: to the house's own clerks
   */
  List<TicketView> pass(
      long siteId,
      @Nullable String procedureId,
      @Nullable String permanenceId,
      Idempotency.Token token) {
    return transactions.call(
        () -> {
          access.requireOwn(siteId);
          Optional<String> before = idempotency.before(token);
          LockedQueue queue = locks.at(siteId);
          if (before.isPresent()) {
            return views(queue, passedBy(siteId, before.get()));
          }
          Line line = reader.line(queue);
          List<Ticket> present = tickets.present(siteId, queue.date());
          Stranding stranding = strandings.at(queue.site(), line, queue.now(), present);
          List<Ticket> stranded =
              present.stream().filter(ticket -> stranding.of(ticket).isPresent()).toList();
          long first = events.lastSeq(siteId) + 1;
          stranded.forEach(ticket -> pass(queue, ticket, procedureId, permanenceId));
          if (permanenceId != null
              && stranded.stream().anyMatch(t -> stranding.of(t).isPresent())) {
            throw alsoOff();
          }
          idempotency.made(token, first + "-" + events.lastSeq(siteId));
          return views(queue, stranded);
        });
  }

  private void pass(
      LockedQueue queue,
      Ticket ticket,
      @Nullable String procedureId,
      @Nullable String permanenceId) {
    Purpose.Of wanted =
        purposes.read(
            queue,
            procedureId == null ? Long.toString(ticket.procedure().id()) : procedureId,
            permanenceId);
    TicketBefore before = ticket.before();
    ticket.transfer(wanted.procedure(), wanted.permanence());
    events.append(new QueueEvent(queue, EventKind.transferred, queue.now()).of(ticket, before));
  }

  private List<Ticket> passedBy(long siteId, String range) {
    String[] ends = range.split("-", 2);
    return events.between(siteId, Long.parseLong(ends[0]), Long.parseLong(ends[1])).stream()
        .map(event -> tickets.findById(Objects.requireNonNull(event.ticketId())))
        .toList();
  }

  private List<TicketView> views(LockedQueue queue, List<Ticket> passed) {
    Picture picture = reader.picture(queue, passed.toArray(Ticket[]::new));
    return passed.stream().map(picture::view).toList();
  }

  private static InvalidRequest alsoOff() {
    return InvalidRequest.of(
        "permanenceId",
        "Cette permanence n’est pas là non plus.",
        "This permanence is not there either.");
  }
}
