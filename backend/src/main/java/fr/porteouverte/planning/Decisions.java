package fr.porteouverte.planning;

import fr.porteouverte.booking.Relocations;
import fr.porteouverte.booking.SeriesBookings;
import fr.porteouverte.booking.StandingBooking;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.http.Ids;
import fr.porteouverte.planning.Decision.Kind;
import fr.porteouverte.problem.NotFound;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What was decided, by the ids of the bookings. */
final class Decisions {
  private final Map<Long, Decision> byBooking;

  private Decisions(Map<Long, Decision> byBooking) {
    this.byBooking = byBooking;
  }

  /**
   * A booking that is unknown, or not touched, is no error: it may have been cancelled meanwhile.
   *
   * @throws fr.porteouverte.problem.InvalidRequest when a decision lacks its slot, or comes twice
   */
  static Decisions read(List<Decision> decisions, SeriesBookings bookings) {
    FieldReader fields = new FieldReader();
    Map<String, Long> ids =
        bookings.ids(decisions.stream().map(Decision::reference).collect(Collectors.toSet()));
    Map<Long, Decision> byBooking = new HashMap<>();
    for (int i = 0; i < decisions.size(); i++) {
      Decision decision = decisions.get(i);
      if (decision.decision() == Kind.move) {
        fields.required("decisions[" + i + "].slotId", decision.slotId());
      }
      Long id = ids.get(decision.reference());
      if (id != null && byBooking.put(id, decision) != null) {
        fields.wrong(
            "decisions[" + i + "].reference",
            "Une seule décision par rendez-vous.",
            "One decision for each booking.");
      }
    }
    fields.check();
    return new Decisions(byBooking);
  }

  boolean about(long bookingId) {
    return byBooking.containsKey(bookingId);
  }

  /**
   * Nobody is kept where nothing is any more; so is nobody who would move to the slot they have.
   *
   * @throws KeepRefused naming everybody of whom that was decided
   */
  void requireKept(Prospect prospect) {
    List<String> refused =
        prospect.touched().stream()
            .filter(booking -> stays(booking) && !prospect.mayKeep(booking))
            .map(StandingBooking::reference)
            .toList();
    if (!refused.isEmpty()) {
      throw new KeepRefused(refused);
    }
  }

  /** Ids of those that do not keep their place. */
  Set<Long> leaving() {
    Set<Long> ids = new TreeSet<>();
    byBooking.forEach(
        (id, decision) -> {
          if (decision.decision() != Kind.keep) {
            ids.add(id);
          }
        });
    return ids;
  }

  /** Ids of the slots, there already, to which bookings are to move. */
  List<Long> targets(Relocations relocations) {
    Set<Long> slots = new TreeSet<>();
    byBooking.forEach(
        (id, decision) -> {
          if (decision.decision() == Kind.move && FutureSlot.start(slot(id)).isEmpty()) {
            try {
              slots.addAll(relocations.reach(id, slot(id)));
            } catch (NotFound gone) {
              throw MoveRefused.gone(decision.reference());
            }
          }
        });
    return List.copyOf(slots);
  }

  List<StandingBooking> cancelled(List<StandingBooking> touched) {
    return touched.stream().filter(b -> is(b, Kind.cancel)).toList();
  }

  List<StandingBooking> moving(List<StandingBooking> touched) {
    return touched.stream().filter(b -> is(b, Kind.move) && !stays(b)).toList();
  }

  /** To the slot that it has is no move. */
  private boolean stays(StandingBooking booking) {
    return is(booking, Kind.keep)
        || (is(booking, Kind.move) && slot(booking.id()).equals(Ids.of(booking.slotId())));
  }

  /** Where one goes that moves. */
  String slot(long bookingId) {
    return Objects.requireNonNull(of(bookingId).slotId());
  }

  private boolean is(StandingBooking booking, Kind kind) {
    return of(booking.id()).decision() == kind;
  }

  private Decision of(long bookingId) {
    return Objects.requireNonNull(byBooking.get(bookingId));
  }
}
