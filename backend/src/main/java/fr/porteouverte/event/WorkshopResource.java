package fr.porteouverte.event;

import fr.porteouverte.access.Role;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.http.Client;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
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

/** The workshops of an event. For a manager of the house, and admins. */
@Path("/events/{code}/workshops")
@Tag(name = "events")
@RolesAllowed({Role.MANAGER, Role.ADMIN})
public class WorkshopResource {
  @Inject WorkshopService service;
  @Inject Client caller;
  @Inject Idempotency idempotency;

  @POST
  @ResponseStatus(201)
  @APIResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = EventSessionView.class)))
  @Operation(
      operationId = "createWorkshop",
      summary = "A group session of an event in one's own house; it can be booked at once",
      description =
          "A permanence of one date with one slot of the whole length. It may be on a public"
              + " holiday; 409 conflict when the house is closed then.")
  public EventSessionView create(
      @PathParam("code") String code,
      @HeaderParam(Idempotency.HEADER) @Nullable String key,
      @NotNull WorkshopForm form) {
    return service.add(
        code, form, idempotency.token("workshops:" + code, caller.scope(null), key, form));
  }

  @DELETE
  @Path("/{permanenceId}")
  @Operation(
      operationId = "deleteWorkshop",
      summary = "Removes a workshop that nobody ever booked",
      description = "409 conflict when there are bookings: cancel its session instead.")
  public void delete(@PathParam("code") String code, @PathParam("permanenceId") long permanenceId) {
    service.remove(code, permanenceId);
  }
}
