package fr.porteouverte.cancellation;

import fr.porteouverte.access.Access;
import fr.porteouverte.booking.Bookings;
import fr.porteouverte.booking.CancellationImpact;
import fr.porteouverte.booking.Change;
import fr.porteouverte.booking.HouseCancellations;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.Ids;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.queue.QueueNews;
import fr.porteouverte.session.CancellationCause;
import fr.porteouverte.site.Closure;
import fr.porteouverte.site.ClosureChanged;
import fr.porteouverte.site.ClosureRequest;
import fr.porteouverte.site.Closures;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;

/**
 * Closes a house for some time. Everybody who is booked in it loses the appointment in the same
 * transaction, so that nobody is left when it opens again.
 */
@ApplicationScoped
class ClosureService {
  @Inject Sites sites;
  @Inject Closures closures;
  @Inject Cancellations cancellations;
  @Inject QueueNews queue;
  @Inject Bookings bookings;
  @Inject HouseCancellations impact;
  @Inject Event<ClosureChanged> changed;
  @Inject Access access;
  @Inject Transactions transactions;
  @Inject Idempotency idempotency;
  @Inject Clock clock;

  /** Whom a closure would concern. */
  CancellationImpact preview(long siteId, ClosureRequest request) {
    return transactions.call(
        () -> {
          Site site = sites.findByIdOptional(siteId).orElseThrow(NotFound::new);
          request.check(LocalDateTime.now(clock.withZone(site.zone())));
          return impact.preview(standing(site, request.from(), request.to()));
        });
  }

  Closure create(long siteId, ClosureRequest request, Idempotency.Token token) {
    return transactions.call(
        () -> {
          var before = idempotency.before(token);
          if (before.isPresent()) {
            return of(siteId, Ids.parse(before.get()));
          }
          Site site = sites.lock(siteId).orElseThrow(NotFound::new);
          request.check(LocalDateTime.now(clock.withZone(site.zone())));
          Closure closure = new Closure(site, request.from(), request.to(), request.reason());
          closures.persistAndFlush(closure);
          Change by = Change.atCounter(access.caller().username(), false);
          cancellations.cancel(
              new Cancellations.Cause(CancellationCause.closure, closure.reason(), null, by),
              () -> slotsFollow(closure),
              () -> queue.closuresChange(siteId, first(closure), end(closure)),
              () -> standing(site, closure.from(), closure.to()));
          idempotency.made(token, Ids.of(closure.id()));
          return closure;
        });
  }

  void delete(long siteId, long closureId) {
    transactions.run(
        () -> {
          if (sites.lock(siteId).isEmpty()) {
            throw new NotFound();
          }
          Closure closure = of(siteId, closureId);
          closures.delete(closure);
          closures.flush();
          slotsFollow(closure);
          queue.closuresChange(siteId, first(closure), end(closure));
        });
  }

  private Closure of(long siteId, long closureId) {
    return closures
        .findByIdOptional(closureId)
        .filter(closure -> closure.site().id() == siteId)
        .orElseThrow(NotFound::new);
  }

  private void slotsFollow(Closure closure) {
    changed.fire(new ClosureChanged(closure.site().id(), first(closure), end(closure)));
  }

  private static LocalDate first(Closure closure) {
    return closure.from().toLocalDate();
  }

  /** The day after its last one. */
  private static LocalDate end(Closure closure) {
    return closure.to().toLocalDate().plusDays(1);
  }

  private Collection<Long> standing(Site site, LocalDateTime from, LocalDateTime to) {
    Instant start = from.atZone(site.zone()).toInstant();
    Instant end = to.atZone(site.zone()).toInstant();
    return List.copyOf(bookings.standingAt(site.id(), start, end, clock.instant()));
  }
}
