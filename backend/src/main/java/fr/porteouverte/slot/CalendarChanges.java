package fr.porteouverte.slot;

import fr.porteouverte.permanence.PermanenceChanged;
import fr.porteouverte.permanence.PermanenceEnding;
import fr.porteouverte.session.SessionBookable;
import fr.porteouverte.site.ClosureChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Brings the rows in line in the very transaction that changes a calendar. */
@ApplicationScoped
class CalendarChanges {
  @Inject Materialiser materialiser;
  @Inject SessionSlots sessions;

  void permanence(@Observes PermanenceChanged change) {
    materialiser.again(change.permanenceId());
  }

  void closure(@Observes ClosureChanged change) {
    materialiser.again(change.siteId(), change.from(), change.to());
  }

  void session(@Observes SessionBookable change) {
    if (change.open()) {
      materialiser.day(change.permanenceId(), change.date());
    } else {
      sessions.close(change.sessionId(), change.from(), change.at());
    }
  }

  void ending(@Observes PermanenceEnding end) {
    materialiser.clear(end.permanenceId());
  }
}
