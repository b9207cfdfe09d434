package fr.porteouverte.booking.release;

import fr.porteouverte.booking.Booking;
import fr.porteouverte.booking.Bookings;
import fr.porteouverte.booking.Change;
import fr.porteouverte.booking.Holds;
import fr.porteouverte.booking.HouseCancellations;
import fr.porteouverte.booking.PlacesFreed;
import fr.porteouverte.booking.Waitlist;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.database.NamedLocks;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.slot.Seats;
import fr.porteouverte.slot.Slot;
import fr.porteouverte.slot.SlotLocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A manager frees what a robot took, in one transaction: bookings are cancelled by the house, holds
 * given back, and the places go to who waits for them, or to everybody. Who left a contact is told;
 * for who left none there is nobody to call.
 */
@ApplicationScoped
class Releases {
  @Inject Transactions transactions;
  @Inject Idempotency idempotency;
  @Inject Suspects suspects;
  @Inject ReleaseActs acts;
  @Inject HouseCancellations cancellations;
  @Inject Bookings bookings;
  @Inject Holds holds;
  @Inject Seats seats;
  @Inject SlotLocks locks;
  @Inject NamedLocks oneAtATime;
  @Inject Waitlist waitlist;
  @Inject Event<PlacesFreed> freed;
  @Inject Clock clock;

  ReleaseView release(long siteId, ReleaseRequest wanted, String agent, Idempotency.Token token) {
    return transactions.call(
        () ->
            idempotency
                .before(token)
                .map(ReleaseView::read)
                .orElseGet(
                    () -> {
                      ReleaseView done = released(siteId, wanted, agent, clock.instant());
                      idempotency.made(token, done.kept());
                      return done;
                    }));
  }

  private ReleaseView released(long siteId, ReleaseRequest wanted, String agent, Instant now) {
    List<Long> ids = suspects.standing(wanted.normalised(), siteId, now);
    List<UUID> held = suspects.holdsOf(wanted.groups(), siteId, now);
    ids.forEach(id -> oneAtATime.take("booking", Long.toString(id)));
    List<Long> had = new ArrayList<>(seats.slotsOfBookings(ids));
    held.forEach(hold -> had.addAll(seats.slotsOfHold(hold)));
    List<Slot> locked = locks.lock(waitlist.slotsToLock(had));
    locked.forEach(slot -> seats.dropExpired(slot, now));
    List<PlacesFreed> places = new ArrayList<>();
    int told = 0;
    List<Long> done = new ArrayList<>();
    for (long id : ids) {
      Booking booking = bookings.locked(id);
      boolean reachable = !booking.visitor().addresses().isEmpty();
      Change by = Change.atCounter(agent, !reachable);
      List<Long> its = cancellations.cancelOne(booking, locked, wanted.said(), by, now);
      if (!its.isEmpty()) {
        done.add(id);
        told += reachable ? 1 : 0;
        places.add(new PlacesFreed(id, siteId, locked, its, null, now));
      }
    }
    held.forEach(hold -> places.add(given(hold, locked, now)));
    long act = acts.made(siteId, agent, done, now);
    places.forEach(freed::fire);
    return new ReleaseView(act, done.size(), held.size(), told);
  }

  private PlacesFreed given(UUID hold, List<Slot> locked, Instant now) {
    List<Long> had = seats.slotsOfHold(hold);
    seats.releaseHold(locked.stream().filter(slot -> had.contains(slot.id())).toList(), hold);
    holds.deleteById(hold);
    return PlacesFreed.byHold(locked, had, now);
  }
}
