package fr.porteouverte.event;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.CurrentAgent;
import fr.porteouverte.access.Role;
import fr.porteouverte.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Who prepares an event: an admin, the manager who entered it, and the managers of the houses in
 * which it has a workshop. To everybody else a draft does not exist.
 */
@ApplicationScoped
class EventRights {
  @Inject Events events;
  @Inject Access access;

  boolean prepares(Event event) {
    if (access.isAnonymous()) {
      return false;
    }
    CurrentAgent caller = access.caller();
    return caller.is(Role.ADMIN)
        || (caller.is(Role.MANAGER)
            && (caller.username().equals(event.createdBy())
                || events.sites(event).stream().anyMatch(caller.sites()::contains)));
  }

  void requireSeen(Event event) {
    if (!event.published() && !prepares(event)) {
      throw new NotFound();
    }
  }

  /** For its words and figures. */
  void requirePrepares(Event event) {
    if (!prepares(event)) {
      throw new NotFound();
    }
  }
}
