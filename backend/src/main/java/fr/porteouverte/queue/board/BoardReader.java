package fr.porteouverte.queue.board;

import fr.porteouverte.http.Ids;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.procedure.ProcedureRef;
import fr.porteouverte.queue.BoardView;
import fr.porteouverte.queue.TicketState;
import fr.porteouverte.queue.change.QueueEvents;
import fr.porteouverte.queue.counter.Counter;
import fr.porteouverte.queue.counter.Counters;
import fr.porteouverte.queue.order.Line;
import fr.porteouverte.queue.ticket.Ticket;
import fr.porteouverte.queue.ticket.Tickets;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads what anybody may see of a house's queue. Nothing in it names or tells of a person. */
@ApplicationScoped
public class BoardReader {
  @Inject Sites sites;
  @Inject Tickets tickets;
  @Inject Counters counters;
  @Inject QueueEvents events;
  @Inject QueueReader queue;
  @Inject WaitReader waits;
  @Inject HouseNow house;
  @Inject SessionNotices notices;
  @Inject Strandings strandings;
  @Inject Clock clock;

  @Transactional
  public BoardView board(long siteId) {
    Site site = site(siteId);
    // First: what is read after it may be newer, and then comes again as a change.
    long seq = events.lastSeq(siteId);
    Instant now = clock.instant();
    Line line = queue.line(site, now);
    Waits newcomer = waits.waits(site, line, now);
    Map<Long, Long> rang = events.lastCalls(siteId, today(site, now));
    List<BoardView.Call> calls =
        counters.at(siteId).stream()
            .flatMap(
                counter ->
                    line.at(counter).stream().map(ticket -> call(site, counter, ticket, rang)))
            .sorted(Comparator.comparing(BoardView.Call::seq).reversed())
            .toList();
    List<BoardView.Notice> announced = notices.at(site, now);
    HouseNow.Said says = house.said(site, now, announced);
    return new BoardView(
        seq,
        site.name(),
        site.zone().getId(),
        local(site, now),
        says.open(),
        says.closesAt(),
        says.opensAt(),
        says.validUntil(),
        calls,
        line.waiting().size(),
        newcomer.newcomer(),
        newcomer.noNewcomer(),
        stranded(site, line, now),
        announced);
  }

  private List<String> stranded(Site site, Line line, Instant now) {
    List<Ticket> present = tickets.present(site.id(), line.day());
    Stranding stranding = strandings.at(site, line, now, present);
    return present.stream()
        .filter(ticket -> stranding.of(ticket).isPresent())
        .map(Ticket::number)
        .toList();
  }

  private static BoardView.Call call(
      Site site, Counter counter, Ticket ticket, Map<Long, Long> rang) {
    return new BoardView.Call(
        ticket.number(),
        counter.name(),
        local(site, Objects.requireNonNull(ticket.calledAt())),
        ticket.calls(),
        rang.getOrDefault(ticket.id(), 0L));
  }

  @Transactional
  StatusView status(long siteId) {
    Site site = site(siteId);
    Instant now = clock.instant();
    HouseNow.Said says = house.said(site, now);
    Line line = queue.line(site, now);
    Waits newcomer = waits.waits(site, line, now);
    return new StatusView(
        says.open(),
        says.closesAt(),
        says.opensAt(),
        says.validUntil(),
        says.numbers(),
        line.waiting().size(),
        line.openCounters().size(),
        newcomer.newcomer(),
        newcomer.noNewcomer());
  }

  /**
   * @throws NotFound for an unknown number, and for one of another day
   */
  @Transactional
  OwnTicketView own(String publicId) {
    Ticket ticket = tickets.byPublicId(publicId).orElseThrow(NotFound::new);
    Site site = site(ticket.siteId());
    Instant now = clock.instant();
    if (!ticket.date().equals(today(site, now))) {
      throw new NotFound();
    }
    Line line = queue.line(site, now);
    Stranded stranded = strandings.at(site, line, now, List.of(ticket)).of(ticket).orElse(null);
    boolean waiting = ticket.state() == TicketState.waiting && stranded == null;
    Waits told = waiting ? waits.waits(site, line, now) : null;
    boolean atCounter =
        ticket.state() == TicketState.called || ticket.state() == TicketState.serving;
    return new OwnTicketView(
        ticket.number(),
        Ids.of(site.id()),
        site.name(),
        site.zone().getId(),
        ticket.state(),
        waiting ? line.place(ticket).map(place -> place - 1).orElse(null) : null,
        told == null ? null : told.estimate(ticket),
        told == null ? null : told.noEstimate(ticket),
        stranded,
        atCounter ? line.counter(ticket.counterId()).map(Counter::name).orElse(null) : null,
        atCounter ? local(site, Objects.requireNonNull(ticket.calledAt())) : null,
        ticket.calls(),
        waiting && line.rests(ticket)
            ? local(site, Objects.requireNonNull(ticket.callableAt()))
            : null,
        ProcedureRef.of(ticket.procedure()),
        house.said(site, now, List.of()).open(),
        local(site, now));
  }

  private Site site(long siteId) {
    return sites.visible(siteId).orElseThrow(NotFound::new);
  }

  private static LocalDate today(Site site, Instant now) {
    return now.atZone(site.zone()).toLocalDate();
  }

  private static OffsetDateTime local(Site site, Instant instant) {
    return instant.atZone(site.zone()).toOffsetDateTime();
  }
}
