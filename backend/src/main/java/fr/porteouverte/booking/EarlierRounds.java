package fr.porteouverte.booking;

import fr.porteouverte.http.Transactions;
import fr.porteouverte.problem.Wordless;
import fr.porteouverte.slot.Seats;
import fr.porteouverte.slot.Slot;
import fr.porteouverte.slot.SlotLocks;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Gives on what its person did not take in time or never heard of, what a hold left that expired,
 * and what was freed while nobody could be told. Each place is a transaction of its own; several
 * processes may do the round at once.
 */
@ApplicationScoped
class EarlierRounds {
  private static final Logger LOG = Logger.getLogger(EarlierRounds.class);
  private static final int BATCH = 200;

  /** Looked at for whether their message came to nothing. */
  private static final int LIVE = 5_000;

  @Inject Transactions transactions;
  @Inject EarlierWishes wishes;
  @Inject EarlierOffers offers;
  @Inject FreedPlaces freedPlaces;
  @Inject Holds holds;
  @Inject MessageReach reach;
  @Inject EarlierPlaces places;
  @Inject EarlierTurn turn;
  @Inject SlotLocks locks;
  @Inject Seats seats;
  @Inject Clock clock;

  @Scheduled(
      every = "${porte-ouverte.booking.earlier.round:30s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void round() {
    Instant now = clock.instant();
    for (EarlierOffers.Place offer : transactions.call(() -> offers.expired(now, BATCH))) {
      attempt("offer", offer.id(), () -> expire(offer, false, now));
    }
    for (EarlierOffers.Place offer : transactions.call(() -> unheard(now))) {
      attempt("offer", offer.id(), () -> expire(offer, true, now));
    }
    expiredHolds(now);
    for (FreedPlaces.Freed freed : transactions.call(() -> freedPlaces.due(now, BATCH))) {
      attempt("freed place", freed.id(), () -> offer(freed, now));
    }
  }

  /**
   * Places in which a hold expired, at houses where somebody waits. They are public from that
   * moment on; whoever books first, or the list from this round on, has them.
   */
  void expiredHolds(Instant now) {
    for (Holds.Left left : transactions.call(() -> holds.leftToTheList(now, BATCH))) {
      attempt("expired hold in", left.slotId(), () -> passOn(left, now));
    }
  }

  private void attempt(String what, long id, Runnable work) {
    try {
      transactions.run(work);
    } catch (RuntimeException failure) {
      // The next round tries again; the others do not wait for it.
      LOG.errorf(Wordless.of(failure), "%s %d was not given on", what, id);
    }
  }

  private List<EarlierOffers.Place> unheard(Instant now) {
    List<EarlierOffers.Place> live = offers.live(now, LIVE);
    Set<Long> unheard = reach.unheard(live.stream().map(EarlierOffers.Place::id).toList());
    return live.stream().filter(offer -> unheard.contains(offer.id())).toList();
  }

  private void expire(EarlierOffers.Place expired, boolean unheard, Instant now) {
    Collection<Slot> locked = locked(places.reach(expired.bookingId(), List.of()), now);
    turn.take(expired.siteId());
    Set<Long> freed =
        offers
            .unsettled(expired.bookingId())
            .filter(offer -> offer.id() == expired.id() && (unheard || !offer.liveAt(now)))
            .map(offer -> places.settle(offer, end(offer), locked, now))
            .orElse(Set.of());
    turn.passOn(locked, freed, now);
  }

  /** Without a wish it was cut short: the person came, moved or cancelled. */
  private EarlierOffer.State end(EarlierOffer offer) {
    return wishes.has(offer.bookingId())
        ? EarlierOffer.State.expired
        : EarlierOffer.State.withdrawn;
  }

  private void offer(FreedPlaces.Freed freed, Instant now) {
    List<Long> ids = List.of(freed.slotId());
    Collection<Slot> locked = locked(places.around(freed.siteId(), ids), now);
    if (freedPlaces.forget(freed.id())) {
      turn.passOn(locked, ids, now);
    }
  }

  /**
   * Another process, or who booked meanwhile, may have dropped the hold: then the place is gone.
   */
  private void passOn(Holds.Left left, Instant now) {
    List<Long> ids = List.of(left.slotId());
    List<Slot> locked = locks.lock(places.around(left.siteId(), ids));
    Set<Long> freed = new HashSet<>();
    for (Slot slot : locked) {
      if (seats.dropExpired(slot, now)) {
        freed.add(slot.id());
      }
    }
    turn.passOn(locked, freed, now);
  }

  private Collection<Slot> locked(List<Long> ids, Instant now) {
    List<Slot> locked = locks.lock(ids);
    locked.forEach(slot -> seats.dropExpired(slot, now));
    return locked;
  }
}
