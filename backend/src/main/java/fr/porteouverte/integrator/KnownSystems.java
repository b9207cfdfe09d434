package fr.porteouverte.integrator;

import fr.porteouverte.access.IntegratorScopes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Other systems, for rooms that tell them something. Each joins the caller's transaction. */
@ApplicationScoped
public class KnownSystems {
  @Inject Integrators integrators;
  @Inject StoredIntegratorScopes scopes;

  /** Whom to write to about a system. */
  public record Contact(String system, String name, String email) {}

  /** What it may do, and where; nothing and nowhere once it was revoked. */
  public Optional<IntegratorScopes.Of> standing(long id) {
    return scopes.standing(id);
  }

  public Optional<Contact> contact(long id) {
    return integrators
        .findByIdOptional(id)
        .map(one -> new Contact(one.name(), one.contactName(), one.contactEmail()));
  }
}
