package fr.porteouverte.device;

import fr.porteouverte.access.Role;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.http.Client;
import fr.porteouverte.http.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
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

/** The kiosks of a house. For its manager, and admins; another house is not found. */
@Path("/sites/{id}/devices")
@Tag(name = "counters")
@RolesAllowed({Role.MANAGER, Role.ADMIN})
public class DevicesResource {
  @Inject DeviceService service;
  @Inject Idempotency idempotency;
  @Inject Client caller;

  /** A kiosk as a manager enters it. */
  @Schema(name = "DeviceRequest")
  public record DeviceRequest(@NotBlank @Size(max = 60) String name) {}

  @GET
  @Operation(operationId = "listDevices", summary = "The kiosks that may give numbers")
  public Page<DeviceView> list(@PathParam("id") long id) {
    return Page.whole(service.list(id));
  }

  @POST
  @ResponseStatus(201)
  @APIResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DeviceView.class)))
  @Operation(
      operationId = "createDevice",
      summary = "A key for a kiosk",
      description = "The answer alone tells the key, once. For the header Device-Key.")
  public DeviceView create(
      @PathParam("id") long siteId,
      @HeaderParam(Idempotency.HEADER) @Nullable String key,
      @Valid @NotNull DeviceRequest request) {
    var token = idempotency.token("devices:" + siteId, caller.scope(null), key, request);
    return service.create(siteId, request.name(), caller.actor(), token);
  }
}
