package fr.porteouverte.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where an agent may act. The room {@code account} knows; the others only ask {@link Access}. */
public interface AgentScopes {

  /**
   * @param sites ids of houses
   * @param partner id; null for none
   * @param everywhere an admin
   */
  record Of(Set<Long> sites, @Nullable Long partner, boolean everywhere) {
    public static final Of NOWHERE = new Of(Set.of(), null, false);

    public boolean at(long site) {
      return everywhere || sites.contains(site);
    }
  }

  /**
   * @return {@link Of#NOWHERE} for somebody unknown
   */
  Of of(String username);
}
