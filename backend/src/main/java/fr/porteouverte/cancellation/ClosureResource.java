package fr.porteouverte.cancellation;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.Role;
import fr.porteouverte.booking.CancellationImpact;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.http.Client;
import fr.porteouverte.site.ClosureRequest;
import fr.porteouverte.site.ClosureView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Closes a house for some time. For a manager of the house, and admins. */
@Path("/sites/{id}/closures")
@Tag(name = "sites")
@RolesAllowed({Role.MANAGER, Role.ADMIN})
public class ClosureResource {
  @Inject ClosureService service;
  @Inject Access access;
  @Inject Idempotency idempotency;
  @Inject Client caller;

  @POST
  @ResponseStatus(201)
  @APIResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ClosureView.class)))
  @Operation(
      operationId = "createClosure",
      summary = "Closes the house for some time",
      description =
          "Nobody can book in that time from then on. Everybody who is booked in it and not there yet"
              + " loses the appointment, gets exactly one message with the nearest other slots, or"
              + " stands on the house's call sheet. For a manager of the house, and admins.")
  public ClosureView create(
      @PathParam("id") long id,
      @HeaderParam(Idempotency.HEADER) @Nullable String key,
      @Valid @NotNull ClosureRequest request) {
    access.requireSite(id);
    var token = idempotency.token("closures:" + id, caller.scope(null), key, request);
    return ClosureView.of(service.create(id, request, token));
  }

  @POST
  @Path("/preview")
  @Operation(
      operationId = "previewClosure",
      summary = "Whom a closure would concern",
      description = "Nothing is changed. For a manager of the house, and admins.")
  public CancellationImpact preview(
      @PathParam("id") long id, @Valid @NotNull ClosureRequest request) {
    access.requireSite(id);
    return service.preview(id, request);
  }

  @DELETE
  @Path("/{closureId}")
  @Operation(
      operationId = "deleteClosure",
      summary = "The house is open in that time after all",
      description =
          "The slots of its permanences come back; who was told otherwise is not booked again. For a"
              + " manager of the house, and admins.")
  public void delete(@PathParam("id") long id, @PathParam("closureId") long closureId) {
    access.requireSite(id);
    service.delete(id, closureId);
  }
}
