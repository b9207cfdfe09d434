package fr.porteouverte.booking;

import fr.porteouverte.access.Access;
import fr.porteouverte.http.Idempotency;
import fr.porteouverte.http.Transactions;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.slot.Booker;
import fr.porteouverte.slot.SeatOwner;
import fr.porteouverte.slot.Seats;
import fr.porteouverte.slot.Slot;
import fr.porteouverte.slot.SlotLocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** Makes, extends and releases holds. */
@ApplicationScoped
class HoldDesk {
  @Inject Transactions transactions;
  @Inject Idempotency idempotency;
  @Inject Visits visits;
  @Inject Desk desk;
  @Inject Window window;
  @Inject Quotas quotas;
  @Inject Holds holds;
  @Inject Seats seats;
  @Inject SlotLocks locks;
  @Inject EarlierPlaces earlier;
  @Inject EarlierTurn turn;
  @Inject BookingSettings settings;
  @Inject Access access;
  @Inject Clock clock;

  HoldView hold(HoldRequest wanted, String browser, Idempotency.Token token) {
    return window.offeringAlternatives(
        wanted.slotId(),
        wanted.procedureId(),
        () -> transactions.call(() -> HoldView.of(made(wanted, browser, token))));
  }

  private Hold made(HoldRequest wanted, String browser, Idempotency.Token token) {
    var before = idempotency.before(token);
    if (before.isPresent()) {
      return holds.findByIdOptional(UUID.fromString(before.get())).orElseThrow(NotFound::new);
    }
    Instant now = clock.instant();
    Visit visit = visits.of(wanted.slotId(), wanted.procedureId());
    List<Slot> run = desk.lock(visit, List.of(), now).run();
    desk.requireOpen(visit, run, now);
    window.requireBookable(visit, false, now);
    quotas.roomForAHold(browser, now);
    Hold hold =
        new Hold(
            UUID.randomUUID(),
            visit.place().id(),
            visit.procedure().id(),
            browser,
            now,
            settings.holdFor());
    holds.persistAndFlush(hold);
    boolean byStaff = access.actsAt(visit.permanence().site().id());
    desk.take(run, new SeatOwner.Hold(hold.id(), hold.expiresAt()), Booker.of(byStaff));
    idempotency.made(token, hold.id().toString());
    return hold;
  }

  HoldView extend(UUID id) {
    return transactions.call(
        () -> {
          Instant now = clock.instant();
          List<Slot> run = locks.lock(seats.slotsOfHold(id));
          Hold hold =
              holds.locked(id).filter(found -> found.liveAt(now)).orElseThrow(NotFound::new);
          if (hold.extended()) {
            throw Refusals.holdAlreadyExtended();
          }
          hold.extend(now.plus(settings.holdFor()));
          seats.prolong(run, id, hold.expiresAt());
          return HoldView.of(hold);
        });
  }

  /**
   * Gives the place back at once, to the next in turn if somebody waits for it. A hold that is gone
   * already is just as well; one that is an offer stays: whoever leaves the page has not refused.
   */
  void release(UUID id) {
    transactions.run(
        () -> {
          if (holds.isOffer(id)) {
            return;
          }
          Instant now = clock.instant();
          List<Long> had = seats.slotsOfHold(id);
          List<Slot> locked = locks.lock(earlier.reach(had));
          // A booking may have been made of it meanwhile.
          boolean kept = new HashSet<>(seats.slotsOfHold(id)).equals(new HashSet<>(had));
          locked.forEach(slot -> seats.dropExpired(slot, now));
          seats.releaseHold(locked.stream().filter(slot -> had.contains(slot.id())).toList(), id);
          holds.deleteById(id);
          if (kept) {
            turn.passOn(locked, had, now);
          }
        });
  }
}
