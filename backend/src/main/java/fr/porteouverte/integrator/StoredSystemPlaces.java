package fr.porteouverte.integrator;

import fr.porteouverte.account.SiteRef;
import fr.porteouverte.account.SystemPlaces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Answers the room {@code account} what a system reads of itself, in the caller's transaction. */
@ApplicationScoped
class StoredSystemPlaces implements SystemPlaces {
  @Inject Integrators integrators;

  @Override
  public Optional<Of> of(long system, String clientId) {
    return integrators.findByIdOptional(system).map(one -> of(one, clientId));
  }

  private static Of of(Integrator one, String clientId) {
    return new Of(
        SiteRef.of(one.sites()),
        one.departments(),
        one.partners(),
        one.keys().stream()
            .filter(key -> key.clientId().equals(clientId))
            .findFirst()
            .map(IntegratorKey::endsAt)
            .orElse(null));
  }
}
