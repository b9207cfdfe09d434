package fr.porteouverte.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an agent is, and where they may act. The room {@code account} knows; others only ask. */
public interface AgentScopes {

  /** Whether somebody may work here now. */
  enum Standing {
    active,
    disabled,
    /** The register has nobody of that name. */
    unknown
  }

  /**
   * @param roles as in {@link Role}; none unless active
   * @param sites ids of houses
   * @param partner id; null for none
   */
  record Of(Standing standing, Set<String> roles, Set<Long> sites, @Nullable Long partner) {
    public static final Of NOWHERE = new Of(Standing.unknown, Set.of(), Set.of(), null);
    public static final Of DISABLED = new Of(Standing.disabled, Set.of(), Set.of(), null);

    /** An admin. */
    public boolean everywhere() {
      return roles.contains(Role.ADMIN);
    }

    public boolean at(long site) {
      return everywhere() || sites.contains(site);
    }
  }

  /**
   * @return {@link Of#NOWHERE} for somebody unknown, {@link Of#DISABLED} for who may not work now
   */
  Of of(String username);

  /**
   * As {@link #of}, for somebody who comes with a token: whoever has the name of an agent and is
   * another user of Keycloak is unknown.
   *
   * @param subject the user's id in Keycloak
   */
  Of cameAs(String username, @Nullable String subject);
}
