package fr.porteouverte.waitlist;

import fr.porteouverte.slot.SlotsOpened;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * A session that takes place after all, a closure that is lifted, more room, a new permanence: the
 * next round offers these places. Not at once: the transaction holds the locks of whole calendars,
 * and may still put others' appointments there.
 */
@ApplicationScoped
class OpenedSlots {
  @Inject WaitlistEntries entries;
  @Inject FreedSlots freedSlots;
  @Inject Clock clock;

  void opened(@Observes SlotsOpened places) {
    entries.latest(places.siteId()).ifPresent(latest -> remember(places, latest));
  }

  private void remember(SlotsOpened places, Instant latest) {
    List<Instant> earlier = places.starts().stream().filter(latest::isAfter).toList();
    if (!earlier.isEmpty()) {
      freedSlots.remember(places.siteId(), places.permanenceId(), earlier, clock.instant());
    }
  }
}
