package fr.porteouverte.access;

import java.util.Optional;
import java.util.Set;

/** What another system may do, and where. The room {@code integrator} knows; others only ask. */
public interface IntegratorScopes {

  /**
   * @param name of the system, as people call it
   * @param where its houses, its partner; disabled when its key has ended or it was revoked
   */
  record Of(long id, String name, Set<Scope> scopes, AgentScopes.Of where) {}

  /**
   * Whoever comes with a token of this client; that it came is noted.
   *
   * @return empty: no system has this key
   */
  Optional<Of> cameWith(String clientId);
}
