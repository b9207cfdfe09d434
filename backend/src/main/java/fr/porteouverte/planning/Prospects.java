package fr.porteouverte.planning;

import fr.porteouverte.booking.SeriesBookings;
import fr.porteouverte.booking.StandingBooking;
import fr.porteouverte.planning.Edit.Part;
import fr.porteouverte.slot.Outlook;
import fr.porteouverte.slot.Outlooks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks what a change would do, and whom it touches. */
@ApplicationScoped
class Prospects {
  @Inject Outlooks outlooks;
  @Inject SeriesBookings bookings;
  @Inject Clock clock;

  Prospect of(Edit edit) {
    List<Outlook> seen = new ArrayList<>();
    Map<Long, StandingBooking> touched = new LinkedHashMap<>();
    for (Part part : edit.parts()) {
      Outlook outlook = outlooks.of(part.rowsOf(), part.wished(), part.from(), part.to());
      seen.add(outlook);
      if (part.rowsOf() != null) {
        standing(part, part.rowsOf()).stream()
            .filter(
                booking ->
                    !Collections.disjoint(booking.slotIds(), outlook.inTheWay())
                        || !served(part, booking))
            .forEach(booking -> touched.put(booking.id(), booking));
      }
    }
    return new Prospect(
        edit,
        seen,
        touched.values().stream().sorted(Comparator.comparing(StandingBooking::start)).toList());
  }

  private List<StandingBooking> standing(Part part, long permanence) {
    var zone = part.wished().site().zone();
    Instant now = clock.instant();
    Instant from = part.from().atStartOfDay(zone).toInstant().minusNanos(1_000);
    return bookings.standing(
        permanence, from.isBefore(now) ? now : from, part.to().atStartOfDay(zone).toInstant());
  }

  private static boolean served(Part part, StandingBooking booking) {
    return part.wished().procedures().stream()
        .anyMatch(procedure -> procedure.id() == booking.procedureId());
  }
}
