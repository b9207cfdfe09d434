package fr.porteouverte.account;

import com.fasterxml.jackson.annotation.JsonIgnore;
import fr.porteouverte.http.Ids;
import fr.porteouverte.http.Made;
import fr.porteouverte.http.Versioned;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An agent as those read it who run the network or a house. */
@Schema(name = "Agent")
public record AgentView(
    @Schema(required = true) String id,
    @Schema(required = true) String username,
    @Schema(required = true) String firstName,
    @Schema(required = true) String lastName,
    @Nullable String email,
    @Schema(required = true, description = "What they are, and where: each role once")
        List<AssignmentView> assignments,
    @Schema(required = true, description = "Keycloak has a user for them") boolean canLogIn,
    @Schema(
            description =
                "Why Keycloak refused the agent as they stand, in its own words; absent: it did"
                    + " not",
            examples = "400 error-person-name-invalid-character firstName")
        @Nullable String loginRefusal,
    @Schema(
            required = true,
            description =
                "Keycloak does not know yet what stands here; it is asked again until it does")
        boolean loginPending,
    @Schema(required = true, description = "invited: they never came yet") AgentStanding standing,
    @Schema(required = true, description = "What the caller may do with them now")
        List<AgentAction> actions,
    @JsonIgnore int version)
    implements Versioned, Made {
  @Override
  public String location() {
    return id;
  }

  /** Their names, as Keycloak has them. */
  Set<String> roles() {
    return assignments.stream().map(one -> one.role().name()).collect(Collectors.toSet());
  }

  /** For whoever does nothing with it but tell Keycloak. */
  static AgentView of(Agent agent) {
    return of(agent, List.of());
  }

  static AgentView of(Agent agent, List<AgentAction> actions) {
    return of(Ids.of(agent.id()), agent, actions);
  }

  /** Of somebody who has no row yet. */
  static AgentView candidate(Agent agent) {
    return of("", agent, List.of());
  }

  private static AgentView of(String id, Agent agent, List<AgentAction> actions) {
    return new AgentView(
        id,
        agent.username(),
        agent.firstName(),
        agent.lastName(),
        agent.email(),
        AssignmentView.of(agent),
        agent.canLogIn(),
        agent.keycloakRefusal(),
        agent.awaitsKeycloak(),
        agent.standing(),
        actions,
        agent.version());
  }
}
