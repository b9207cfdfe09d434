package fr.porteouverte.account;

import fr.porteouverte.access.Role;
import fr.porteouverte.http.Cursor;
import fr.porteouverte.http.Page;
import fr.porteouverte.problem.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The agents, for those who run the network. */
@Path("/agents")
@Tag(name = "agents")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AgentResource {
  @Inject AgentService register;
  @Inject Agents agents;

  @GET
  @Transactional
  @Operation(operationId = "listAgents", summary = "All agents, by username")
  public Page<AgentView> list(
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MOST) int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return Page.of(
        agents.after(Cursor.decode(cursor), limit + 1).stream().map(AgentView::of).toList(),
        limit,
        AgentView::username);
  }

  @GET
  @Path("/{id}")
  @Transactional
  @Operation(operationId = "getAgent", summary = "One agent, with the ETag that an edit needs")
  public AgentView get(@PathParam("id") long id) {
    return AgentView.of(agents.findByIdOptional(id).orElseThrow(NotFound::new));
  }

  @POST
  @Transactional
  @ResponseStatus(201)
  @APIResponseSchema(value = AgentView.class, responseCode = "201")
  @Operation(
      operationId = "createAgent",
      summary = "A new agent; the user in Keycloak follows within seconds",
      description = "The username is the key: sent twice, the second is a conflict.")
  public AgentView create(@NotNull @Valid AgentDraft draft) {
    return AgentView.of(register.create(draft));
  }

  @PUT
  @Path("/{id}")
  @Transactional
  @Operation(operationId = "changeAgent", summary = "Changes the name, the role or the places")
  public AgentView change(
      @PathParam("id") long id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid AgentDraft draft) {
    return AgentView.of(register.change(id, ifMatch, draft));
  }
}
