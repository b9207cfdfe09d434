package fr.porteouverte.event;

import fr.porteouverte.access.Access;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.permanence.Permanences;
import fr.porteouverte.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Lets managers put workshops into an event: into a draft its owners and who takes part, into a
 * published one every manager, each in their own houses.
 */
@ApplicationScoped
class WorkshopService {
  @Inject Events events;
  @Inject EventRights rights;
  @Inject Workshops workshops;
  @Inject Permanences permanences;
  @Inject Access access;
  @Inject Transactions transactions;
  @Inject Idempotency idempotency;

  EventSessionView add(String code, WorkshopForm form, Idempotency.Token token) {
    Long siteId = FieldReader.id(form.siteId());
    if (siteId != null) {
      access.requireSite(siteId);
    }
    return transactions.call(
        () -> {
          var before = idempotency.before(token);
          if (before.isPresent()) {
            return workshops.again(Long.parseLong(before.get()));
          }
          Event event = seen(code);
          EventSessionView made =
              rights.owns(event) ? workshops.add(event, form) : workshops.join(event, form);
          idempotency.made(token, made.permanenceId());
          return made;
        });
  }

  void remove(String code, long permanenceId) {
    transactions.run(
        () -> {
          Event event = seen(code);
          Permanence workshop =
              permanences
                  .findByIdOptional(permanenceId)
                  .filter(p -> p.eventId() != null && p.eventId() == event.id())
                  .orElseThrow(NotFound::new);
          access.requireSite(workshop.site().id());
          workshops.remove(workshop);
        });
  }

  private Event seen(String code) {
    Event event = events.locked(code).orElseThrow(NotFound::new);
    rights.requireSeen(event);
    return event;
  }
}
