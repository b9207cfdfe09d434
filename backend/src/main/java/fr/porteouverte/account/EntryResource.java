package fr.porteouverte.account;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The links that give a password, for who has their secret in the header {@code Link-Secret}; a
 * wrong one is as unknown as no link. Nothing is done by looking: mail scanners follow links.
 */
@Path("/entry-links/{id}")
@Tag(name = "agents")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class EntryResource {
  private static final String SECRET = "Link-Secret";

  @Inject Entries entries;

  @POST
  @Path("/password")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "takePassword",
      summary = "A password for the agent whom the link invites, once",
      description = "Nothing is used up while the login service does not answer (503).")
  public EntryView password(
      @PathParam("id") String id, @HeaderParam(SECRET) @Nullable String secret) {
    return entries.password(id, secret);
  }

  @POST
  @Path("/first-administrator")
  @Operation(
      operationId = "becomeFirstAdministrator",
      summary = "The first administrator of an empty installation, once",
      description =
          "By the link that the API prints when it starts and has no administrator. Nothing is used"
              + " up while the login service does not answer (503).")
  public EntryView first(
      @PathParam("id") String id,
      @HeaderParam(SECRET) @Nullable String secret,
      @NotNull @Valid FirstAdministrator who) {
    return entries.first(id, secret, who);
  }
}
