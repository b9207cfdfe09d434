package fr.porteouverte.access;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Whoever sends a token is that agent or nobody: one that has expired, or is none of ours, is
 * answered 401 at each address, the public ones too. Without this, what an agent does after the end
 * of a login would be done in the name of an anonymous visitor.
 */
@Singleton
public class GenuineToken {
  private static final String SCHEME = "Bearer";

  @Inject CurrentIdentityAssociation association;

  /** Waits for the login service without a thread: live streams begin on one that must not wait. */
  @ServerRequestFilter
  @Priority(Priorities.AUTHENTICATION)
  public @Nullable Uni<Void> check(ContainerRequestContext request, ResourceInfo resource) {
    String sent = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    Method operation = resource.getResourceMethod();
    if (operation != null && operation.isAnnotationPresent(OwnToken.class)) {
      return null;
    }
    if (sent == null || !sent.strip().regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return null;
    }
    return association
        .getDeferredIdentity()
        .invoke(
            identity -> {
              if (identity.isAnonymous()) {
                throw new UnauthorizedException();
              }
            })
        .replaceWithVoid();
  }
}
