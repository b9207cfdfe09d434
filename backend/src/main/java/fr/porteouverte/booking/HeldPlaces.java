package fr.porteouverte.booking;

import fr.porteouverte.booking.seating.Seating;
import fr.porteouverte.booking.seating.Visit;
import fr.porteouverte.database.TryAgain;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.slot.Booker;
import fr.porteouverte.slot.SeatOwner;
import fr.porteouverte.slot.Seats;
import fr.porteouverte.slot.Slot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Uses a hold for a booking. A house may have given the procedure another duration since it was
 * made: then its seats are not those of the visit. They go back, and the visit takes its own as if
 * nothing had been held.
 */
@ApplicationScoped
public class HeldPlaces {
  @Inject Holds holds;
  @Inject Seats seats;
  @Inject Seating seating;
  @Inject Waitlist waitlist;

  /**
   * A hold that was used.
   *
   * @param hold empty: there is none, or it has expired
   * @param seated whether its seats are those of the visit
   * @param left ids of the slots that it had beyond the visit's, and gave back
   */
  public record Held(Optional<Hold> hold, boolean seated, List<Long> left) {
    private static final Held NOTHING = new Held(Optional.empty(), false, List.of());
  }

  /**
   * To be asked before any lock.
   *
   * @return ids of what is locked together with the visit's own run, should the hold go back
   */
  public List<Long> slotsToLock(@Nullable UUID id, Visit visit) {
    List<Long> had = id == null ? List.of() : seats.slotsOfHold(id);
    return had.size() == visit.slots() ? had : waitlist.slotsToLock(had);
  }

  /**
   * Uses the hold that was named, once for all. One that is gone or expired is no reason to refuse:
   * there may still be a place. One that is for something else stays as it is.
   *
   * @param bookingId that moves; null for a new one
   * @throws ProblemException hold-used, when another booking came of it
   */
  public Held use(
      @Nullable UUID id,
      Visit visit,
      @Nullable Long bookingId,
      Seating.Locked locked,
      Instant now) {
    if (id == null) {
      return Held.NOTHING;
    }
    Optional<Hold> hold = holds.locked(id);
    if (hold.isPresent()
        && !hold.get().isFor(visit.slot().id(), visit.procedure().id(), bookingId)) {
      return Held.NOTHING;
    }
    if (!holds.use(id, now)) {
      throw Refusals.holdUsed();
    }
    return hold.filter(found -> found.liveAt(now))
        .map(found -> fitted(found, locked))
        .orElse(Held.NOTHING);
  }

  private Held fitted(Hold hold, Seating.Locked locked) {
    Set<Long> had = new HashSet<>(seats.slotsOfHold(hold.id()));
    Set<Long> wanted = locked.run().stream().map(Slot::id).collect(Collectors.toSet());
    if (had.equals(wanted)) {
      return new Held(Optional.of(hold), true, List.of());
    }
    List<Slot> those = locked.all().stream().filter(slot -> had.contains(slot.id())).toList();
    if (those.size() != had.size()) {
      throw new TryAgain("the hold was made anew meanwhile");
    }
    seats.releaseHold(those, hold.id());
    return new Held(
        Optional.of(hold), false, had.stream().filter(slot -> !wanted.contains(slot)).toList());
  }

  /** Puts the booking into the run: in the seats of its hold, or in free ones. */
  public void give(List<Slot> run, Held held, Booking booking, Booker who) {
    if (held.seated()) {
      seats.convert(run, held.hold().orElseThrow().id(), booking.id());
    } else {
      seating.take(run, new SeatOwner.Booking(booking.id()), who);
    }
    held.hold().ifPresent(holds::delete);
  }
}
