package fr.porteouverte.queue.board;

import fr.porteouverte.partner.PartnerRef;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.queue.TicketState;
import fr.porteouverte.queue.board.Stranded.Cause;
import fr.porteouverte.queue.order.Line;
import fr.porteouverte.queue.ticket.Ticket;
import fr.porteouverte.session.Session;
import fr.porteouverte.session.SessionState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who waits, or was put aside, for a permanence that will not serve them today. The house's own
 * clerks are always there. Plain; it is given today's sessions and the line.
 */
public final class Stranding {
  private final List<Session> today;
  private final Line line;
  private final Instant now;
  private final ZoneId zone;
  private final Set<Long> lately;
  private final boolean closed;

  /**
   * @param today the house's sessions of the day by start, with those that were taken back
   * @param lately ids of permanences in which somebody was served just now
   * @param closed the house is closed now
   */
  Stranding(
      List<Session> today, Line line, Instant now, ZoneId zone, Set<Long> lately, boolean closed) {
    this.today = today;
    this.line = line;
    this.now = now;
    this.zone = zone;
    this.lately = lately;
    this.closed = closed;
  }

  /** Whether there is anything to ask about this ticket. */
  static boolean mayBe(Ticket ticket) {
    return !ticket.forTheHouse()
        && (ticket.state() == TicketState.waiting || ticket.state() == TicketState.parked);
  }

  /** Empty: it will be served, as far as anybody knows. */
  public Optional<Stranded> of(Ticket ticket) {
    Permanence host = ticket.permanence();
    if (host == null || !mayBe(ticket) || !ticket.date().equals(line.day())) {
      return Optional.empty();
    }
    List<Session> its =
        today.stream().filter(session -> session.permanence().isOrFollows(host.id())).toList();
    if (its.stream().anyMatch(session -> mayServe(session, ticket))) {
      return Optional.empty();
    }
    return Optional.of(
        its.isEmpty()
            ? new Stranded(Cause.cancelled, null, null, PartnerRef.ofHost(host.partner()))
            : stranded(last(its)));
  }

  private boolean mayServe(Session session, Ticket ticket) {
    if (off(session)) {
      return false;
    }
    Instant due = ticket.dueAt();
    if (session.stoppedAt() != null && due != null && !due.isBefore(session.lastsUntil())) {
      return false; // the partner will have left by then
    }
    return !session.over(now) || (session.stoppedAt() == null && goesOn(session));
  }

  private static boolean off(Session session) {
    return session.withdrawn() || session.absent() || session.state() == SessionState.cancelled;
  }

  /** Past its hours its people are served as long as somebody works through them. */
  private boolean goesOn(Session session) {
    Stream<Long> there =
        line.openCounters().stream()
            .flatMap(counter -> line.at(counter).stream())
            .map(Ticket::permanence)
            .flatMap(Stream::ofNullable)
            .map(Permanence::id);
    return !closed
        && Stream.concat(there, lately.stream()).anyMatch(session.permanence()::isOrFollows);
  }

  /** What was to be last says most: a morning that is over, or an afternoon that is called off. */
  private static Session last(List<Session> its) {
    return its.get(its.size() - 1);
  }

  private Stranded stranded(Session session) {
    PartnerRef partner = PartnerRef.ofHost(session.permanence().partner());
    if (session.absent()) {
      return new Stranded(Cause.partnerAbsent, null, session.reason(), partner);
    }
    if (off(session)) {
      return new Stranded(Cause.cancelled, null, session.reason(), partner);
    }
    return new Stranded(
        session.stoppedAt() == null ? Cause.over : Cause.partnerLeft,
        session.lastsUntil().atZone(zone).toOffsetDateTime(),
        session.reason(),
        partner);
  }
}
