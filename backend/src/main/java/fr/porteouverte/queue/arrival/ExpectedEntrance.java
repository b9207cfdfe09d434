package fr.porteouverte.queue.arrival;

import fr.porteouverte.booking.Arrivals;
import fr.porteouverte.booking.Arrivals.Expected;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.Ids;
import fr.porteouverte.permanence.Permanences;
import fr.porteouverte.problem.InvalidRequest;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.procedure.Procedures;
import fr.porteouverte.queue.admission.Admission;
import fr.porteouverte.queue.board.QueueReader;
import fr.porteouverte.queue.change.Actor;
import fr.porteouverte.queue.change.LockedQueue;
import fr.porteouverte.queue.change.QueueLocks;
import fr.porteouverte.queue.ticket.Issue;
import fr.porteouverte.queue.ticket.Ticket;
import fr.porteouverte.queue.ticket.TicketView;
import fr.porteouverte.queue.ticket.Tickets;
import fr.porteouverte.session.Session;
import fr.porteouverte.session.Sessions;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets in people with a booking: booking and ticket change together, or neither. */
@ApplicationScoped
class ExpectedEntrance {
  /** Refusals that say nothing of a booking that is not in the visitor's hand. */
  private static final Set<ProblemType> TOLD =
      EnumSet.of(ProblemType.NOT_OPEN, ProblemType.SESSION_OVER);

  @Inject EntranceAccess door;
  @Inject Admission admission;
  @Inject Sessions sessions;
  @Inject Sites sites;
  @Inject QueueLocks locks;
  @Inject Tickets tickets;
  @Inject Issue issue;
  @Inject Arrivals arrivals;
  @Inject Procedures procedures;
  @Inject Permanences permanences;
  @Inject QueueReader reader;
  @Inject Transactions transactions;
  @Inject Idempotency idempotency;
  @Inject Clock clock;

  /**
   * @param isNew false: the same booking was registered before
   */
  record Entered(TicketView ticket, boolean isNew) {}

  /** By the reference alone, in the booking's own house. */
  Entered of(String reference, Idempotency.Token token) {
    Expected booking = transactions.call(() -> arrivals.find(reference).orElseThrow(NotFound::new));
    return arrive(
        booking.siteId(), new ArrivalRequest(reference, null, null, null, null, null), null, token);
  }

  /**
   * A kiosk learns nothing of a booking that cannot arrive there now: it is not found. What holds
   * for everybody it is told.
   */
  Entered arrive(
      long siteId, ArrivalRequest request, @Nullable String deviceKey, Idempotency.Token token) {
    try {
      return transactions.call(
          () -> {
            Actor actor = door.at(siteId, deviceKey);
            Optional<String> made = idempotency.before(token);
            if (made.isPresent()) {
              LockedQueue queue = locks.lock(siteId, actor);
              return new Entered(seen(queue, tickets.findById(Ids.parse(made.get()))), false);
            }
            if (deviceKey != null) {
              Site site = sites.findByIdOptional(siteId).orElseThrow(NotFound::new);
              admission.requireAnybodyThere(site, clock.instant());
            }
            Expected booking =
                arrivals
                    .find(Slip.reference(Objects.requireNonNull(request.reference())))
                    .filter(found -> found.siteId() == siteId)
                    .orElseThrow(NotFound::new);
            LockedQueue queue = locks.lock(siteId, actor);
            Optional<Ticket> before =
                tickets
                    .ofBooking(booking.bookingId())
                    .filter(ticket -> ticket.date().equals(queue.date()));
            Ticket ticket = before.orElseGet(() -> arrived(queue, booking.bookingId(), request));
            if (before.isEmpty() && deviceKey != null) {
              sessionOf(booking).ifPresent(session -> admission.requireNotOver(queue, session));
            }
            idempotency.made(token, Ids.of(ticket.id()));
            return new Entered(seen(queue, ticket), before.isEmpty());
          });
    } catch (ProblemException refused) {
      boolean ofBooking = refused.type().status() == 409 && !TOLD.contains(refused.type());
      throw deviceKey != null && ofBooking ? new NotFound() : refused;
    }
  }

  /** Staff register somebody who comes after its end: nobody with an appointment is sent away. */
  private Optional<Session> sessionOf(Expected booking) {
    return sessions.running(booking.permanenceId(), booking.start());
  }

  /** A walk-in gets a slot that is still free, and a number. */
  Entered refer(long siteId, ArrivalRequest request, Idempotency.Token token) {
    return arrivals.offeringAlternatives(
        request.referral(),
        () ->
            transactions.call(
                () -> {
                  Actor actor = door.at(siteId, null);
                  Optional<String> before = idempotency.before(token);
                  if (before.isPresent()) {
                    LockedQueue queue = locks.lock(siteId, actor);
                    return new Entered(
                        seen(queue, tickets.findById(Ids.parse(before.get()))), true);
                  }
                  long booking =
                      arrivals.book(request.referral(), siteId, actor.name(), clock.instant());
                  LockedQueue queue = locks.lock(siteId, actor);
                  Ticket ticket = arrived(queue, booking, request);
                  idempotency.made(token, Ids.of(ticket.id()));
                  return new Entered(seen(queue, ticket), true);
                }));
  }

  private Ticket arrived(LockedQueue queue, long bookingId, ArrivalRequest request) {
    Instant came = cameAt(queue, request);
    Expected arrived =
        arrivals.arrive(bookingId, queue.siteId(), queue.date(), queue.actor().who(), queue.now());
    return issue.ticket(
        queue,
        Coming.expected(
            procedures.findById(arrived.procedureId()),
            permanences.findById(arrived.permanenceId()),
            arrived.bookingId(),
            came,
            arrived.start(),
            request.prior()));
  }

  private static Instant cameAt(LockedQueue queue, ArrivalRequest request) {
    if (request.arrivedAt() == null) {
      return queue.now();
    }
    Instant came = request.arrivedAt().toInstant();
    if (came.isAfter(queue.now())
        || !came.atZone(queue.site().zone()).toLocalDate().equals(queue.date())) {
      throw InvalidRequest.of(
          "arrivedAt",
          "Une heure d’aujourd’hui, passée, est attendue.",
          "A time of today that has passed is expected.");
    }
    return came;
  }

  private TicketView seen(LockedQueue queue, Ticket ticket) {
    return reader.picture(queue, ticket).view(ticket);
  }
}
