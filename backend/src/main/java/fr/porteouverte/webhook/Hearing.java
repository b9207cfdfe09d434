package fr.porteouverte.webhook;

import fr.porteouverte.access.IntegratorScopes;
import fr.porteouverte.access.Scope;
import fr.porteouverte.change.ChangeFeed;
import fr.porteouverte.change.ChangeType;
import fr.porteouverte.integrator.KnownSystems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Of what an address may hear now: as its system stands, at every time it is told something. */
@ApplicationScoped
class Hearing {
  @Inject KnownSystems systems;

  /** Empty: of nothing any more. */
  Optional<IntegratorScopes.Of> system(WebhookEndpoint endpoint) {
    return systems
        .standing(endpoint.integratorId())
        .filter(system -> system.scopes().contains(Scope.WEBHOOKS));
  }

  boolean known(long system) {
    return systems.standing(system).isPresent();
  }

  static ChangeFeed.Filter filter(WebhookEndpoint endpoint, IntegratorScopes.Of system) {
    List<ChangeType> types = new ArrayList<>(ChangeType.openTo(system.scopes()));
    if (!endpoint.types().isEmpty()) {
      types.retainAll(endpoint.types());
    }
    return ChangeFeed.Filter.within(
        types, endpoint.sites(), system.where().sites(), system.where().reach());
  }
}
