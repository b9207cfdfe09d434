package fr.porteouverte.planning;

import fr.porteouverte.booking.StandingBooking;
import fr.porteouverte.slot.Outlook;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a change would do.
 *
 * @param outlooks one for each part of the edit, in its order
 * @param touched those who cannot simply stay as they are, by start
 */
record Prospect(Edit edit, List<Outlook> outlooks, List<StandingBooking> touched) {

  /** Nobody stays in a session that the calendar no longer has: there is nobody who would come. */
  boolean mayKeep(StandingBooking booking) {
    return outlooks.stream().noneMatch(o -> o.falling().contains(booking.sessionId()));
  }

  /** Seats that they would leave, by slot. */
  Map<Long, Integer> leaving() {
    Map<Long, Integer> seats = new HashMap<>();
    touched.forEach(
        booking -> booking.slotIds().forEach(slot -> seats.merge(slot, 1, Integer::sum)));
    return seats;
  }

  /** Every slot of the days that change. */
  Set<Long> rows() {
    Set<Long> rows = new HashSet<>();
    outlooks.forEach(outlook -> rows.addAll(outlook.rows()));
    return rows;
  }
}
