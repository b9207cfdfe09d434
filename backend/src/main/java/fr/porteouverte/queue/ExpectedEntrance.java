package fr.porteouverte.queue;

import fr.porteouverte.booking.Arrivals;
import fr.porteouverte.booking.Arrivals.Expected;
import fr.porteouverte.http.Idempotency;
import fr.porteouverte.http.Ids;
import fr.porteouverte.http.Transactions;
import fr.porteouverte.permanence.Permanences;
import fr.porteouverte.problem.InvalidRequest;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.procedure.Procedures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Lets in people with a booking: booking and ticket change together, or neither. */
@ApplicationScoped
class ExpectedEntrance {
  @Inject Door door;
  @Inject Turns turns;
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
  Entered of(String reference) {
    Expected booking = transactions.call(() -> arrivals.find(reference).orElseThrow(NotFound::new));
    return arrive(
        booking.siteId(), new ArrivalRequest(reference, null, null, null, null, null), null);
  }

  /** A kiosk learns nothing of a booking that cannot arrive there now: it is not found. */
  Entered arrive(long siteId, ArrivalRequest request, String deviceKey) {
    try {
      return transactions.call(
          () -> {
            Actor actor = door.at(siteId, deviceKey);
            Expected booking =
                arrivals
                    .find(Slip.reference(request.reference()))
                    .filter(found -> found.siteId() == siteId)
                    .orElseThrow(NotFound::new);
            Turn turn = turns.take(siteId, actor);
            Optional<Ticket> before =
                tickets
                    .ofBooking(booking.bookingId())
                    .filter(ticket -> ticket.date().equals(turn.date()));
            if (before.isPresent()) {
              return new Entered(seen(turn, before.get()), false);
            }
            return new Entered(seen(turn, arrived(turn, booking.bookingId(), request)), true);
          });
    } catch (ProblemException refused) {
      throw deviceKey != null && refused.type().status() == 409 ? new NotFound() : refused;
    }
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
                    Turn turn = turns.take(siteId, actor);
                    return new Entered(seen(turn, tickets.findById(Ids.parse(before.get()))), true);
                  }
                  long booking =
                      arrivals.book(request.referral(), siteId, actor.name(), clock.instant());
                  Turn turn = turns.take(siteId, actor);
                  Ticket ticket = arrived(turn, booking, request);
                  idempotency.made(token, Ids.of(ticket.id()));
                  return new Entered(seen(turn, ticket), true);
                }));
  }

  private Ticket arrived(Turn turn, long bookingId, ArrivalRequest request) {
    Instant came = cameAt(turn, request);
    Expected arrived =
        arrivals.arrive(bookingId, turn.siteId(), turn.date(), turn.actor().who(), turn.now());
    return issue.ticket(
        turn,
        Coming.expected(
            procedures.findById(arrived.procedureId()),
            permanences.findById(arrived.permanenceId()),
            arrived.bookingId(),
            came,
            arrived.start(),
            request.prior()));
  }

  private static Instant cameAt(Turn turn, ArrivalRequest request) {
    if (request.arrivedAt() == null) {
      return turn.now();
    }
    Instant came = request.arrivedAt().toInstant();
    if (came.isAfter(turn.now())
        || !came.atZone(turn.site().zone()).toLocalDate().equals(turn.date())) {
      throw InvalidRequest.of(
          "arrivedAt",
          "Une heure d’aujourd’hui, passée, est attendue.",
          "A time of today that has passed is expected.");
    }
    return came;
  }

  private TicketView seen(Turn turn, Ticket ticket) {
    return reader.picture(turn, ticket).view(ticket);
  }
}
