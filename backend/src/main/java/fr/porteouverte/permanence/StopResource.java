package fr.porteouverte.permanence;

import fr.porteouverte.access.Role;
import fr.porteouverte.http.Etag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Where a bus or a round stops. For a manager of its house, and admins. */
@Path("/permanences/{id}/stop")
@Tag(name = "permanences")
@RolesAllowed({Role.MANAGER, Role.ADMIN})
public class StopResource {
  @Inject Stops stops;

  @PUT
  @APIResponseSchema(value = StopForm.class, responseCode = "200")
  @Operation(
      operationId = "setStop",
      summary = "The permanence takes place in this commune, not at the house's address",
      description = "Needs If-Match with the permanence's ETag, and answers the new one.")
  public RestResponse<StopForm> set(
      @PathParam("id") long id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull StopForm form) {
    int version = stops.change(id, ifMatch, form);
    return RestResponse.ResponseBuilder.ok(form).header("ETag", Etag.of(version)).build();
  }

  @DELETE
  @APIResponse(responseCode = "204", description = "Done")
  @Operation(
      operationId = "removeStop",
      summary = "The permanence takes place at the house's own address",
      description = "Needs If-Match with the permanence's ETag, and answers the new one.")
  public RestResponse<Void> remove(
      @PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    int version = stops.change(id, ifMatch, null);
    return RestResponse.ResponseBuilder.<Void>noContent().header("ETag", Etag.of(version)).build();
  }
}
