package fr.porteouverte.waitlist;

import fr.porteouverte.booking.BookingHappened;
import fr.porteouverte.booking.Bookings;
import fr.porteouverte.booking.Holds;
import fr.porteouverte.booking.PlacesFreed;
import fr.porteouverte.booking.Waitlist;
import fr.porteouverte.permanence.Permanences;
import fr.porteouverte.slot.Seats;
import fr.porteouverte.slot.Slot;
import fr.porteouverte.slot.SlotLocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a change of one booking or hold means for the waiting list. All of it joins the caller's
 * transaction.
 */
@ApplicationScoped
class WaitlistChanges implements Waitlist {
  @Inject WaitlistEntries entries;
  @Inject WaitlistOffers offers;
  @Inject OfferMaker maker;
  @Inject OfferRounds rounds;
  @Inject SlotLocks locks;
  @Inject Seats seats;
  @Inject Holds holds;
  @Inject Bookings bookings;
  @Inject Permanences permanences;

  /**
   * With the booking's own come the slots of an offer that it has, and the neighbours into which
   * the longest visit on the house's list may reach.
   */
  @Override
  public List<Long> slotsToLock(long bookingId, Collection<Long> had) {
    Set<Long> ids = new LinkedHashSet<>(had);
    offers
        .unsettledRef(bookingId)
        .ifPresent(offer -> ids.addAll(slots(offer.slotId(), offer.end())));
    return around(bookings.siteOf(bookingId), ids);
  }

  @Override
  public List<Long> slotsToLock(Collection<Long> had) {
    return had.stream()
        .findFirst()
        .flatMap(locks::place)
        .map(place -> around(permanences.findById(place.permanenceId()).site().id(), had))
        .orElseGet(() -> List.copyOf(had));
  }

  /** These slots and their neighbours, as far as somebody at this house waits for. */
  List<Long> around(long siteId, Collection<Long> ids) {
    return entries
        .longest(siteId)
        .map(longest -> locks.near(ids, longest))
        .orElseGet(() -> List.copyOf(ids));
  }

  @Override
  public @Nullable UUID holdAt(long bookingId, long slotId) {
    return offers
        .unsettledRef(bookingId)
        .filter(offer -> offer.slotId() == slotId)
        .map(WaitlistOffers.Ref::holdId)
        .orElse(null);
  }

  @Override
  public void passOnExpiredHolds(Instant now) {
    rounds.passOnExpiredHolds(now);
  }

  /**
   * A booking that left waits for nothing any more, and its offer ends unless it took it; the freed
   * places go to the next who wait.
   */
  void freed(@Observes PlacesFreed places) {
    Set<Long> free = new LinkedHashSet<>(places.freed());
    Long bookingId = places.bookingId();
    if (bookingId != null && entries.has(bookingId)) {
      maker.lock(places.siteId());
      entries.end(bookingId);
      offers
          .unsettled(bookingId)
          .ifPresent(
              offer -> {
                boolean taken = places.took() != null && places.took() == offer.slotId();
                WaitlistOffer.State as =
                    taken ? WaitlistOffer.State.accepted : WaitlistOffer.State.withdrawn;
                free.addAll(settle(offer, as, places.locked(), places.at()));
              });
    }
    maker.passOn(places.locked(), free, places.at());
  }

  /**
   * The person came. Told after locks that follow the slots', so an offer's place is only
   * withdrawn; the next round gives it on.
   */
  void arrived(@Observes BookingHappened change) {
    if (change.kind() == BookingHappened.Kind.arrived && entries.has(change.bookingId())) {
      maker.lock(change.siteId());
      entries.end(change.bookingId());
      offers.unsettled(change.bookingId()).ifPresent(offer -> offer.cutShort(change.at()));
    }
  }

  /**
   * Under the lock of the house's list.
   *
   * @return ids of the slots that are free now
   */
  Set<Long> settle(
      WaitlistOffer offer, WaitlistOffer.State as, Collection<Slot> locked, Instant now) {
    List<Long> ids = slots(offer.slotId(), offer.end());
    List<Slot> run = locked.stream().filter(slot -> ids.contains(slot.id())).toList();
    if (run.size() < ids.size()) {
      // It was made after the slots to lock were read.
      offer.cutShort(now);
      return Set.of();
    }
    boolean kept = !seats.slotsOfHold(offer.holdId()).isEmpty();
    offer.settle(as, now);
    if (kept) {
      seats.releaseHold(run, offer.holdId());
      holds.deleteById(offer.holdId());
    }
    return kept || as != WaitlistOffer.State.accepted ? Set.copyOf(ids) : Set.of();
  }

  /** As they are: a row that is gone had no seat any more. */
  private List<Long> slots(long first, Instant end) {
    return locks.place(first).map(place -> locks.run(place, end)).orElse(List.of());
  }
}
