package fr.porteouverte.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and where they may act: Keycloak says who, the register what and where.
 *
 * @param username as in the token
 * @param roles as in {@link Role}
 * @param sites ids of the houses where a clerk or a manager may act
 * @param partner id of the partner that a partner's agent acts for; null for everybody else
 */
public record CurrentAgent(
    String username, Set<String> roles, Set<Long> sites, @Nullable Long partner) {

  public static CurrentAgent of(String username, AgentScopes.Of scope) {
    return new CurrentAgent(username, scope.roles(), scope.sites(), scope.partner());
  }

  public boolean is(String role) {
    return roles.contains(role);
  }

  /** An admin acts everywhere, a clerk and a manager in their houses. */
  public boolean mayActAt(long site) {
    return is(Role.ADMIN) || ((is(Role.CLERK) || is(Role.MANAGER)) && sites.contains(site));
  }

  /** An admin for every partner, a partner's agent for their own. */
  public boolean mayActFor(long partnerId) {
    return is(Role.ADMIN) || (is(Role.PARTNER) && partner != null && partner == partnerId);
  }
}
