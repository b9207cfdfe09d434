package fr.porteouverte.waitlist;

import fr.porteouverte.booking.Booking;
import fr.porteouverte.booking.BookingAccess;
import fr.porteouverte.booking.Bookings;
import fr.porteouverte.booking.Refusals;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.slot.Seats;
import fr.porteouverte.slot.Slot;
import fr.porteouverte.slot.SlotLocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the visitor, or staff for them, does with their entry on the waiting list. */
@ApplicationScoped
class WaitlistService {
  @Inject Transactions transactions;
  @Inject BookingAccess access;
  @Inject Bookings bookings;
  @Inject WaitlistEntries entries;
  @Inject WaitlistOffers offers;
  @Inject WaitlistChanges changes;
  @Inject OfferMaker maker;
  @Inject WaitlistReader reader;
  @Inject SlotLocks locks;
  @Inject Seats seats;
  @Inject Clock clock;

  WaitlistView look(String reference, @Nullable String secret) {
    return transactions.call(
        () -> reader.view(access.open(reference, secret).booking(), clock.instant()));
  }

  /** Asking again keeps one's rank. */
  WaitlistView ask(String reference, @Nullable String secret) {
    return transactions.call(
        () -> {
          Instant now = clock.instant();
          Booking booking = bookings.locked(access.open(reference, secret).id());
          if (!entries.has(booking.id())) {
            if (!reader.possible(booking, now)) {
              throw Refusals.noWaitlist();
            }
            entries.persistAndFlush(new WaitlistEntry(booking, now));
          }
          return reader.view(booking, now);
        });
  }

  /** The entry ends, and a live offer with it. */
  WaitlistView takeBack(String reference, @Nullable String secret) {
    return settled(reference, secret, WaitlistOffer.State.withdrawn);
  }

  /** The live offer goes to the next who waits; the entry stays. Without one nothing changes. */
  WaitlistView refuse(String reference, @Nullable String secret) {
    return settled(reference, secret, WaitlistOffer.State.refused);
  }

  private WaitlistView settled(String reference, @Nullable String secret, WaitlistOffer.State as) {
    return transactions.call(
        () -> {
          Instant now = clock.instant();
          Booking booking = access.open(reference, secret).booking();
          List<Slot> locked = locks.lock(changes.slotsToLock(booking.id(), List.of()));
          locked.forEach(slot -> seats.dropExpired(slot, now));
          maker.lock(booking.site().id());
          if (as == WaitlistOffer.State.withdrawn) {
            entries.end(booking.id());
          }
          Set<Long> freed =
              offers
                  .unsettled(booking.id())
                  .map(offer -> changes.settle(offer, as, locked, now))
                  .orElse(Set.of());
          maker.passOn(locked, freed, now);
          return reader.view(booking, now);
        });
  }
}
