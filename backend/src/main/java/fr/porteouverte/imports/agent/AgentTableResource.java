package fr.porteouverte.imports.agent;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.account.AgentStanding;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Agents as a table: all for an admin, those of her houses for a manager. */
@Path("/imports/tables/agents")
@Tag(name = "imports")
@RolesAllowed({Role.MANAGER, Role.ADMIN})
public class AgentTableResource {
  private static final String COLUMNS =
      "Columns: username, lastName, firstName, email, standing, assignments. assignments: roles"
          + " with a bar between them, each with the codes of its houses (manager: moyaux, lisieux"
          + " | clerk: 1400123); a partner's agent has the partner first, and departments with a"
          + " star, or a star alone for the whole country (partner caf: *14, moyaux). standing is"
          + " not changed by a table.";

  @Inject AgentTables tables;

  @GET
  @Path("/file")
  @Produces("text/csv")
  @Operation(
      operationId = "exportAgents",
      summary = "The agents whom the caller sees, as CSV, by username",
      description = COLUMNS + " Narrowed as the list is.")
  public String table(
      @QueryParam("q") @Nullable String words,
      @QueryParam("standing") @Nullable AgentStanding standing,
      @QueryParam("role") @Nullable AgentRole role,
      @QueryParam("site") @Nullable Long site) {
    return tables.write(words, standing, role, site);
  }

  @POST
  @Path("/preview")
  @Consumes({"text/csv", "application/gzip"})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "previewAgents",
      summary = "What a table of agents would change, row by row; writes nothing, sends nothing",
      description = COLUMNS + " Agents who are not in the file stay as they are.")
  public AgentDifferences preview(InputStream file) {
    return tables.preview(file);
  }

  @POST
  @Path("/file")
  @Consumes({"text/csv", "application/gzip"})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "importAgents",
      summary = "Brings a table of agents in, in one transaction; who is new gets a mail, once",
      description =
          COLUMNS
              + " Each row under the rights that the form has. What was not changed is not written."
              + " The users in Keycloak follow within seconds, or when it is back. digest: of the"
              + " preview; 412 when something else would change by now.")
  public AgentDifferences apply(
      InputStream file, @QueryParam("digest") @Size(max = 64) @Nullable String digest) {
    return tables.apply(file, digest);
  }
}
