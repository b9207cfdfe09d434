package fr.porteouverte.booking;

import fr.porteouverte.access.Access;
import fr.porteouverte.site.Closure;
import fr.porteouverte.site.ClosureChanged;
import fr.porteouverte.site.ClosureRequest;
import fr.porteouverte.site.Closures;
import fr.porteouverte.site.Site;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/** Who loses an appointment when a house closes. */
@ApplicationScoped
class ClosureFalls {
  /** After the slots have followed the calendar: from then on nobody new can book. */
  private static final int AFTER_SLOTS = Interceptor.Priority.APPLICATION + 900;

  @Inject Closures closures;
  @Inject Bookings bookings;
  @Inject FallenBookings fallen;
  @Inject Access access;
  @Inject Clock clock;

  /** In the transaction that closes the house; nobody is left when it opens again. */
  void closed(@Observes @Priority(AFTER_SLOTS) ClosureChanged change) {
    Change by = Change.atDesk(access.caller().username(), false);
    for (Closure closure : closures.touching(change.siteId(), change.from(), change.to())) {
      List<Long> ids = standing(closure.site(), closure.from(), closure.to());
      if (!ids.isEmpty()) {
        fallen.fall(ids, closure.reason(), null, by);
      }
    }
  }

  /** Joins the caller's transaction. */
  Fall foretell(Site site, ClosureRequest closure) {
    return fallen.foretell(standing(site, closure.from(), closure.to()));
  }

  private List<Long> standing(Site site, LocalDateTime from, LocalDateTime to) {
    Instant start = from.atZone(site.zone()).toInstant();
    Instant end = to.atZone(site.zone()).toInstant();
    return bookings.standingAt(site.id(), start, end, clock.instant());
  }
}
