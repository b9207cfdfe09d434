package fr.porteouverte.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Which other system asks. */
@RequestScoped
public class CurrentIntegrator {
  @Inject SecurityIdentity identity;

  /** Empty: a person, or nobody who has logged in. */
  public Optional<IntegratorScopes.Of> get() {
    return Optional.ofNullable(identity.getAttribute(AgentIdentity.INTEGRATOR));
  }

  /** Which of its keys it came with. Empty: as above. */
  public Optional<String> clientId() {
    return get()
        .map(system -> identity.getPrincipal().getName())
        .map(name -> name.substring(AgentIdentity.MACHINE.length()));
  }
}
