package fr.porteouverte.booking;

import fr.porteouverte.access.Access;
import fr.porteouverte.booking.seating.BookableTimes;
import fr.porteouverte.booking.seating.Seating;
import fr.porteouverte.booking.seating.Visit;
import fr.porteouverte.booking.seating.Visits;
import fr.porteouverte.database.NamedLocks;
import fr.porteouverte.slot.Booker;
import fr.porteouverte.slot.SeatOwner;
import fr.porteouverte.slot.Seats;
import fr.porteouverte.slot.Slot;
import fr.porteouverte.slot.SlotLocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Moves several bookings while the slots under them change: first all leave, then the slots follow
 * their calendar, then each takes its new place. All of it joins the caller's transaction: whoever
 * finds no place rolls everything back.
 */
@ApplicationScoped
public class Relocations {
  @Inject Visits visits;
  @Inject Seating seating;
  @Inject BookableTimes window;
  @Inject Seats seats;
  @Inject SlotLocks locks;
  @Inject Bookings bookings;
  @Inject BookingEvents events;
  @Inject Event<PlacesFreed> freed;
  @Inject NamedLocks oneAtATime;
  @Inject Access access;
  @Inject Clock clock;

  /** Before any slot is locked: nobody else moves or cancels these meanwhile. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void take(Collection<Long> ids) {
    new TreeSet<>(ids).forEach(id -> oneAtATime.take("booking", Long.toString(id)));
  }

  /**
   * The slots that a move to this one would lock, and those that one gives back.
   *
   * @param slotId as the API writes it
   */
  public List<Long> reach(long bookingId, String slotId) {
    Visit visit = visits.of(slotId, bookings.procedureOf(bookingId));
    access.requireOwn(visit.permanence().site().id());
    return locks.run(visit.slot(), visit.end());
  }

  /** Under the locks of their slots: their places are given back. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void leave(Collection<Long> ids) {
    Instant now = clock.instant();
    List<Slot> locked = locks.lockFresh(seats.slotsOfBookings(ids));
    locked.forEach(slot -> seats.dropExpired(slot, now));
    for (long id : new TreeSet<>(ids)) {
      List<Long> had = seats.slotsOfBooking(id);
      seats.releaseBooking(locked.stream().filter(slot -> had.contains(slot.id())).toList(), id);
    }
  }

  /** Of one that left. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void settle(long id, String slotId, Change by) {
    Instant now = clock.instant();
    Visit visit = visits.of(slotId, bookings.procedureOf(id));
    access.requireOwn(visit.permanence().site().id());
    List<Slot> run = locks.lockFresh(locks.run(visit.slot(), visit.end()));
    run.forEach(slot -> seats.dropExpired(slot, now));
    Booking booking = bookings.locked(id);
    seating.requireOpen(visit, run, now);
    window.requireBookable(visit, true, now);
    seating.take(run, new SeatOwner.Booking(booking.id()), Booker.staff);
    BookingHappened.Former before = BookingHappened.Former.of(booking);
    booking.move(visit, now);
    events.append(booking, BookingHappened.Kind.moved, by, before, now);
    freed.fire(new PlacesFreed(id, before.site(), run, List.of(), null, now));
  }
}
