package fr.porteouverte.booking;

import fr.porteouverte.permanence.Permanences;
import fr.porteouverte.slot.Seats;
import fr.porteouverte.slot.Slot;
import fr.porteouverte.slot.SlotLocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What a change of one booking means for the list of those who wish to come earlier. All of it
 * joins the caller's transaction.
 */
@ApplicationScoped
class EarlierPlaces {
  @Inject EarlierWishes wishes;
  @Inject EarlierOffers offers;
  @Inject EarlierTurn turn;
  @Inject SlotLocks locks;
  @Inject Seats seats;
  @Inject Holds holds;
  @Inject Bookings bookings;
  @Inject Permanences permanences;

  /**
   * Before any lock: the slots to lock, in one statement, when this booking gives its places back.
   * With them come those of an offer that it has, and the neighbours into which the longest visit
   * on the house's list may reach.
   */
  List<Long> reach(long bookingId, Collection<Long> had) {
    Set<Long> ids = new LinkedHashSet<>(had);
    offers
        .unsettledPlace(bookingId)
        .ifPresent(offer -> ids.addAll(slots(offer.slotId(), offer.end())));
    return around(bookings.siteOf(bookingId), ids);
  }

  /** The same of a hold that is given back. */
  List<Long> reach(Collection<Long> had) {
    return had.stream()
        .findFirst()
        .flatMap(locks::place)
        .map(place -> around(permanences.findById(place.permanenceId()).site().id(), had))
        .orElseGet(() -> List.copyOf(had));
  }

  /** These slots and their neighbours, as far as somebody at this house waits for. */
  List<Long> around(long siteId, Collection<Long> ids) {
    return wishes
        .longest(siteId)
        .map(longest -> locks.near(ids, longest))
        .orElseGet(() -> List.copyOf(ids));
  }

  /** The hold of the place that this booking is offered at this slot; null without one. */
  UUID holdAt(long bookingId, long slotId) {
    return offers
        .unsettledPlace(bookingId)
        .filter(offer -> offer.slotId() == slotId)
        .map(EarlierOffers.Place::holdId)
        .orElse(null);
  }

  /**
   * The booking moved or was cancelled: its wish ends, and an offer that it did not take; freed
   * places go to the next in turn.
   *
   * @param siteId of the house that it left
   * @param freed ids of the slots that it left
   * @param took id of the slot to which it moved; null when it was cancelled
   */
  void left(
      long bookingId,
      long siteId,
      Collection<Slot> locked,
      Collection<Long> freed,
      Long took,
      Instant now) {
    Set<Long> free = new LinkedHashSet<>(freed);
    if (wishes.has(bookingId)) {
      turn.take(siteId);
      wishes.end(bookingId);
      offers
          .unsettled(bookingId)
          .ifPresent(
              offer -> {
                boolean taken = took != null && took == offer.slotId();
                EarlierOffer.State as =
                    taken ? EarlierOffer.State.accepted : EarlierOffer.State.withdrawn;
                free.addAll(settle(offer, as, locked, now));
              });
    }
    turn.passOn(locked, free, now);
  }

  /**
   * The person came. Called after locks that follow the slots', so an offer's place is only
   * withdrawn; the next round gives it on.
   */
  void arrived(Booking booking, Instant now) {
    if (wishes.has(booking.id())) {
      turn.take(booking.site().id());
      wishes.end(booking.id());
      offers.unsettled(booking.id()).ifPresent(offer -> offer.cutShort(now));
    }
  }

  /**
   * Under the house's turn.
   *
   * @return ids of the slots that are free now
   */
  Set<Long> settle(
      EarlierOffer offer, EarlierOffer.State as, Collection<Slot> locked, Instant now) {
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
    return kept || as != EarlierOffer.State.accepted ? Set.copyOf(ids) : Set.of();
  }

  /** As they are: a row that is gone had no seat any more. */
  private List<Long> slots(long first, Instant end) {
    return locks.place(first).map(place -> locks.run(place, end)).orElse(List.of());
  }
}
