package fr.porteouverte.queue;

import fr.porteouverte.access.Role;
import fr.porteouverte.http.Ids;
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
  @Inject DeviceDesk desk;

  @DELETE
  @Operation(operationId = "revokeDevice", summary = "Its key opens nothing from now on")
  public void revoke(@PathParam("id") String id) {
    desk.revoke(Ids.parse(id));
  }
}
