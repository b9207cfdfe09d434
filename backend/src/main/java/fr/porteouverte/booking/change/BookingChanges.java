package fr.porteouverte.booking.change;

import fr.porteouverte.access.Access;
import fr.porteouverte.booking.Booking;
import fr.porteouverte.booking.BookingEvents;
import fr.porteouverte.booking.BookingHappened;
import fr.porteouverte.booking.BookingState;
import fr.porteouverte.booking.Bookings;
import fr.porteouverte.booking.Change;
import fr.porteouverte.booking.HeldPlaces;
import fr.porteouverte.booking.PlacesFreed;
import fr.porteouverte.booking.Refusals;
import fr.porteouverte.booking.Waitlist;
import fr.porteouverte.booking.seating.BookableTimes;
import fr.porteouverte.booking.seating.Seating;
import fr.porteouverte.booking.seating.Visit;
import fr.porteouverte.booking.seating.Visits;
import fr.porteouverte.booking.visitor.Contacts;
import fr.porteouverte.database.NamedLocks;
import fr.porteouverte.database.TryAgain;
import fr.porteouverte.slot.Booker;
import fr.porteouverte.slot.Seats;
import fr.porteouverte.slot.Slot;
import fr.porteouverte.slot.SlotLocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Moves and cancels, inside the caller's transaction: it has no lock yet, and no slot entity. The
 * booking's own lock stands in the idempotency row's place, before the slots'; nobody else takes
 * it.
 */
@ApplicationScoped
public class BookingChanges {
  @Inject Visits visits;
  @Inject Seating seating;
  @Inject HeldPlaces places;
  @Inject BookableTimes window;
  @Inject Seats seats;
  @Inject SlotLocks locks;
  @Inject Bookings bookings;
  @Inject BookingEvents events;
  @Inject Waitlist waitlist;
  @Inject Event<PlacesFreed> freed;
  @Inject NamedLocks oneAtATime;
  @Inject Access access;
  @Inject WhoChangedIt since;

  /**
   * Refused when it is cancelled already.
   *
   * @param ifMatch the version that was seen; null: whichever it is
   */
  public void cancel(long id, @Nullable String ifMatch, Change by, Instant now) {
    List<Slot> locked = lock(id, now);
    Booking booking = changeable(id, by, now);
    since.requireSeen(booking, ifMatch, by);
    cancel(booking, locked, by, now);
  }

  /**
   * Again, it is cancelled and nothing happens: the answer is the same, and nobody is told twice.
   *
   * @param ifMatch the version that was seen; null: whichever it is
   */
  public void ensureCancelled(long id, @Nullable String ifMatch, Change by, Instant now) {
    List<Slot> locked = lock(id, now);
    Booking booking = bookings.locked(id);
    if (booking.state() != BookingState.cancelled) {
      since.requireSeen(booking, ifMatch, by);
      cancel(changeable(booking, by, now), locked, by, now);
    }
  }

  private List<Slot> lock(long id, Instant now) {
    oneAtATime.take("booking", Long.toString(id));
    List<Slot> locked = locks.lock(waitlist.slotsToLock(id, seats.slotsOfBooking(id)));
    locked.forEach(slot -> seats.dropExpired(slot, now));
    return locked;
  }

  private void cancel(Booking booking, List<Slot> locked, Change by, Instant now) {
    long id = booking.id();
    List<Long> had = seats.slotsOfBooking(id);
    requireLocked(had, locked);
    seats.releaseBooking(those(had, locked), id);
    booking.cancel(now);
    events.append(booking, BookingHappened.Kind.cancelled, by, null, now);
    freed.fire(new PlacesFreed(id, booking.site().id(), locked, had, null, now));
  }

