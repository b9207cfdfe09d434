package fr.porteouverte.booking;

import fr.porteouverte.http.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** What the visitor, or staff of the house, does with a booking; each a transaction of its own. */
@ApplicationScoped
class BookingCommands {
  @Inject Event<ContactByChanged> wishes;
  @Inject Transactions transactions;
  @Inject BookingDoor door;
  @Inject BookingChanges changes;
  @Inject Bookings bookings;
  @Inject Window window;
  @Inject Clock clock;

  /**
   * @param request may be null
   */
  BookingView cancel(String reference, String secret, CancellationRequest request) {
    return transactions.call(
        () -> {
          Instant now = clock.instant();
          OpenBooking open = door.open(reference, secret);
          changes.cancel(open.id(), open.change(request == null ? null : request.told()), now);
          return open.view(now);
        });
  }

  /** Moves to another slot, or leaves everything as it was. To the slot it has: nothing changes. */
  BookingView move(String reference, String secret, RescheduleRequest wanted) {
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
                  changes.move(open.id(), wanted, open.change(wanted.told()), now);
                  return open.view(now);
                }));
  }

  BookingView reachBy(String reference, String secret, ContactBy way) {
    return transactions.call(
        () -> {
          OpenBooking open = door.open(reference, secret);
          Booking booking = bookings.locked(open.id());
          Contacts.requireWay(booking.visitor(), way);
          booking.reachBy(way);
          wishes.fire(new ContactByChanged(booking.id()));
          return open.view(clock.instant());
        });
  }
}
