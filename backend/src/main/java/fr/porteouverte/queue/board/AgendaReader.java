package fr.porteouverte.queue.board;

import fr.porteouverte.booking.Agenda;
import fr.porteouverte.booking.Agenda.Appointment;
import fr.porteouverte.http.Ids;
import fr.porteouverte.partner.PartnerRef;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.queue.board.AgendaView.AgendaBooking;
import fr.porteouverte.queue.board.AgendaView.AgendaSession;
import fr.porteouverte.queue.board.AgendaView.AgendaTicket;
import fr.porteouverte.queue.board.AgendaView.UntoldBooking;
import fr.porteouverte.queue.change.QueueSettings;
import fr.porteouverte.queue.ticket.Ticket;
import fr.porteouverte.queue.ticket.Tickets;
import fr.porteouverte.session.Session;
import fr.porteouverte.session.Sessions;
import fr.porteouverte.site.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a house's day: its sessions, who is expected there, and who of them is there. */
@ApplicationScoped
class AgendaReader {
  @Inject Agenda agenda;
  @Inject Sessions sessions;
  @Inject Tickets tickets;
  @Inject QueueSettings settings;

  /** In the caller's transaction, who has checked who asks. */
  AgendaView read(Site site, LocalDate day, Instant now) {
    ZoneId zone = site.zone();
    Instant from = day.atStartOfDay(zone).toInstant();
    Instant before = day.plusDays(1).atStartOfDay(zone).toInstant();
    List<Appointment> expected = agenda.at(site.id(), from, before);
    Map<Long, Ticket> there =
        tickets.expected(site.id(), day).stream()
            .collect(Collectors.toMap(Ticket::bookingId, Function.identity()));
    List<AgendaSession> views =
        sessions.withWithdrawn(site.id(), from, before).stream()
            .map(
                session ->
                    view(
                        session,
                        zone,
                        expected.stream()
                            .filter(one -> belongs(one, session))
                            .map(one -> view(one, there.get(one.bookingId()), zone, now))
                            .toList()))
            .filter(view -> !view.withdrawn() || !view.bookings().isEmpty())
            .toList();
    return new AgendaView(
        day, zone.getId(), site.name(), views, untold(site.id(), from, before, zone));
  }

  private List<UntoldBooking> untold(long siteId, Instant from, Instant before, ZoneId zone) {
    return agenda.unaware(siteId, from, before).stream()
        .map(
            one ->
                new UntoldBooking(
                    one.appointment().reference(),
                    one.appointment().state(),
                    local(one.expectedAt(), zone),
                    local(one.appointment().start(), zone),
                    one.appointment().firstName(),
                    one.appointment().lastName(),
                    one.appointment().phone(),
                    one.appointment().procedure()))
        .toList();
  }

  private static boolean belongs(Appointment one, Session session) {
    return one.sessionId() != null && one.sessionId() == session.id();
  }

  private static AgendaSession view(Session session, ZoneId zone, List<AgendaBooking> bookings) {
    Permanence permanence = session.permanence();
    return new AgendaSession(
        Ids.of(session.id()),
        Ids.of(permanence.id()),
        PartnerRef.ofHost(permanence.partner()),
        local(session.start(), zone),
        local(session.end(), zone),
        permanence.mode(),
        session.state(),
        session.stoppedAt() == null ? null : local(session.lastsUntil(), zone),
        session.withdrawn(),
        permanence.capacity(),
        bookings);
  }

  private AgendaBooking view(Appointment one, @Nullable Ticket ticket, ZoneId zone, Instant now) {
    Instant came = ticket == null ? now : ticket.arrivedAt();
    return new AgendaBooking(
        one.reference(),
        one.state(),
        local(one.start(), zone),
        local(one.end(), zone),
        one.firstName(),
        one.lastName(),
        one.phone(),
        one.bookedBy(),
        one.procedure(),
        AgendaTicket.of(ticket),
        came.isAfter(one.start().plus(settings.grace())));
  }

  private static OffsetDateTime local(Instant instant, ZoneId zone) {
    return instant.atZone(zone).toOffsetDateTime();
  }
}
