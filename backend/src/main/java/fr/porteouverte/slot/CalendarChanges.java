package fr.porteouverte.slot;

import fr.porteouverte.permanence.PermanenceChanged;
import fr.porteouverte.permanence.PermanenceEnding;
import fr.porteouverte.site.ClosureChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Brings the rows in line in the very transaction that changes a calendar. */
@ApplicationScoped
class CalendarChanges {
  private final Materialiser materialiser;

  CalendarChanges(Materialiser materialiser) {
    this.materialiser = materialiser;
  }

  void permanence(@Observes PermanenceChanged change) {
    materialiser.again(change.permanenceId());
  }

  void closure(@Observes ClosureChanged change) {
    materialiser.again(change.siteId(), change.from(), change.to());
  }

  void ending(@Observes PermanenceEnding end) {
    materialiser.clear(end.permanenceId());
  }
}
