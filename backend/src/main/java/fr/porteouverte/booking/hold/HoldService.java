package fr.porteouverte.booking.hold;

import fr.porteouverte.access.Access;
import fr.porteouverte.booking.BookingSettings;
import fr.porteouverte.booking.Hold;
import fr.porteouverte.booking.Holds;
import fr.porteouverte.booking.PlacesFreed;
import fr.porteouverte.booking.Refusals;
import fr.porteouverte.booking.Waitlist;
import fr.porteouverte.booking.proof.Taker;
import fr.porteouverte.booking.proof.Takings;
import fr.porteouverte.booking.seating.BookableTimes;
import fr.porteouverte.booking.seating.Foresight;
import fr.porteouverte.booking.seating.Quotas;
import fr.porteouverte.booking.seating.Seating;
import fr.porteouverte.booking.seating.Visit;
import fr.porteouverte.booking.seating.Visits;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.database.Sales;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.slot.Booker;
import fr.porteouverte.slot.SeatOwner;
import fr.porteouverte.slot.Seats;
import fr.porteouverte.slot.Slot;
import fr.porteouverte.slot.SlotLocks;
import fr.porteouverte.slot.SlotRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes, extends and releases holds. */
@ApplicationScoped
class HoldService {
  @Inject Transactions transactions;
  @Inject Sales sales;
  @Inject Foresight foresight;
  @Inject Idempotency idempotency;
  @Inject Visits visits;
  @Inject Seating seating;
  @Inject BookableTimes window;
  @Inject Quotas quotas;
  @Inject Takings takings;
  @Inject Holds holds;
  @Inject Seats seats;
  @Inject SlotLocks locks;
  @Inject Waitlist waitlist;
  @Inject Event<PlacesFreed> freed;
  @Inject BookingSettings settings;
  @Inject Access access;
  @Inject Clock clock;

  HoldView hold(HoldRequest wanted, String browser, Taker taker, Idempotency.Token token) {
    return window.offeringAlternatives(
        wanted.slotId(),
        wanted.procedureId(),
        () -> {
          Optional<SlotRef> place =
              foresight.place(wanted.slotId(), wanted.procedureId(), null, token, clock.instant());
          return sales.call(
              first ->
                  HoldView.of(
                      made(wanted, first ? place : Optional.empty(), browser, taker, token)));
        });
  }

  private Hold made(
      HoldRequest wanted,
      Optional<SlotRef> place,
      String browser,
      Taker taker,
      Idempotency.Token token) {
    var before = idempotency.before(token);
    if (before.isPresent()) {
      UUID made = UUID.fromString(before.get());
      return holds.findByIdOptional(made).orElseThrow(() -> gone(made));
    }
    Instant now = clock.instant();
    Visit visit =
        place
            .map(known -> visits.of(known, wanted.procedureId()))
            .orElseGet(() -> visits.of(wanted.slotId(), wanted.procedureId()));
    boolean byStaff = access.actsInPlace(visit.permanence().site().id(), visit.partnerId());
    List<Slot> run = seating.lock(visit, List.of(), now).run();
    seating.requireOpen(visit, run, now);
    window.requireBookable(visit, false, now);
    seating.requireRoom(run, Booker.of(byStaff));
    if (!byStaff) {
      quotas.roomForAHold(browser, now);
    }
    boolean proved = takings.requireHold(visit, taker, now);
    Hold hold =
        new Hold(
            UUID.randomUUID(),
            visit.slot().id(),
            visit.procedure().id(),
            browser,
            now,
            settings.holdFor());
    hold.takenBy(taker, proved);
    holds.persistAndFlush(hold);
    seating.take(run, new SeatOwner.Hold(hold.id(), hold.expiresAt()), Booker.of(byStaff));
    idempotency.made(token, hold.id().toString());
    return hold;
  }

  private RuntimeException gone(UUID id) {
    return holds.isUsed(id) ? Refusals.holdUsed() : new NotFound();
  }

  HoldView extend(UUID id) {
    return transactions.call(
        () -> {
          Instant now = clock.instant();
          List<Slot> run = locks.lock(seats.slotsOfHold(id));
          Hold hold =
              holds.locked(id).filter(found -> found.liveAt(now)).orElseThrow(() -> gone(id));
          if (hold.extended()) {
            throw Refusals.holdAlreadyExtended();
          }
          hold.extend(now.plus(settings.holdFor()));
          seats.prolong(run, id, hold.expiresAt());
          return HoldView.of(hold);
        });
  }

  /**
   * Gives the place back at once, to the next on the waiting list if somebody waits for it. A hold
   * that is gone already is just as well; one that is an offer stays: whoever leaves the page has
   * not refused.
   */
  void release(UUID id) {
    transactions.run(
        () -> {
          if (holds.isOffer(id)) {
            return;
          }
          Instant now = clock.instant();
          List<Long> had = seats.slotsOfHold(id);
          List<Slot> locked = locks.lock(waitlist.slotsToLock(had));
          // A booking may have been made of it meanwhile.
          boolean kept = new HashSet<>(seats.slotsOfHold(id)).equals(new HashSet<>(had));
          locked.forEach(slot -> seats.dropExpired(slot, now));
          seats.releaseHold(locked.stream().filter(slot -> had.contains(slot.id())).toList(), id);
          holds.deleteById(id);
          if (kept) {
            freed.fire(PlacesFreed.byHold(locked, had, now));
          }
        });
  }
}
