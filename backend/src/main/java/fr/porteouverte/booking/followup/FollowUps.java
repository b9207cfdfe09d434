package fr.porteouverte.booking.followup;

import fr.porteouverte.access.Access;
import fr.porteouverte.booking.Booking;
import fr.porteouverte.booking.BookingService;
import fr.porteouverte.booking.BookingState;
import fr.porteouverte.booking.BookingView;
import fr.porteouverte.booking.Bookings;
import fr.porteouverte.booking.Discretion;
import fr.porteouverte.booking.Refusals;
import fr.porteouverte.booking.seating.BookableTimes;
import fr.porteouverte.booking.seating.Visit;
import fr.porteouverte.booking.seating.Visits;
import fr.porteouverte.booking.slip.SlipCode;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.Ids;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.problem.InvalidRequest;
import fr.porteouverte.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Books the next appointment of a person who is there, with the partner who sees them or with the
 * house. Whoever books must have a right to both: the visit before, and the slot.
 */
@ApplicationScoped
class FollowUps {
  @Inject Transactions transactions;
  @Inject Idempotency idempotency;
  @Inject Visits visits;
  @Inject BookingService service;
  @Inject BookableTimes window;
  @Inject Bookings bookings;
  @Inject SlipCode slips;
  @Inject Access access;
  @Inject Clock clock;

  /**
   * @param procedureId null: the same as before
   */
  BookingView book(
      String reference, String slotId, @Nullable String procedureId, Idempotency.Token token) {
    String wanted =
        procedureId != null
            ? procedureId
            : transactions.call(() -> Ids.of(own(reference).procedure().id()));
    return window.offeringAlternatives(
        slotId,
        wanted,
        () ->
            transactions.call(
                () -> {
                  Instant now = clock.instant();
                  Booking made = booked(reference, slotId, wanted, token, now);
                  return access.actsAt(made.site().id())
                      ? BookingView.of(made, null, slips.of(made), true, now)
                      : BookingView.toPartner(made, now);
                }));
  }

  private Booking booked(
      String reference, String slotId, String procedureId, Idempotency.Token token, Instant now) {
    Optional<String> made = idempotency.before(token);
    Booking before = own(reference);
    if (made.isPresent()) {
      return bookings.findByIdOptional(Long.valueOf(made.get())).orElseThrow(NotFound::new);
    }
    if (before.visitor().erased()) {
      throw new NotFound();
    }
    if (before.state() == BookingState.cancelled) {
      throw Refusals.alreadyCancelled();
    }
    if (!access.actsAt(before.site().id())
        && !Discretion.isNoted(before.day(), before.dayOf(now))) {
      throw Refusals.notSeenLately();
    }
    Visit visit = visits.of(slotId, procedureId);
    requireOwn(visit.permanence().site().id(), visit.permanence().partner());
    if (visit.slot().start().isBefore(before.end())) {
      throw InvalidRequest.of(
          "slotId",
          "Le rendez-vous suivant commence après la fin de celui-ci.",
          "The next appointment begins after the end of this one.");
    }
    Booking next = service.following(before, visit, access.caller().username(), now);
    idempotency.made(token, Long.toString(next.id()));
    return next;
  }

  private Booking own(String reference) {
    Booking booking = bookings.named(reference).orElseThrow(NotFound::new);
    requireOwn(booking.site().id(), booking.partner());
    return booking;
  }

  private void requireOwn(long siteId, @Nullable Partner partner) {
    access.requireOwn(siteId, partner == null ? null : partner.id());
  }
}
