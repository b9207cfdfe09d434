package fr.porteouverte.queue.board;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.Role;
import fr.porteouverte.queue.QueueView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A house's queue, for staff of the house; another house is not found. */
@Path("/sites/{id}/queue")
@Tag(name = "queue")
@RolesAllowed({Role.CLERK, Role.MANAGER, Role.ADMIN})
public class QueueResource {
  @Inject QueueReader reader;
  @Inject Access access;

  @GET
  @Operation(
      operationId = "getQueue",
      summary = "The house's queue today",
      description = "For staff of the house.")
  public QueueView queue(@PathParam("id") long siteId) {
    access.requireOwn(siteId);
    return reader.queue(siteId);
  }
}
