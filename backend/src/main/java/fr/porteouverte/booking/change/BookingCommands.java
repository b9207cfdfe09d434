package fr.porteouverte.booking.change;

import fr.porteouverte.booking.Booking;
import fr.porteouverte.booking.BookingAccess;
import fr.porteouverte.booking.BookingView;
import fr.porteouverte.booking.Bookings;
import fr.porteouverte.booking.Change;
import fr.porteouverte.booking.ContactBy;
import fr.porteouverte.booking.ContactChanged;
import fr.porteouverte.booking.OpenBooking;
import fr.porteouverte.booking.Reference;
import fr.porteouverte.booking.seating.BookableTimes;
import fr.porteouverte.booking.visitor.Contacts;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.database.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the visitor, or staff of the house, does with a booking; each a transaction of its own. */
@ApplicationScoped
public class BookingCommands {
  @Inject Event<ContactChanged> wishes;
  @Inject Transactions transactions;
  @Inject BookingAccess door;
  @Inject BookingChanges changes;
  @Inject Bookings bookings;
  @Inject BookableTimes window;
  @Inject Idempotency idempotency;
  @Inject Clock clock;

  /**
   * Again: the same answer.
   *
   * @param request may be null
   */
  public BookingView cancel(
      String reference,
      @Nullable String secret,
      @Nullable String ifMatch,
      @Nullable CancellationRequest request,
      Idempotency.Token token) {
    return transactions.call(
        () -> {
          if (idempotency.before(token).isPresent()) {
            // Whatever became of it since: it is not cancelled once more.
            return door.open(reference, secret).view(clock.instant());
          }
          Instant now = clock.instant();
          // Only then the reference is one.
          OpenBooking open = door.open(reference, secret);
          idempotency.made(token, Reference.normalise(reference));
          Change by = open.change(request == null ? null : request.told());
          changes.ensureCancelled(open.id(), ifMatch, by, now);
          return open.view(now);
        });
  }

  /** Moves to another slot, or leaves everything as it was. To the slot it has: nothing changes. */
  public BookingView move(
      String reference,
      @Nullable String secret,
      @Nullable String ifMatch,
      RescheduleRequest wanted) {
    String procedureId =
        transactions.call(() -> bookings.procedureOf(door.open(reference, secret).id()));
    return window.offeringAlternatives(
        wanted.slotId(),
        procedureId,
        () ->
            transactions.call(
                () -> {
                  Instant now = clock.instant();
                  OpenBooking open = door.open(reference, secret);
                  changes.move(open.id(), ifMatch, wanted, open.change(wanted.told()), now);
                  return open.view(now);
                }));
  }

  public BookingView reachBy(String reference, @Nullable String secret, ContactBy way) {
    return transactions.call(
        () -> {
          OpenBooking open = door.open(reference, secret);
          Booking booking = bookings.locked(open.id());
          Contacts.requireWay(booking.visitor(), way);
          booking.reachBy(way);
          wishes.fire(new ContactChanged(booking.id(), false));
          return open.view(clock.instant());
        });
  }
}
