package fr.porteouverte.queue.board;

import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.queue.TicketState;
import fr.porteouverte.queue.order.Forecast;
import fr.porteouverte.queue.order.Line;
import fr.porteouverte.queue.order.NoEstimate;
import fr.porteouverte.queue.order.NoEstimate.Reason;
import fr.porteouverte.queue.order.WaitEstimate;
import fr.porteouverte.queue.ticket.Ticket;
import fr.porteouverte.session.Session;
import fr.porteouverte.session.SessionState;
import fr.porteouverte.site.Opening;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What each of those who wait is told: how long, or why nobody can say. Plain.
 *
 * @param today the sessions of the house's day
 * @param opening of the house now
 * @param published whether the house publishes hours
 */
record Waits(
    Forecast forecast,
    List<Session> today,
    Opening opening,
    boolean published,
    ZoneId zone,
    Instant now) {

  /** Null: nobody can say, or it does not wait. */
  @Nullable WaitEstimate estimate(Ticket ticket) {
    return waits(ticket) ? forecast.of(ticket.id()).orElse(null) : null;
  }

  /** Null: there is an estimate, or it does not wait. */
  @Nullable NoEstimate noEstimate(Ticket ticket) {
    if (!waits(ticket) || forecast.knows(ticket.id())) {
      return null;
    }
    Permanence host = ticket.permanence();
    return host == null || ticket.forTheHouse() ? ofTheHouse() : of(host);
  }

  /** Of who would walk in now, to the house's own clerks; who is there already is still served. */
  @Nullable WaitEstimate newcomer() {
    return closed() ? null : forecast.of(Line.NEWCOMER).orElse(null);
  }

  @Nullable NoEstimate noNewcomer() {
    return !closed() && forecast.knows(Line.NEWCOMER) ? null : ofTheHouse();
  }

  private boolean closed() {
    return !opening.open() && (published || opening.closure());
  }

  private static boolean waits(Ticket ticket) {
    return ticket.state() == TicketState.waiting;
  }

  private NoEstimate ofTheHouse() {
    if (!closed()) {
      return new NoEstimate(Reason.noCounterOpen, null);
    }
    Instant opens = opening.opensAt();
    LocalDate day = now.atZone(zone).toLocalDate();
    return opens != null && opens.atZone(zone).toLocalDate().equals(day)
        ? from(Reason.houseClosed, opens)
        : new NoEstimate(Reason.overForToday, null);
  }

  private NoEstimate of(Permanence host) {
    Optional<Session> next =
        today.stream()
            .filter(session -> with(session, host))
            .filter(session -> session.shown() != SessionState.cancelled)
            .filter(session -> !session.over(now))
            .min(Comparator.comparing(Session::start));
    if (next.isEmpty()) {
      return new NoEstimate(Reason.overForToday, null);
    }
    Instant begins = next.get().begins();
    return begins.isAfter(now)
        ? from(Reason.sessionNotBegun, begins)
        : new NoEstimate(Reason.noCounterOpen, null);
  }

  private static boolean with(Session session, Permanence host) {
    Permanence its = session.permanence();
    return its.isOrFollows(host.id()) || host.isOrFollows(its.id());
  }

  private NoEstimate from(Reason reason, Instant when) {
    return new NoEstimate(reason, when.atZone(zone).toOffsetDateTime());
  }
}
