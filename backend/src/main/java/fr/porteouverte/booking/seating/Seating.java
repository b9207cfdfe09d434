package fr.porteouverte.booking.seating;

import fr.porteouverte.database.TryAgain;
import fr.porteouverte.slot.Booker;
import fr.porteouverte.slot.SeatOwner;
import fr.porteouverte.slot.Seats;
import fr.porteouverte.slot.Slot;
import fr.porteouverte.slot.SlotLocks;
import fr.porteouverte.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Takes places: locks a visit's run of slots and puts seats into it, all or none. */
@ApplicationScoped
public class Seating {
  @Inject SlotLocks locks;
  @Inject Seats seats;

  /**
   * The rows of a visit, locked and free of expired holds.
   *
   * @param run the visit's own rows
   * @param others rows of places that the caller has elsewhere
   */
  public record Locked(List<Slot> run, List<Slot> others) {
    /** Is it a slot of the visit's own? */
    public boolean has(long slotId) {
      return run.stream().anyMatch(slot -> slot.id() == slotId);
    }

    public List<Slot> all() {
      List<Slot> all = new ArrayList<>(others);
      all.addAll(run);
      return all;
    }
  }

  /**
   * @param alsoIds places that the caller has already; locked in the same statement
   */
  public Locked lock(Visit visit, List<Long> alsoIds, Instant now) {
    List<Long> runIds =
        visit.slots() == 1 ? List.of(visit.slot().id()) : locks.run(visit.slot(), visit.end());
    Set<Long> ids = new LinkedHashSet<>(runIds);
    ids.addAll(alsoIds);
    List<Slot> run = new ArrayList<>();
    List<Slot> others = new ArrayList<>();
    for (Slot slot : locks.lock(ids)) {
      if (runIds.contains(slot.id()) && slot.permanenceId() != visit.slot().permanenceId()) {
        throw new TryAgain("the series was cut meanwhile");
      }
      (runIds.contains(slot.id()) ? run : others).add(slot);
      seats.dropExpired(slot, now);
    }
    return new Locked(run, others);
  }

  /** The same of a visit's only row, whose lock was asked for before. */
  public Locked lock(Visit visit, SlotLocks.Asked asked, Instant now) {
    List<Slot> run = asked.locked();
    for (Slot slot : run) {
      if (slot.permanenceId() != visit.slot().permanenceId()) {
        throw new TryAgain("the series was cut meanwhile");
      }
      seats.dropExpired(slot, now);
    }
    return new Locked(run, List.of());
  }

  /** Refuses a run that is shorter than the visit, closed, or in the past. */
  public void requireOpen(Visit visit, List<Slot> run, Instant now) {
    if (run.isEmpty() || run.get(0).id() != visit.slot().id()) {
      throw SlotRefused.taken();
    }
    if (run.size() < visit.slots() || run.stream().anyMatch(Slot::closed)) {
      throw SlotRefused.closed(
          new Text(
              "Ce créneau n’est plus proposé, ou il est trop court pour cette démarche.",
              "This slot is no longer offered, or it is too short for this procedure."));
    }
    if (!visit.slot().start().isAfter(now)) {
      throw SlotRefused.closed(
          new Text("Ce créneau est déjà passé.", "This slot is already in the past."));
    }
  }

  public void take(List<Slot> run, SeatOwner owner, Booker who) {
    requireRoom(run, who);
    run.forEach(slot -> seats.take(slot, owner));
  }

  /** Asked before anything is asked of the person. */
  public void requireRoom(List<Slot> run, Booker who) {
    if (run.stream().anyMatch(slot -> slot.fullFor(who))) {
      throw SlotRefused.taken();
    }
  }
}
