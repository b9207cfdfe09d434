package fr.porteouverte.access;

import java.util.Optional;
import java.util.Set;

/** What another system may do, and where. The room {@code integrator} knows; others only ask. */
public interface IntegratorScopes {

  /**
   * @param name of the system, as people call it
   * @param where its houses, its partners; disabled when its key has ended or it was revoked
   * @param departments those that it is bound to as a whole: their houses are in {@code where}, too
   */
  record Of(
      long id, String name, Set<Scope> scopes, AgentScopes.Of where, Set<String> departments) {

    /** May do nothing, nowhere. */
    public static Of disabled(long id, String name) {
      return new Of(id, name, Set.of(), AgentScopes.Of.DISABLED, Set.of());
    }

    /**
     * The same with no more scopes than these.
     *
     * @param asked none: all
     */
    Of within(Set<Scope> asked) {
      return asked.isEmpty()
          ? this
          : new Of(
              id,
              name,
              Set.copyOf(scopes.stream().filter(asked::contains).toList()),
              where,
              departments);
    }
  }

  /**
   * Whoever comes with a token of this client; that it came is noted.
   *
   * @return empty: no system has this key
   */
  Optional<Of> cameWith(String clientId);
}
