package fr.porteouverte.waitlist;

import fr.porteouverte.booking.Booking;
import fr.porteouverte.booking.BookingState;
import fr.porteouverte.booking.MessageReach;
import fr.porteouverte.http.Ids;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.slot.Booker;
import fr.porteouverte.slot.Slot;
import fr.porteouverte.slot.SlotView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What one booking's person sees of the list. */
@ApplicationScoped
class WaitlistReader {
  @Inject EntityManager database;
  @Inject WaitlistEntries entries;
  @Inject WaitlistOffers offers;
  @Inject WaitlistRules rules;
  @Inject MessageReach reach;

  /** Last in its transaction: it reads slot rows without their locks. */
  WaitlistView view(Booking booking, Instant now) {
    return new WaitlistView(
        entries.has(booking.id()),
        possible(booking, now),
        offers
            .unsettled(booking.id())
            .filter(offer -> offer.liveAt(now))
            .flatMap(offer -> view(offer, booking))
            .orElse(null));
  }

  boolean possible(Booking booking, Instant now) {
    return booking.state() == BookingState.booked
        && booking.start().isAfter(now)
        && rules.at(booking.site().id())
        && reach.reachesAtOnce(booking.id());
  }

  private Optional<WaitlistView.Offer> view(WaitlistOffer offer, Booking booking) {
    List<Slot> run =
        database
            .createQuery(
                "from Slot s where s.start >= :start and s.end <= :end and s.sessionId ="
                    + " (select f.sessionId from Slot f where f.id = :first) order by s.start",
                Slot.class)
            .setParameter("start", offer.start())
            .setParameter("end", offer.end())
            .setParameter("first", offer.slotId())
            .getResultList();
    if (run.isEmpty()) {
      return Optional.empty();
    }
    Permanence permanence = database.find(Permanence.class, run.get(0).permanenceId());
    ZoneId zone = permanence.site().zone();
    int others =
        run.stream()
            .mapToInt(slot -> slot.placesFor(Booker.anybody) - slot.taken())
            .min()
            .orElse(0);
    SlotView slot =
        new SlotView(
            Ids.of(offer.slotId()),
            Ids.of(permanence.site().id()),
            permanence.partner() == null ? null : Ids.of(permanence.partner().id()),
            Ids.of(booking.procedure().id()),
            offer.start().atZone(zone).toOffsetDateTime(),
            offer.end().atZone(zone).toOffsetDateTime(),
            run.get(0).placesFor(Booker.anybody),
            others + 1);
    return Optional.of(
        new WaitlistView.Offer(
            Ids.of(offer.id()),
            slot,
            offer.holdId().toString(),
            offer.expiresAt().atZone(zone).toOffsetDateTime()));
  }
}
