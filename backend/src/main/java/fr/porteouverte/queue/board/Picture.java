package fr.porteouverte.queue.board;

import fr.porteouverte.booking.Arrivals;
import fr.porteouverte.http.Ids;
import fr.porteouverte.partner.PartnerRef;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.procedure.ProcedureRef;
import fr.porteouverte.queue.TicketState;
import fr.porteouverte.queue.change.QueueEvent;
import fr.porteouverte.queue.counter.Counter;
import fr.porteouverte.queue.counter.CounterView;
import fr.porteouverte.queue.order.Line;
import fr.porteouverte.queue.ticket.Ticket;
import fr.porteouverte.queue.ticket.TicketAction;
import fr.porteouverte.queue.ticket.TicketBefore;
import fr.porteouverte.queue.ticket.TicketView;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A house's queue at one moment, in the words of the API.
 *
 * @param undoable what an undo of each ticket takes back, by the ticket's id
 * @param people who was expected, by the booking's id
 * @param openers the first names of those who have the open counters, by username
 * @param reasons why numbers were given that should not have been, by the ticket's id
 * @param stranding who waits in vain
 * @param waits what each of those who wait is told; null when none of them is shown
 */
public record Picture(
    Line line,
    ZoneId zone,
    Map<Long, QueueEvent> undoable,
    Map<Long, Arrivals.Person> people,
    Map<String, String> openers,
    Map<Long, String> reasons,
    @Nullable Waits waits,
    Stranding stranding) {

  /** Everything counts: the state, the day, the counters, and what there is to undo. */
  public List<TicketAction> allowed(Ticket ticket) {
    List<TicketAction> allowed = new ArrayList<>();
    for (TicketAction action : TicketAction.values()) {
      if (ticket.date().equals(line.day()) && mayDo(ticket, action)) {
        allowed.add(action);
      }
    }
    return allowed;
  }

  private boolean mayDo(Ticket ticket, TicketAction action) {
    if (action == TicketAction.undo) {
      return mayUndo(ticket);
    }
    if (action == TicketAction.call && ticket.state() != TicketState.called) {
      return ticket.state().after(action).isPresent() && line.hasFreeCounter();
    }
    return ticket.state().after(action).isPresent();
  }

  private boolean mayUndo(Ticket ticket) {
    QueueEvent last = undoable.get(ticket.id());
    if (last == null) {
      return false;
    }
    TicketBefore before = last.before();
    if (before == null || !before.state().atCounter()) {
      return true;
    }
    return line.counter(before.counterId())
        .filter(line::isOpen)
        .filter(counter -> line.at(counter).map(there -> there == ticket).orElse(true))
        .isPresent();
  }

  public TicketView view(Ticket ticket) {
    boolean waiting = ticket.state() == TicketState.waiting;
    Permanence host = ticket.permanence();
    Stranded stranded = stranding.of(ticket).orElse(null);
    return new TicketView(
        Ids.of(ticket.id()),
        ticket.publicId(),
        ticket.number(),
        ticket.state(),
        ticket.origin(),
        ProcedureRef.of(ticket.procedure()),
        host == null ? null : PartnerRef.ofHost(host.partner()),
        host == null ? null : Ids.of(host.id()),
        ticket.bookingId() == null
            ? null
            : TicketView.BookingRef.of(people.get(ticket.bookingId()), zone),
        at(ticket.arrivedAt()),
        local(ticket.dueAt()),
        ticket.priority(),
        ticket.counterId() == null ? null : Ids.of(ticket.counterId()),
        local(ticket.calledAt()),
        local(ticket.startedAt()),
        local(ticket.endedAt()),
        ticket.calls(),
        waiting && line.rests(ticket) ? local(ticket.callableAt()) : null,
        line.late(ticket),
        waiting ? line.place(ticket).orElse(null) : null,
        waiting ? line.reason(ticket) : null,
        reasons.get(ticket.id()),
        waits == null || stranded != null ? null : waits.estimate(ticket),
        waits == null || stranded != null ? null : waits.noEstimate(ticket),
        stranded,
        allowed(ticket),
        seq(ticket),
        ticket.version());
  }

  private @Nullable Long seq(Ticket ticket) {
    QueueEvent last = undoable.get(ticket.id());
    return last == null ? null : last.seq();
  }

  public CounterView view(Counter counter) {
    return view(counter, line.at(counter).orElse(null));
  }

  /**
   * @param shown with the counter; null: nobody
   */
  CounterView view(Counter counter, @Nullable Ticket shown) {
    boolean open = line.isOpen(counter);
    return new CounterView(
        Ids.of(counter.id()),
        Ids.of(counter.siteId()),
        counter.name(),
        counter.serves(),
        counter.procedureIds().stream().sorted().map(Ids::of).toList(),
        counter.permanenceId() == null ? null : Ids.of(counter.permanenceId()),
        open,
        open ? counter.openedBy() : null,
        open ? openers.get(counter.openedBy()) : null,
        open ? local(counter.openedAt()) : null,
        shown == null ? null : view(shown),
        counter.version());
  }

  private @Nullable OffsetDateTime local(@Nullable Instant instant) {
    return instant == null ? null : at(instant);
  }

  private OffsetDateTime at(Instant instant) {
    return instant.atZone(zone).toOffsetDateTime();
  }
}
