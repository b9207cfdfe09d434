package fr.porteouverte.booking.proof;

import fr.porteouverte.booking.Hold;
import fr.porteouverte.booking.Refusals;
import fr.porteouverte.booking.seating.Visit;
import fr.porteouverte.booking.visitor.Contact;
import fr.porteouverte.database.NamedLocks;
import fr.porteouverte.site.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How much the unknown may take. Counted under locks of the address and of the house, after the
 * slots' and the browser's and before the contact's, so that nobody is the last one allowed twice.
 */
@ApplicationScoped
public class Takings {
  @Inject TakenPlaces taken;
  @Inject UsedProofs used;
  @Inject Challenges challenges;
  @Inject ProofSettings settings;
  @Inject NamedLocks locks;

  /**
   * @return whether it does not count among what the unknown have taken
   */
  public boolean requireHold(Visit visit, Taker taker, Instant now) {
    if (!taker.asked()) {
      return true;
    }
    String source = lock(visit, taker);
    long held = taken.holdsFrom(source, now);
    requireEver(held, settings.holdsPerAddress(), visit);
    boolean beyond = held >= settings.holdsPerAddress() || houseGivesNoMore(visit, null, now);
    return passed("hold", visit, taker, held / settings.holdsPerAddress(), beyond, now);
  }

  /**
   * @param hold of which the booking is made
   * @return whether it does not count among what the unknown have taken
   */
  public boolean requireBooking(
      Visit visit, Contact visitor, Taker taker, Optional<Hold> hold, Instant now) {
    if (!taker.asked()) {
      return true;
    }
    String source = lock(visit, taker);
    Instant since = now.minus(settings.within());
    long made = taken.bookingsFrom(source, since);
    requireEver(made, settings.bookingsPerAddress(), visit);
    boolean beyond = made >= settings.bookingsPerAddress();
    long nameless = 0;
    if (visitor.addresses().isEmpty()) {
      nameless = taken.withoutContactFrom(source, since);
      requireEver(nameless, settings.withoutContactPerAddress(), visit);
      beyond |=
          nameless >= settings.withoutContactPerAddress()
              || taken.withoutContactAt(visit.permanence().site().id(), since)
                  >= settings.withoutContactPerHouse();
    }
    if (hold.filter(Hold::proved).isPresent()) {
      return true;
    }
    beyond |= houseGivesNoMore(visit, hold.map(Hold::id).orElse(null), now);
    long times =
        Math.max(
            made / settings.bookingsPerAddress(), nameless / settings.withoutContactPerAddress());
    return passed("booking", visit, taker, times, beyond, now);
  }

  private String lock(Visit visit, Taker taker) {
    String source = Objects.requireNonNull(taker.source());
    locks.take("address", source);
    locks.take("unknown", Long.toString(visit.permanence().site().id()));
    return source;
  }

  /** Beyond this no computation helps; the house still does. */
  private void requireEver(long taken, int without, Visit visit) {
    if (taken >= (long) without * settings.timesWithProof()) {
      throw Refusals.callTheHouse(visit.permanence().site().phone());
    }
  }

  private boolean houseGivesNoMore(Visit visit, @Nullable UUID but, Instant now) {
    TakenPlaces.House house =
        taken.house(visit.permanence().site().id(), but, now.minus(settings.within()), now);
    long most =
        Math.max(settings.placesOfHouseAtLeast(), house.open() * settings.percentOfHouse() / 100);
    return house.unproved() + visit.slots() > most;
  }

  private boolean passed(
      String what, Visit visit, Taker taker, long times, boolean beyond, Instant now) {
    String subject =
        String.join(" ", what, "" + visit.slot().id(), "" + visit.procedure().id(), taker.source());
    if (challenges.solved(taker.proof(), subject, now).filter(used::use).isPresent()) {
      return true;
    }
    if (!beyond) {
      return false;
    }
    int work = settings.work() * (int) Math.max(1, times);
    Site site = visit.permanence().site();
    throw new ProofNeeded(challenges.about(subject, work, settings.validFor(), now), site);
  }
}
