package fr.porteouverte.account;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.CurrentAgent;
import fr.porteouverte.access.CurrentIntegrator;
import fr.porteouverte.access.IntegratorScopes;
import fr.porteouverte.access.Role;
import fr.porteouverte.access.Scope;
import fr.porteouverte.http.Ids;
import fr.porteouverte.partner.PartnerRef;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who am I, and where may I act. */
@Path("/me")
@Tag(name = "agents")
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {
  @Inject Access access;
  @Inject CurrentIntegrator integrator;
  @Inject Agents agents;
  @Inject SystemPlaces systems;

  /** The logged-in agent. The names are empty for another system, which no row has. */
  @Schema(name = "Me")
  public record Me(
      @Schema(required = true) String username,
      @Schema(required = true) String firstName,
      @Schema(required = true) String lastName,
      @Nullable String email,
      @Schema(required = true, description = "As the register of agents has them now")
          List<AgentRole> roles,
      @Schema(required = true, description = "Where they are staff; an admin acts everywhere")
          List<OwnSite> sites,
      @Schema(description = "Only for a partner's agent") @Nullable PartnerRef partner,
      @Schema(required = true, description = "What they are, and where")
          List<AssignmentView> assignments,
      @Schema(description = "Of another system only: what it may do") @Nullable List<Scope> scopes,
      @Schema(description = "Of another system only: where it may act, and until when")
          SystemPlaces.@Nullable Of system) {}

  /** A house where the agent is staff, and as what. */
  @Schema(name = "OwnSite")
  public record OwnSite(
      @Schema(required = true) String id,
      @Schema(required = true) String name,
      @Schema(required = true) List<AgentRole> roles) {}

  @GET
  @RolesAllowed({
    Role.CLERK,
    Role.MANAGER,
    Role.PARTNER,
    Role.OBSERVER,
    Role.ADMIN,
    Role.INTEGRATOR
  })
  @Transactional
  @Operation(
      operationId = "getMe",
      summary = "The logged-in agent, or the other system, and where they may act")
  public Me me() {
    CurrentAgent caller = access.caller();
    List<AgentRole> roles =
        Arrays.stream(AgentRole.values()).filter(role -> caller.is(role.name())).toList();
    return agents
        .byUsername(caller.username())
        .map(
            agent ->
                new Me(
                    agent.username(),
                    agent.firstName(),
                    agent.lastName(),
                    agent.email(),
                    roles,
                    sites(agent),
                    PartnerRef.ofHost(agent.partner()),
                    AssignmentView.of(agent),
                    null,
                    null))
        .orElseGet(() -> system(caller, roles));
  }

  /** The name of the whole stands where a person's last name does. */
  private Me system(CurrentAgent caller, List<AgentRole> roles) {
    String name = integrator.get().map(IntegratorScopes.Of::name).orElse("");
    List<Scope> scopes =
        integrator.get().map(one -> one.scopes().stream().sorted().toList()).orElse(List.of());
    SystemPlaces.Of bound =
        integrator
            .get()
            .flatMap(one -> systems.of(one.id(), integrator.clientId().orElse("")))
            .orElse(null);
    return new Me(
        caller.username(), "", name, null, roles, List.of(), null, List.of(), scopes, bound);
  }

  private static List<OwnSite> sites(Agent agent) {
    return SiteRef.of(
            agent.assignments().stream()
                .filter(one -> one.role().needsSites())
                .map(Assignment::site)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()))
        .stream()
        .map(site -> new OwnSite(site.id(), site.name(), rolesAt(agent, site.id())))
        .toList();
  }

  private static List<AgentRole> rolesAt(Agent agent, String site) {
    return agent.assignments().stream()
        .filter(one -> one.role().needsSites())
        .filter(one -> one.site() != null && Ids.of(one.site().id()).equals(site))
        .map(Assignment::role)
        .sorted()
        .toList();
  }
}
