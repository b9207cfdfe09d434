package fr.porteouverte.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * Whose user somebody deleted in Keycloak, by hand: they are gone until somebody brings them back,
 * on whichever road their user would be made anew.
 */
@ApplicationScoped
class DeletedUsers {
  @Inject KeycloakUsers users;
  @Inject Agents agents;
  @Inject AgentHistory history;

  /**
   * An agent as their row knows their user.
   *
   * @param keycloakId null: Keycloak never had one
   * @param realm the installation of Keycloak that had it; null: not noted
   */
  record Known(long agent, @Nullable String keycloakId, @Nullable String realm) {
    static Known of(Agent agent) {
      return new Known(agent.id(), agent.keycloakId(), agent.keycloakRealm());
    }
  }

  /** In a new installation of Keycloak everybody is only missing. */
  boolean has(Known one) {
    return one.keycloakId() != null
        && one.realm() != null
        && one.realm().equals(users.installation())
        && !users.has(one.keycloakId());
  }

  /** In a transaction. */
  void note(Known one) {
    Agent agent = agents.findById(one.agent());
    if (agent.mayWork()) {
      history.note(agent.username(), "system", AgentHistory.What.deletedInKeycloak);
    }
    agent.goneFromKeycloak();
  }
}
