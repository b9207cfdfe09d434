package fr.porteouverte.waitlist;

import fr.porteouverte.booking.Booking;
import fr.porteouverte.booking.Hold;
import fr.porteouverte.booking.Holds;
import fr.porteouverte.booking.MessageReach;
import fr.porteouverte.database.NamedLocks;
import fr.porteouverte.permanence.BookingWindow;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.slot.Booker;
import fr.porteouverte.slot.SeatOwner;
import fr.porteouverte.slot.Seats;
import fr.porteouverte.slot.Slot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Offers a freed place to the first who waits for it, in the transaction that freed it. */
@ApplicationScoped
public class OfferMaker {
  /** In less time nobody reads a message and decides. */
  private static final Duration LEAST = Duration.ofMinutes(10);

  /** The place stays kept until a round has seen that the offer expired. */
  private static final Duration GRACE = Duration.ofMinutes(2);

  @Inject EntityManager database;
  @Inject WaitlistEntries entries;
  @Inject WaitlistOffers offers;
  @Inject FreedSlots freedSlots;
  @Inject WaitlistRules rules;
  @Inject MessageReach reach;
  @Inject Holds holds;
  @Inject Seats seats;
  @Inject NamedLocks houses;
  @Inject WaitlistSettings settings;
  @Inject Event<SlotOffered> observers;

  /**
   * The house's list is changed by one transaction at a time. After the locks of slots and
   * bookings, before those of nobody: who has it waits for no other.
   */
  void lock(long siteId) {
    houses.take("waitlist", Long.toString(siteId));
  }

  /**
   * Each freed place to at most one person; what nobody is offered is public.
   *
   * @param locked slots, free of expired holds, in which a run may be found
   * @param freed ids of those in which a place was given back
   */
  void passOn(Collection<Slot> locked, Collection<Long> freed, Instant now) {
    locked.stream()
        .filter(slot -> freed.contains(slot.id()))
        .sorted(Comparator.comparing(Slot::start).thenComparing(Slot::id))
        .forEach(slot -> passOn(slot, locked, now));
  }

  private void passOn(Slot slot, Collection<Slot> locked, Instant now) {
    if (slot.closed()
        || slot.fullFor(Booker.anybody)
        || slot.start().isBefore(now.plus(settings.lead()))) {
      return;
    }
    Permanence permanence = database.find(Permanence.class, slot.permanenceId());
    long site = permanence.site().id();
    if (!entries.anyAt(site) || !rules.at(site)) {
      return;
    }
    ZoneId zone = permanence.site().zone();
    Instant awake = rules.awake(site, zone, now);
    if (awake.isAfter(now)) {
      freedSlots.remember(site, slot.id(), awake);
      return;
    }
    lock(site);
    List<Slot> session =
        locked.stream()
            .filter(other -> other.sessionId() == slot.sessionId())
            .distinct()
            .sorted(Comparator.comparing(Slot::start))
            .toList();
    Instant today = now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    entries
        .inOrder(site, permanence.id(), slot.start(), today, settings.perDay())
        .flatMap(
            booking ->
                runFor(booking, slot, session, permanence, now)
                    .map(run -> new Match(booking, run))
                    .stream())
        .findFirst()
        .ifPresent(match -> offer(match.booking(), match.run(), permanence, now));
  }

  private record Match(Booking booking, List<Slot> run) {}

  private Optional<List<Slot>> runFor(
      Booking booking, Slot slot, List<Slot> session, Permanence permanence, Instant now) {
    int length = booking.procedureHere().slots(permanence.slotMinutes());
    return FittingRun.covering(slot, session, length, booking.start())
        .filter(
            run -> {
              Instant start = run.get(0).start();
              Instant until = until(start, permanence, now);
              return !start.isBefore(now.plus(settings.lead()))
                  && BookingWindow.of(permanence, now).contains(start)
                  && !until.isBefore(now.plus(LEAST))
                  && booking.changeableAt(false, until)
                  && !offers.knows(booking.id(), run.get(0).id())
                  && reach.reachesAtOnce(booking.id());
            });
  }

  private Instant until(Instant start, Permanence permanence, Instant now) {
    return earlier(now.plus(settings.offerFor()), start.minus(permanence.notice()));
  }

  private void offer(Booking booking, List<Slot> run, Permanence permanence, Instant now) {
    Slot first = run.get(0);
    Instant until = until(first.start(), permanence, now);
    Instant kept = earlier(until.plus(GRACE), first.start().minus(permanence.notice()));
    Hold hold = Hold.offered(UUID.randomUUID(), first.id(), booking, now, kept);
    holds.persistAndFlush(hold);
    run.forEach(slot -> seats.take(slot, new SeatOwner.Hold(hold.id(), hold.expiresAt())));
    WaitlistOffer offer =
        new WaitlistOffer(booking, hold, first.start(), run.get(run.size() - 1).end(), now, until);
    offers.persistAndFlush(offer);
    observers.fire(
        new SlotOffered(offer.id(), booking.id(), booking.site().id(), first.start(), until, now));
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
