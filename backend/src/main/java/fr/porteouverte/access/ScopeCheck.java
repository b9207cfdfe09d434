package fr.porteouverte.access;

import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** The one place where the scopes of other systems are checked, before anything is read. */
@Singleton
public class ScopeCheck {
  @Inject CurrentIdentityAssociation association;

  @ServerRequestFilter
  @Priority(Priorities.AUTHORIZATION)
  public @Nullable Uni<Void> check(ContainerRequestContext request, ResourceInfo resource) {
    if (request.getHeaderString(HttpHeaders.AUTHORIZATION) == null
        || resource.getResourceMethod() == null) {
      return null;
    }
    Scope needed = Rights.scopes().get(AskedOperation.Note.operation(resource.getResourceMethod()));
    if (needed == null) {
      return null;
    }
    return association
        .getDeferredIdentity()
        .invoke(identity -> require(needed, identity))
        .replaceWithVoid();
  }

  /** An agent has no scopes, and needs none; a client that nobody entered here has none either. */
  private static void require(Scope needed, SecurityIdentity identity) {
    IntegratorScopes.Of system = identity.getAttribute(AgentIdentity.INTEGRATOR);
    boolean may =
        system == null
            ? !AgentIdentity.isUnknownMachine(identity)
            : system.scopes().contains(needed);
    if (!may) {
      throw new ProblemException(
          ProblemType.SCOPE_MISSING,
          "Il faut l’autorisation « " + needed.code() + " ».",
          "The scope \"" + needed.code() + "\" is needed.");
    }
  }
}
