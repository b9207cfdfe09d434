package fr.porteouverte.access;

import java.util.Map;
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
   * @param roles as in {@link Role}, of all places together; none unless active
   * @param houses by the id of a house what they are there: a clerk, a manager
   * @param reach for which partners they act; null for none
   */
  record Of(
      Standing standing,
      Set<String> roles,
      Map<Long, Set<String>> houses,
      @Nullable PartnerReach reach) {
    public static final Of NOWHERE = new Of(Standing.unknown, Set.of(), Map.of(), null);
    public static final Of DISABLED = new Of(Standing.disabled, Set.of(), Map.of(), null);

    /** An admin. */
    public boolean everywhere() {
      return roles.contains(Role.ADMIN);
    }

    /** Where they are staff. */
    public Set<Long> sites() {
      return houses.keySet();
    }

    public boolean at(long site) {
      return everywhere() || houses.containsKey(site);
    }

    /**
     * @param ofPartner null: the house's own clerks
     */
    public boolean sees(long site, @Nullable Long ofPartner) {
      return at(site) || (reach != null && reach.covers(site, ofPartner));
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
