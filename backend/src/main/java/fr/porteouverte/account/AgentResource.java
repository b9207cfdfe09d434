package fr.porteouverte.account;

import fr.porteouverte.access.Role;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.Client;
import fr.porteouverte.http.Cursor;
import fr.porteouverte.http.Ids;
import fr.porteouverte.http.Page;
import fr.porteouverte.problem.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The agents, for those who run the network or a house: {@link AgentRights}. */
@Path("/agents")
@Tag(name = "agents")
@RolesAllowed({Role.MANAGER, Role.ADMIN})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AgentResource {
  @Inject AgentService register;
  @Inject Agents agents;
  @Inject AgentRights rights;
  @Inject AgentHistory history;
  @Inject MailAtKeycloak mails;
  @Inject Transactions transactions;
  @Inject Idempotency idempotency;
  @Inject Client caller;
  @Inject EntityManager database;

  @GET
  @Transactional
  @Operation(
      operationId = "listAgents",
      summary =
          "Agents, by username or by name: all for an admin, those of her houses for a manager")
  public Page<AgentView> list(
      @QueryParam("q") @Nullable String words,
      @QueryParam("standing") @Nullable AgentStanding standing,
      @QueryParam("role") @Nullable AgentRole role,
      @QueryParam("site") @Nullable Long site,
      @QueryParam("sort") @DefaultValue("username") AgentOrder order,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MOST) int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    AgentQuery query =
        new AgentQuery(
            words, standing, role, site, rights.houses(), order, Cursor.decode(cursor), limit + 1);
    return Page.of(
        agents.withIds(query.ids(database)).stream().map(this::view).toList(),
        limit,
        AgentView::username);
  }

  @GET
  @Path("/{id}")
  @Transactional
  @Operation(operationId = "getAgent", summary = "One agent, with the ETag that an edit needs")
  public AgentView get(@PathParam("id") long id) {
    return view(rights.seen(id));
  }

  @GET
  @Path("/{id}/history")
  @Transactional
  @Operation(operationId = "getAgentHistory", summary = "Who changed what, the newest first")
  public Page<AgentChangeView> history(@PathParam("id") long id) {
    rights.seen(id);
    return new Page<>(
        history.of(id).stream()
            .map(entry -> AgentChangeView.of(entry, history.before(entry)))
            .toList(),
        null);
  }

  @POST
  @ResponseStatus(201)
  @APIResponseSchema(value = AgentView.class, responseCode = "201")
  @Operation(
      operationId = "createAgent",
      summary = "Invites an agent; the user in Keycloak follows within seconds",
      description =
          "With an address, a mail with a link to a first password goes there. The username is the"
              + " key: sent twice, the second is a conflict. 400 for an address of another agent, or"
              + " of somebody whom only Keycloak knows.")
  public AgentView create(
      @HeaderParam(Idempotency.HEADER) @Nullable String key, @NotNull @Valid AgentDraft draft) {
    var token = idempotency.token("agents", caller.scope(null), key, draft);
    if (idempotency.known(token).isEmpty()) {
      mails.requireFree(draft);
    }
    return transactions.call(
        () -> {
          Optional<String> before = idempotency.before(token);
          if (before.isPresent()) {
            return view(
                agents.findByIdOptional(Ids.parse(before.get())).orElseThrow(NotFound::new));
          }
          Agent made = register.invite(draft);
          idempotency.made(token, Ids.of(made.id()));
          return view(made);
        });
  }

  @PUT
  @Path("/{id}")
  @Operation(operationId = "changeAgent", summary = "Changes the name, the role or the places")
  public AgentView change(
      @PathParam("id") long id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid AgentDraft draft) {
    mails.requireFree(draft);
    return transactions.call(() -> view(register.change(id, ifMatch, draft)));
  }

  @POST
  @Path("/{id}/invitation")
  @Consumes(MediaType.WILDCARD)
  @Transactional
  @Operation(
      operationId = "inviteAgent",
      summary = "Sends the mail with the link to a password, again",
      description = "An older link leads nowhere any more.")
  public AgentView invite(@PathParam("id") long id) {
    return view(register.inviteAgain(id));
  }

  @POST
  @Path("/{id}/disabling")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "disableAgent",
      summary = "Out at the next call; open logins end within seconds, calendar addresses close")
  public AgentView disable(
      @PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return transactions.call(() -> view(register.disable(id, ifMatch)));
  }

  @POST
  @Path("/{id}/return")
  @Consumes(MediaType.WILDCARD)
  @Transactional
  @Operation(operationId = "bringAgentBack", summary = "A disabled agent may work again")
  public AgentView bringBack(
      @PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return view(register.bringBack(id, ifMatch));
  }

  private AgentView view(Agent agent) {
    return AgentView.of(agent, rights.actions(agent));
  }
}
