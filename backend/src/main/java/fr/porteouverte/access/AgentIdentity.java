package fr.porteouverte.access;

import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * A token says who somebody is; what they are now says the register, at every request. So a role
 * that was taken away is gone with the next call, and nobody is an agent by Keycloak alone.
 */
@ApplicationScoped
class AgentIdentity implements SecurityIdentityAugmentor {
  /** Where {@link Access} finds what was read here. */
  static final String SCOPE = "porte-ouverte.scope";

  /** Where {@link CurrentIntegrator} finds which system it is. */
  static final String INTEGRATOR = "porte-ouverte.integrator";

  /** Where the room {@code http} finds what counts as one caller, whatever its name. */
  private static final String ACCOUNT = "porte-ouverte.account";

  /** As Keycloak names the user of a client that logs in for itself. */
  static final String MACHINE = "service-account-";

  @Inject AgentScopes agents;
  @Inject IntegratorScopes integrators;

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    return identity.isAnonymous()
        ? Uni.createFrom().item(identity)
        : context.runBlocking(() -> now(identity));
  }

  private SecurityIdentity now(SecurityIdentity identity) {
    String username = identity.getPrincipal().getName();
    if (username.startsWith(MACHINE)) {
      return integrators
          .cameWith(username.substring(MACHINE.length()))
          .map(system -> of(identity, system.within(asked(identity))))
          .orElse(identity);
    }
    AgentScopes.Of scope = agents.cameAs(username, subject(identity));
    if (scope.standing() == AgentScopes.Standing.active) {
      return as(identity, scope);
    }
    throw refusal(scope.standing());
  }

  /** Only what its row says counts: a client without a row has the roles that Keycloak gave it. */
  private static SecurityIdentity of(SecurityIdentity identity, IntegratorScopes.Of system) {
    if (system.where().standing() != AgentScopes.Standing.active) {
      throw new ProblemException(
          ProblemType.KEY_ENDED,
          "Cette clé n’est plus valable. Demandez-en une autre à l’administration du réseau.",
          "This key is no longer good. Ask the network's administrators for another one.");
    }
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(identity.getPrincipal())
        .addCredentials(identity.getCredentials())
        .addAttributes(identity.getAttributes())
        .addRole(Role.INTEGRATOR)
        .addAttribute(SCOPE, system.where())
        .addAttribute(INTEGRATOR, system)
        // Two keys of one system, while one is changed, are one caller.
        .addAttribute(ACCOUNT, "system:" + system.id())
        .build();
  }

  /** What a token was asked for with; with no scope of ours, it is for all that its row says. */
  private static Set<Scope> asked(SecurityIdentity identity) {
    String scope =
        identity.getPrincipal() instanceof JsonWebToken token ? token.getClaim("scope") : null;
    return scope == null ? Set.of() : Scope.read(scope);
  }

  /** A client of Keycloak without a row here, which is not the operator's either. */
  static boolean isUnknownMachine(SecurityIdentity identity) {
    return identity.getAttribute(INTEGRATOR) == null
        && !identity.isAnonymous()
        && identity.getPrincipal().getName().startsWith(MACHINE)
        && !identity.hasRole(Role.ADMIN);
  }

  private static SecurityIdentity as(SecurityIdentity identity, AgentScopes.Of scope) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(identity.getPrincipal())
        .addCredentials(identity.getCredentials())
        .addAttributes(identity.getAttributes())
        .addRoles(scope.roles())
        .addAttribute(SCOPE, scope)
        .build();
  }

  private static @Nullable String subject(SecurityIdentity identity) {
    return identity.getPrincipal() instanceof JsonWebToken token ? token.getSubject() : null;
  }

  private static ProblemException refusal(AgentScopes.Standing standing) {
    return standing == AgentScopes.Standing.disabled
        ? new ProblemException(
            ProblemType.ACCOUNT_DISABLED,
            "Votre compte a été désactivé. Adressez-vous à qui gère votre maison ou le réseau.",
            "Your account was disabled. Ask whoever manages your house or the network.")
        : new ProblemException(
            ProblemType.ACCOUNT_UNKNOWN,
            "Votre identifiant est connu, mais vous n’êtes pas au registre des agents."
                + " Demandez une invitation à qui gère votre maison ou le réseau.",
            "Your login is known, but you are not in the register of agents."
                + " Ask whoever manages your house or the network for an invitation.");
  }
}
