package fr.porteouverte.account;

import fr.porteouverte.access.Colleagues;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers the room {@code access} from the agents' rows. */
@ApplicationScoped
public class AgentColleagues implements Colleagues {
  @Inject Agents agents;

  @Override
  @Transactional
  public List<Person> ofPartner(long partner, long site) {
    return agents.ofPartner(partner, site).stream().map(AgentColleagues::person).toList();
  }

  @Override
  @Transactional
  public Map<String, Person> named(Collection<String> usernames) {
    return usernames.isEmpty()
        ? Map.of()
        : agents.named(usernames).stream()
            .map(AgentColleagues::person)
            .collect(Collectors.toMap(Person::username, Function.identity()));
  }

  private static Person person(Agent agent) {
    return new Person(agent.username(), agent.firstName(), agent.lastName(), agent.email());
  }
}
