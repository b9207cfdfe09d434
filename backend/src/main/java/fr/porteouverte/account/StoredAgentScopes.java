package fr.porteouverte.account;

import fr.porteouverte.access.AgentScopes;
import fr.porteouverte.site.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.stream.Collectors;

/** Answers the room {@code access} from the agents' rows. */
@ApplicationScoped
public class StoredAgentScopes implements AgentScopes {
  @Inject Agents agents;

  @Override
  @Transactional
  public Of of(String username) {
    return agents.byUsername(username).map(StoredAgentScopes::of).orElse(Of.NOWHERE);
  }

  private static Of of(Agent agent) {
    return new Of(
        agent.sites().stream().map(Site::id).collect(Collectors.toUnmodifiableSet()),
        agent.partner() == null ? null : agent.partner().id(),
        agent.role() == AgentRole.admin);
  }
}
