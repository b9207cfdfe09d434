package fr.porteouverte.imports.agent;

import fr.porteouverte.access.Role;
import fr.porteouverte.http.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tables of agents that were brought in: all for an admin, her own for a manager. */
@Path("/imports/tables/agents")
@Tag(name = "imports")
@RolesAllowed({Role.MANAGER, Role.ADMIN})
@Produces(MediaType.APPLICATION_JSON)
public class AgentImportResource {
  @Inject AgentUndo undo;

  @GET
  @Operation(
      operationId = "listAgentImports",
      summary = "Tables of agents that wrote something, newest first",
      description = "All for an admin; for a manager those that she brought in. At most 100.")
  public Page<AgentImportView> list() {
    return Page.whole(undo.list());
  }

  @POST
  @Path("/{id}/undo")
  @Operation(
      operationId = "undoAgentImport",
      summary = "Takes a table of agents back as a whole",
      description =
          "Who was changed has the name, roles and places of before; who was invited is disabled,"
              + " and, unless they came already, may be invited anew by a table. 409 conflict names"
              + " each agent whom somebody changed since, or who cannot be as they were; then"
              + " nothing is taken back. The users in Keycloak follow within seconds, or when it"
              + " is back (loginPending).")
  public AgentImportView undo(@PathParam("id") long id) {
    return undo.undo(id);
  }
}