  /**
   * All or nothing. To the slot it has: nothing changes.
   *
   * @param ifMatch the version that was seen; null: whichever it is
   */
  public void move(
      long id, @Nullable String ifMatch, RescheduleRequest wanted, Change by, Instant now) {
    oneAtATime.take("booking", Long.toString(id));
    Visit visit = visits.of(wanted.slotId(), bookings.procedureOf(id));
    if (!by.byVisitor()) {
      access.requireOwnAs(visit.permanence().site().id(), visit.partnerId());
    }
    List<Long> had = seats.slotsOfBooking(id);
    Set<Long> ids = new LinkedHashSet<>(waitlist.slotsToLock(id, had));
    ids.addAll(places.slotsToLock(wanted.holdId(), visit));
    Seating.Locked locked = seating.lock(visit, List.copyOf(ids), now);
    Booking booking = movable(id, by, now);
    requireSame(had, id);
    boolean rebooked = booking.cancelledByHouse();
    if (booking.slotId() == visit.slot().id() && !rebooked) {
      return;
    }
    since.requireSeen(booking, ifMatch, by);
    seating.requireOpen(visit, locked.run(), now);
    UUID holdId = wanted.holdId();
    if (holdId == null) {
      holdId = waitlist.holdAt(id, visit.slot().id());
    }
    HeldPlaces.Held held = places.use(holdId, visit, id, locked, now);
    if (held.hold().isEmpty()) {
      window.requireBookable(visit, !by.byVisitor() || rebooked, now);
    }
    if (by.byVisitor() && booking.site().id() != visit.permanence().site().id()) {
      Contacts.requireReachable(booking.visitor(), visit.permanence().site());
    }
    // Its own places are given back first: the new run may overlap the old one.
    seats.releaseBooking(those(had, locked.all()), id);
    places.give(locked.run(), held, booking, Booker.of(!by.byVisitor()));
    BookingHappened.Former before = BookingHappened.Former.of(booking);
    if (rebooked) {
      booking.rebook(visit, now);
    } else {
      booking.move(visit, now);
    }
    BookingHappened.Kind kind =
        rebooked ? BookingHappened.Kind.rebooked : BookingHappened.Kind.moved;
    events.append(booking, kind, by, before, now);
    Set<Long> left = new LinkedHashSet<>(had);
    left.removeIf(locked::has);
    left.addAll(held.left());
    freed.fire(new PlacesFreed(id, before.site(), locked.all(), left, visit.slot().id(), now));
  }

  private static List<Slot> those(List<Long> ids, List<Slot> locked) {
    return locked.stream().filter(slot -> ids.contains(slot.id())).toList();
  }

  /** One that the house cancelled may be taken up again at any time: the house owes it to them. */
  private Booking movable(long id, Change by, Instant now) {
    Booking booking = bookings.locked(id);
    return booking.cancelledByHouse() ? booking : changeable(booking, by, now);
  }

  private Booking changeable(long id, Change by, Instant now) {
    return changeable(bookings.locked(id), by, now);
  }

  private static Booking changeable(Booking booking, Change by, Instant now) {
    if (booking.state() == BookingState.cancelled) {
      throw Refusals.alreadyCancelled();
    }
    if (booking.state() == BookingState.arrived) {
      throw Refusals.alreadyArrived();
    }
    if (!booking.changeableAt(!by.byVisitor(), now)) {
      throw by.byVisitor() ? Refusals.tooLateToChange() : Refusals.alreadyOver();
    }
    return booking;
  }

  /** It may have moved between the reading of its places and their lock. */
  private static void requireLocked(List<Long> had, List<Slot> locked) {
    if (those(had, locked).size() != had.size()) {
      throw new TryAgain("the booking moved meanwhile");
    }
  }

  /** A cancelled session may have moved it between the reading of its places and their lock. */
  private void requireSame(List<Long> lockedSlots, long id) {
    if (!new HashSet<>(lockedSlots).equals(new HashSet<>(seats.slotsOfBooking(id)))) {
      throw new TryAgain("the booking moved meanwhile");
    }
  }
}
