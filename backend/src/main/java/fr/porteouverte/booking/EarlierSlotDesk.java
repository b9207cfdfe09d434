package fr.porteouverte.booking;

import fr.porteouverte.http.Transactions;
import fr.porteouverte.slot.Seats;
import fr.porteouverte.slot.Slot;
import fr.porteouverte.slot.SlotLocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What the visitor, or staff for them, does with the wish to come earlier. */
@ApplicationScoped
class EarlierSlotDesk {
  @Inject Transactions transactions;
  @Inject BookingDoor door;
  @Inject Bookings bookings;
  @Inject EarlierWishes wishes;
  @Inject EarlierOffers offers;
  @Inject EarlierPlaces places;
  @Inject EarlierTurn turn;
  @Inject EarlierSlotReader reader;
  @Inject SlotLocks locks;
  @Inject Seats seats;
  @Inject Clock clock;

  EarlierSlotView look(String reference, String secret) {
    return transactions.call(
        () -> reader.view(door.open(reference, secret).booking(), clock.instant()));
  }

  /** Asking again keeps one's turn. */
  EarlierSlotView ask(String reference, String secret) {
    return transactions.call(
        () -> {
          Instant now = clock.instant();
          Booking booking = bookings.locked(door.open(reference, secret).id());
          if (!wishes.has(booking.id())) {
            if (!reader.possible(booking, now)) {
              throw Refusals.noEarlierSlot();
            }
            wishes.persistAndFlush(new EarlierWish(booking, now));
          }
          return reader.view(booking, now);
        });
  }

  /** The wish ends, and a live offer with it. */
  EarlierSlotView takeBack(String reference, String secret) {
    return settled(reference, secret, EarlierOffer.State.withdrawn);
  }

  /** The live offer goes to the next in turn; the wish stays. Without one nothing changes. */
  EarlierSlotView refuse(String reference, String secret) {
    return settled(reference, secret, EarlierOffer.State.refused);
  }

  private EarlierSlotView settled(String reference, String secret, EarlierOffer.State as) {
    return transactions.call(
        () -> {
          Instant now = clock.instant();
          Booking booking = door.open(reference, secret).booking();
          List<Slot> locked = locks.lock(places.reach(booking.id(), List.of()));
          locked.forEach(slot -> seats.dropExpired(slot, now));
          turn.take(booking.site().id());
          if (as == EarlierOffer.State.withdrawn) {
            wishes.end(booking.id());
          }
          Set<Long> freed =
              offers
                  .unsettled(booking.id())
                  .map(offer -> places.settle(offer, as, locked, now))
                  .orElse(Set.of());
          turn.passOn(locked, freed, now);
          return reader.view(booking, now);
        });
  }
}
