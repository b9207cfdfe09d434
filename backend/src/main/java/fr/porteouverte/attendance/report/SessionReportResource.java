package fr.porteouverte.attendance.report;

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
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What became of a house's sessions. For its managers; another house is not found. */
@Path("/sites/{id}/session-report")
@Tag(name = "attendance")
@RolesAllowed({Role.MANAGER, Role.ADMIN})
@Produces(MediaType.APPLICATION_JSON)
public class SessionReportResource {
  private static final int FOUR_WEEKS = 28;
  private static final int MOST_DAYS = 366;

  @Inject SessionReport report;
  @Inject Sites sites;
  @Inject Access access;
  @Inject Clock clock;

  @GET
  @Transactional
  @Operation(
      operationId = "getSessionReport",
      summary = "Sessions held, unconfirmed, cancelled, and who came to them",
      description = "A session that nobody confirmed is unconfirmed, never absent.")
  public SessionReportView get(
      @PathParam("id") long siteId,
      @QueryParam("from")
          @Parameter(
              description = "First local day of the house; four weeks ago by default",
              schema = @Schema(type = SchemaType.STRING, format = "date"))
          @Nullable String fromDay,
      @QueryParam("to")
          @Parameter(
              description = "The day after the last one; four weeks by default, at most 366 days",
              schema = @Schema(type = SchemaType.STRING, format = "date"))
          @Nullable String toDay) {
    access.requireOwn(siteId);
    Site site = sites.findByIdOptional(siteId).orElseThrow(NotFound::new);
    FieldReader query = new FieldReader();
    LocalDate today = LocalDate.now(clock.withZone(site.zone()));
    LocalDate from = query.date("from", fromDay, today.minusDays(FOUR_WEEKS - 1L));
    LocalDate to = query.date("to", toDay, from.plusDays(FOUR_WEEKS));
    query.check();
    query.range(from, to, MOST_DAYS);
    query.check();
    return report.of(site, from, to, clock.instant());
  }
}
