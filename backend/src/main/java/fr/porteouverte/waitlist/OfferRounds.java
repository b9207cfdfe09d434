package fr.porteouverte.waitlist;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import fr.porteouverte.booking.Holds;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.job.Job;
import fr.porteouverte.problem.Wordless;
import fr.porteouverte.slot.Seats;
import fr.porteouverte.slot.Slot;
import fr.porteouverte.slot.SlotLocks;
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
 * and what was freed while nobody could be told. Each place is a transaction of its own.
 */
@ApplicationScoped
class OfferRounds implements Job {
  private static final Logger LOG = Logger.getLogger(OfferRounds.class);
  private static final int BATCH = 200;

  /** Looked at for whether their message came to nothing. */
  private static final int LIVE = 5_000;

  @Inject Transactions transactions;
  @Inject WaitlistSettings settings;
  @Inject WaitlistEntries entries;
  @Inject WaitlistOffers offers;
  @Inject FreedSlots freedSlots;
  @Inject Holds holds;
  @Inject WaitlistRules rules;
  @Inject WaitlistChanges changes;
  @Inject OfferMaker maker;
  @Inject SlotLocks locks;
  @Inject Seats seats;
  @Inject Clock clock;

  @Override
  public String name() {
    return "waitlist-round";
  }

  @Override
  public Schedule schedule() {
    return FixedDelay.of(settings.round());
  }

  @Override
  public void run() {
    Instant now = clock.instant();
    for (WaitlistOffers.Ref offer : transactions.call(() -> offers.expired(now, BATCH))) {
      attempt("offer", offer.id(), () -> expire(offer, false, now));
    }
    for (WaitlistOffers.Ref offer : transactions.call(() -> unheard(now))) {
      attempt("offer", offer.id(), () -> expire(offer, true, now));
    }
    passOnExpiredHolds(now);
    for (FreedSlots.Freed freed : transactions.call(() -> freedSlots.due(now, BATCH))) {
      attempt("freed place", freed.id(), () -> offer(freed, now));
    }
  }

  /**
   * Places in which a hold expired, at houses where somebody waits. They are public from that
   * moment on; whoever books first, or the list from this round on, has them.
   */
  void passOnExpiredHolds(Instant now) {
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

  private List<WaitlistOffers.Ref> unheard(Instant now) {
    List<WaitlistOffers.Ref> live = offers.live(now, LIVE);
    Set<Long> unheard = rules.unheard(live.stream().map(WaitlistOffers.Ref::id).toList());
    return live.stream().filter(offer -> unheard.contains(offer.id())).toList();
  }

  private void expire(WaitlistOffers.Ref expired, boolean unheard, Instant now) {
    Collection<Slot> locked = locked(changes.slotsToLock(expired.bookingId(), List.of()), now);
    maker.lock(expired.siteId());
    Set<Long> freed =
        offers
            .unsettled(expired.bookingId())
            .filter(offer -> offer.id() == expired.id() && (unheard || !offer.liveAt(now)))
            .map(offer -> changes.settle(offer, end(offer), locked, now))
            .orElse(Set.of());
    maker.passOn(locked, freed, now);
  }

  /** Without an entry it was cut short: the person came, moved or cancelled. */
  private WaitlistOffer.State end(WaitlistOffer offer) {
    return entries.has(offer.bookingId())
        ? WaitlistOffer.State.expired
        : WaitlistOffer.State.withdrawn;
  }

  private void offer(FreedSlots.Freed freed, Instant now) {
    List<Long> ids = List.of(freed.slotId());
    Collection<Slot> locked = locked(changes.around(freed.siteId(), ids), now);
    if (freedSlots.forget(freed.id())) {
      maker.passOn(locked, ids, now);
    }
  }

  /**
   * Another process, or who booked meanwhile, may have dropped the hold: then the place is gone.
   */
  private void passOn(Holds.Left left, Instant now) {
    List<Long> ids = List.of(left.slotId());
    List<Slot> locked = locks.lock(changes.around(left.siteId(), ids));
    Set<Long> freed = new HashSet<>();
    for (Slot slot : locked) {
      if (seats.dropExpired(slot, now)) {
        freed.add(slot.id());
      }
    }
    maker.passOn(locked, freed, now);
  }

  private Collection<Slot> locked(List<Long> ids, Instant now) {
    List<Slot> locked = locks.lock(ids);
    locked.forEach(slot -> seats.dropExpired(slot, now));
    return locked;
  }
}
