package fr.porteouverte.session;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
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
 * The link of a roll-call mail, for who has its secret in the header {@code Link-Secret}; a wrong
 * one and an unknown link get the same 404.
 */
@Path("/session-links/{id}")
@Tag(name = "sessions")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class SessionLinkResource {
  private static final String SECRET = "Link-Secret";
  @Inject SessionLinkService service;

  @GET
  @Operation(
      operationId = "getSessionLink",
      summary = "What the link confirms",
      description = "Changes nothing, however often it is read.")
  public SessionLinkView look(
      @PathParam("id") String id, @HeaderParam(SECRET) @Nullable String secret) {
    return service.look(id, secret);
  }

  @POST
  @Path("/confirmation")
  @Operation(
      operationId = "confirmByLink",
      summary = "The partner will be there; a link works once",
      description =
          "409 link-used, link-expired, link-over, link-cancelled and link-handed-over change"
              + " nothing. Of a session that is confirmed already the link is used up, and nothing"
              + " else happens.")
  public SessionLinkView confirm(
      @PathParam("id") String id, @HeaderParam(SECRET) @Nullable String secret) {
    return service.confirm(id, secret);
  }
}
