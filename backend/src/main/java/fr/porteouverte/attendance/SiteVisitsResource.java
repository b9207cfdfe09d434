package fr.porteouverte.attendance;

import fr.porteouverte.access.Role;
import fr.porteouverte.http.Cursor;
import fr.porteouverte.http.FieldReader;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The visits of a day, each to be corrected. For staff of the house; others hear 404. */
@Path("/sites/{id}/visits")
@Tag(name = "attendance")
@RolesAllowed({Role.CLERK, Role.MANAGER, Role.ADMIN})
@Produces(MediaType.APPLICATION_JSON)
public class SiteVisitsResource {
  private static final int USUAL = 20;

  @Inject SiteVisits visits;

  @GET
  @Operation(
      operationId = "listSiteVisits",
      summary = "The visits of a day of the house, the last one first",
      description =
          "Everybody who was received: with a number, with an appointment alone, or only counted."
              + " With what is noted of each, to be corrected at its attendance. A correction changes"
              + " the figures of that day within minutes.")
  public SiteVisitView.OfDay list(
      @PathParam("id") long id,
      @QueryParam("date")
          @Parameter(
              description = "Local day of the house, as long as people are kept; today by default",
              schema = @Schema(type = SchemaType.STRING, format = "date"))
          @Nullable String date,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit) {
    FieldReader query = new FieldReader();
    int most = query.limit(limit, USUAL);
    return visits.list(id, date, Cursor.decode(cursor), most, query);
  }
}
