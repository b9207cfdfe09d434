package fr.porteouverte.permanence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * A house with a permanence that takes appointments is a house that takes appointments: else its
 * page would say "without appointment" above the button that books one. A workshop of an event has
 * its own page and says nothing of the house.
 */
@ApplicationScoped
class BookableHouses {
  @Inject Permanences permanences;

  void tell(@Observes PermanenceChanged changed) {
    permanences
        .findByIdOptional(changed.permanenceId())
        .filter(permanence -> permanence.eventId() == null && permanence.mode().takesAppointments())
        .ifPresent(permanence -> permanence.site().takeAppointments());
  }
}
