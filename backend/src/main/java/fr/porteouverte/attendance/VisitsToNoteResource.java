package fr.porteouverte.attendance;

import fr.porteouverte.access.Role;
import fr.porteouverte.http.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Visits that nobody noted yet. For staff of the house; others hear 404. */
@Path("/sites/{id}/visits-to-note")
@Tag(name = "attendance")
@RolesAllowed({Role.CLERK, Role.MANAGER, Role.ADMIN})
@Produces(MediaType.APPLICATION_JSON)
public class VisitsToNoteResource {
  @Inject VisitsToNote visits;

  @GET
  @Operation(
      operationId = "listVisitsToNote",
      summary = "Visits at the house's own counters of which nothing is noted yet",
      description =
          "Of today and yesterday, by the house's clock, the last one first: so long the list asks"
              + " for them. They may be noted, and corrected, later, too.")
  public Page<VisitToNoteView> list(@PathParam("id") long id) {
    return Page.whole(visits.list(id));
  }
}
