package fr.porteouverte.account;

import fr.porteouverte.access.Places;
import fr.porteouverte.site.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.stream.Collectors;

/** Answers the room {@code access} from the agents' rows. */
@ApplicationScoped
public class AgentPlaces implements Places {
  private final Agents agents;

  AgentPlaces(Agents agents) {
    this.agents = agents;
  }

  @Override
  @Transactional
  public Of of(String username) {
    return agents.byUsername(username).map(AgentPlaces::of).orElse(Of.NOWHERE);
  }

  private static Of of(Agent agent) {
    return new Of(
        agent.sites().stream().map(Site::id).collect(Collectors.toUnmodifiableSet()),
        agent.partner() == null ? null : agent.partner().id(),
        agent.role() == AgentRole.admin);
  }
}
