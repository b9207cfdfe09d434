package fr.porteouverte.booking;

import fr.porteouverte.http.Ids;
import fr.porteouverte.http.NamedLocks;
import fr.porteouverte.http.Transactions;
import fr.porteouverte.http.TryAgain;
import fr.porteouverte.slot.Seats;
import fr.porteouverte.slot.SlotLocks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** What the visitor does with a booking: look, move, cancel. */
@ApplicationScoped
class BookingChanges {
  private final Transactions transactions;
  private final Visits visits;
  private final Desk desk;
  private final BookingDesk bookingDesk;
  private final Window window;
  private final Seats seats;
  private final SlotLocks locks;
  private final Bookings bookings;
  private final BookingEvents events;
  private final NamedLocks oneAtATime;
  private final Clock clock;

  BookingChanges(
      Transactions transactions,
      Visits visits,
      Desk desk,
      BookingDesk bookingDesk,
      Window window,
      Seats seats,
      SlotLocks locks,
      Bookings bookings,
      BookingEvents events,
      NamedLocks oneAtATime,
      Clock clock) {
    this.transactions = transactions;
    this.visits = visits;
    this.desk = desk;
    this.bookingDesk = bookingDesk;
    this.window = window;
    this.seats = seats;
    this.locks = locks;
    this.bookings = bookings;
    this.events = events;
    this.oneAtATime = oneAtATime;
    this.clock = clock;
  }

  BookingView cancel(String reference, String secret) {
    return transactions.call(
        () -> {
          Instant now = clock.instant();
          long id = bookings.opened(reference, secret).id();
          // In the idempotency row's place: before the slots' locks, and nobody else takes it.
          oneAtATime.take("booking", Long.toString(id));
          var run = locks.lock(seats.slotsOfBooking(id));
          Booking booking = changeable(id, now);
          requireSame(run.stream().map(slot -> slot.id()).toList(), id);
          seats.releaseBooking(run, id);
          booking.cancel(now);
          events.append(booking, BookingHappened.Kind.cancelled, BookingEvents.VISITOR, now);
          return BookingView.of(booking, null, now);
        });
  }

  /** Moves to another slot, or leaves everything as it was. To the slot it has: nothing changes. */
  BookingView move(String reference, String secret, RescheduleRequest wanted) {
    String procedureId =
        transactions.call(() -> Ids.of(bookings.opened(reference, secret).procedure().id()));
    return window.offeringAlternatives(
        wanted.slotId(),
        procedureId,
        () -> transactions.call(() -> moved(reference, secret, wanted, procedureId)));
  }

  private BookingView moved(
      String reference, String secret, RescheduleRequest wanted, String procedureId) {
    Instant now = clock.instant();
    Booking booking = bookings.opened(reference, secret);
    oneAtATime.take("booking", Long.toString(booking.id()));
    Visit visit = visits.of(wanted.slotId(), procedureId);
    List<Long> had = seats.slotsOfBooking(booking.id());
    Desk.Locked locked = desk.lock(visit, had, now);
    booking = changeable(booking.id(), now);
    requireSame(had, booking.id());
    if (booking.slotId() == visit.place().id()) {
      return BookingView.of(booking, null, now);
    }
    desk.requireOpen(visit, locked.run(), now);
    Optional<Hold> hold = bookingDesk.hold(wanted.holdId(), visit, now);
    if (hold.isEmpty()) {
      window.requireBookable(visit, false, now);
    }
    if (booking.site().id() != visit.permanence().site().id()) {
      Contacts.requireReachable(booking.visitor(), visit.permanence().site());
    }
    // Its own places are given back first: the new run may overlap the old one.
    seats.releaseBooking(locked.all(), booking.id());
    bookingDesk.give(locked.run(), hold, booking);
    Instant before = booking.start();
    booking.move(visit, now);
    events.append(
        booking,
        BookingHappened.Kind.moved,
        BookingEvents.Change.by(BookingEvents.VISITOR),
        before,
        now);
    return BookingView.of(booking, null, now);
  }

  private Booking changeable(long id, Instant now) {
    Booking booking = bookings.locked(id);
    if (booking.state() == BookingState.cancelled) {
      throw Refusals.alreadyCancelled();
    }
    if (booking.state() == BookingState.arrived) {
      throw Refusals.alreadyArrived();
    }
    if (!booking.changeableAt(now)) {
      throw Refusals.tooLateToChange();
    }
    return booking;
  }

  /** A cancelled session may have moved it between the reading of its places and their lock. */
  private void requireSame(List<Long> lockedSlots, long id) {
    if (!new HashSet<>(lockedSlots).equals(new HashSet<>(seats.slotsOfBooking(id)))) {
      throw new TryAgain("the booking moved meanwhile");
    }
  }
}
