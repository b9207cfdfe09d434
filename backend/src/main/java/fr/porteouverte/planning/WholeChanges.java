package fr.porteouverte.planning;

import fr.porteouverte.booking.SeriesBookings;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.permanence.PermanenceChanging;
import fr.porteouverte.permanence.Permanences;
import fr.porteouverte.queue.WallNews;
import fr.porteouverte.slot.CalendarCut;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** A change that asks for no decisions is refused as soon as one is needed. */
@ApplicationScoped
class WholeChanges {
  @Inject Permanences permanences;
  @Inject Prospects prospects;
  @Inject Nearby nearby;
  @Inject CalendarCut slots;
  @Inject WallNews wall;
  @Inject SeriesBookings bookings;
  @Inject Clock clock;

  void changing(@Observes PermanenceChanging change) {
    Instant now = clock.instant();
    Permanence wished = permanences.findById(change.permanenceId());
    slots.lock(wished.id(), now, java.util.List.of());
    wall.changing(wished);
    bookings.lock(wished.id(), now);
    LocalDate today = LocalDate.now(clock.withZone(wished.site().zone()));
    Prospect prospect = prospects.of(Edit.whole(wished, wished, today));
    if (!prospect.touched().isEmpty()) {
      throw new DecisionsMissing(nearby.propose(prospect, prospect.touched()));
    }
  }
}
