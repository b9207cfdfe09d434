package fr.porteouverte.figures;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.Role;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A house's visits for La Coop, for who runs it; another house is not found. */
@Path("/sites/{id}/activities/file")
@Tag(name = "figures")
@RolesAllowed({Role.MANAGER, Role.ADMIN})
public class ActivitiesResource {
  private static final int MOST_DAYS = 92;

  @Inject Activities activities;
  @Inject Sites sites;
  @Inject Access access;
  @Inject Clock clock;

  @GET
  @Produces("text/csv")
  @Transactional
  @Operation(
      operationId = "exportActivities",
      summary = "Each visit in the words of La Coop de la médiation numérique, as CSV",
      description =
          "Columns and values as La Coop stores an activity. A visit without a number of its own in"
              + " time lasts as long as its procedure is planned for. Nobody's name, and not where"
              + " people live.")
  public String file(
      @PathParam("id") long siteId,
      @QueryParam("from")
          @Parameter(
              description = "First local day of the house; the first of this month by default",
              schema = @Schema(type = SchemaType.STRING, format = "date"))
          @Nullable String fromDay,
      @QueryParam("to")
          @Parameter(
              description = "The day after the last one; a month by default, at most 92 days",
              schema = @Schema(type = SchemaType.STRING, format = "date"))
          @Nullable String toDay) {
    access.requireOwn(siteId);
    Site site = sites.findByIdOptional(siteId).orElseThrow(NotFound::new);
    FieldReader query = new FieldReader();
    LocalDate today = LocalDate.now(clock.withZone(site.zone()));
    LocalDate from = query.date("from", fromDay, today.withDayOfMonth(1));
    LocalDate to = query.date("to", toDay, from.plusMonths(1));
    query.check();
    query.range(from, to, MOST_DAYS);
    query.check();
    return activities.file(site, new Period(from, to));
  }
}
