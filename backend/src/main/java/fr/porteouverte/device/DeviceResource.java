package fr.porteouverte.device;

import fr.porteouverte.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One kiosk. For a manager of its house, and admins. */
@Path("/devices/{id}")
@Tag(name = "counters")
@RolesAllowed({Role.MANAGER, Role.ADMIN})
public class DeviceResource {
  @Inject DeviceService service;

  @DELETE
  @Operation(operationId = "revokeDevice", summary = "Its key opens nothing from now on")
  public void revoke(@PathParam("id") long id) {
    service.revoke(id);
  }
}
