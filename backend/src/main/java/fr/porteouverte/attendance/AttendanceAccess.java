package fr.porteouverte.attendance;

import fr.porteouverte.access.Access;
import fr.porteouverte.booking.SessionVisitors;
import fr.porteouverte.booking.SessionVisitors.Visitor;
import fr.porteouverte.database.TryAgain;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.queue.SeenTickets;
import fr.porteouverte.queue.SeenTickets.Seen;
import fr.porteouverte.session.Sessions;
import fr.porteouverte.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Opens a session and its people to the session's partner and to staff of its house. Whatever
 * anybody else guesses is as unknown as nothing.
 */
@ApplicationScoped
class AttendanceAccess {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,22}");

  @Inject Sessions sessions;
  @Inject SessionVisitors visitors;
  @Inject SeenTickets tickets;
  @Inject Attendances attendances;
  @Inject Sites sites;
  @Inject Access access;

  Sessions.Ref session(long id) {
    Sessions.Ref place = sessions.ref(id).orElseThrow(NotFound::new);
    access.requireOwn(place.siteId(), place.partnerId());
    return place;
  }

  /** For staff of it. */
  void house(long siteId) {
    access.requireOwn(siteId);
    if (sites.findById(siteId) == null) {
      throw new NotFound();
    }
  }

  /** The first version of a visit that was only counted. */
  Attendance counted(String id) {
    if (!NAME.matcher(id).matches()) {
      throw new NotFound();
    }
    Attendance first = attendances.first(id).orElseThrow(NotFound::new);
    access.requireOwn(first.siteId());
    return first;
  }

  Visitor booking(String reference) {
    return requireOwn(visitors.named(reference).orElseThrow(NotFound::new));
  }

  Visitor ofBooking(long id) {
    return requireOwn(visitors.known(id));
  }

  /** Also after its lock: it may have moved to somebody else's house or partner meanwhile. */
  Visitor requireOwn(Visitor visitor) {
    access.requireOwn(visitor.siteId(), visitor.partnerId());
    return visitor;
  }

  /** Under its lock, at the same place as before it. */
  Visitor locked(Visitor before) {
    Visitor visitor = requireOwn(visitors.locked(before.bookingId()));
    if (visitor.siteId() != before.siteId()
        || !Objects.equals(visitor.sessionId(), before.sessionId())) {
      throw new TryAgain("the booking was moved meanwhile");
    }
    return visitor;
  }

  /** A walk-in's also for the partner that serves it; who had an appointment has a booking. */
  Seen ticket(long id) {
    Seen ticket = tickets.find(id).orElseThrow(NotFound::new);
    access.requireOwn(ticket.siteId(), ticket.bookingId() == null ? ticket.partnerId() : null);
    return ticket;
  }

  String actor() {
    return access.caller().username();
  }

  boolean isStaff(long siteId) {
    return access.actsAt(siteId);
  }
}
