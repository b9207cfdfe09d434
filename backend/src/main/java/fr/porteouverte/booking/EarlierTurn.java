package fr.porteouverte.booking;

import fr.porteouverte.http.NamedLocks;
import fr.porteouverte.permanence.BookingWindow;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.slot.Booker;
import fr.porteouverte.slot.SeatOwner;
import fr.porteouverte.slot.Seats;
import fr.porteouverte.slot.Slot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Gives a freed place to the first in turn, in the transaction that freed it. */
@ApplicationScoped
class EarlierTurn {
  /** In less time nobody reads a message and decides. */
  private static final Duration LEAST = Duration.ofMinutes(10);

  /** The place stays kept until a round has seen that the offer expired. */
  private static final Duration GRACE = Duration.ofMinutes(2);

  private final EntityManager database;
  private final EarlierWishes wishes;
  private final EarlierOffers offers;
  private final FreedPlaces freedPlaces;
  private final EarlierSlotsAllowed allowed;
  private final MessageReach reach;
  private final Holds holds;
  private final Seats seats;
  private final NamedLocks houses;
  private final BookingSettings.Earlier settings;
  private final Event<EarlierSlotOffered> observers;

  EarlierTurn(
      EntityManager database,
      EarlierWishes wishes,
      EarlierOffers offers,
      FreedPlaces freedPlaces,
      EarlierSlotsAllowed allowed,
      MessageReach reach,
      Holds holds,
      Seats seats,
      NamedLocks houses,
      BookingSettings settings,
      Event<EarlierSlotOffered> observers) {
    this.database = database;
    this.wishes = wishes;
    this.offers = offers;
    this.freedPlaces = freedPlaces;
    this.allowed = allowed;
    this.reach = reach;
    this.holds = holds;
    this.seats = seats;
    this.houses = houses;
    this.settings = settings.earlier();
    this.observers = observers;
  }

  /**
   * The house's list is changed by one transaction at a time. After the locks of slots and
   * bookings, before those of nobody: who has it waits for no other.
   */
  void take(long siteId) {
    houses.take("earlier", Long.toString(siteId));
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
    if (!wishes.anyAt(site) || !allowed.at(site)) {
      return;
    }
    ZoneId zone = permanence.site().zone();
    Instant awake = allowed.awake(site, zone, now);
    if (awake.isAfter(now)) {
      freedPlaces.remember(site, slot.id(), awake);
      return;
    }
    take(site);
    List<Slot> session =
        locked.stream()
            .filter(other -> other.sessionId() == slot.sessionId())
            .distinct()
            .sorted(Comparator.comparing(Slot::start))
            .toList();
    Instant today = now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    wishes
        .inTurn(site, permanence.id(), slot.start(), today, settings.perDay())
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
    int length = booking.procedure().slots(permanence.slotMinutes());
    return EarlierRun.covering(slot, session, length, booking.start())
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
    return earlier(now.plus(settings.holdFor()), start.minus(permanence.notice()));
  }

  private void offer(Booking booking, List<Slot> run, Permanence permanence, Instant now) {
    Slot first = run.get(0);
    Instant until = until(first.start(), permanence, now);
    Instant kept = earlier(until.plus(GRACE), first.start().minus(permanence.notice()));
    Hold hold = Hold.offered(UUID.randomUUID(), first.id(), booking, now, kept);
    holds.persistAndFlush(hold);
    run.forEach(slot -> seats.take(slot, new SeatOwner.Hold(hold.id(), hold.expiresAt())));
    EarlierOffer offer =
        new EarlierOffer(booking, hold, first.start(), run.get(run.size() - 1).end(), now, until);
    offers.persistAndFlush(offer);
    observers.fire(
        new EarlierSlotOffered(
            offer.id(), booking.id(), booking.site().id(), first.start(), until, now));
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
