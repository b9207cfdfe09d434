package fr.porteouverte.session;

import fr.porteouverte.http.FieldReader;
import fr.porteouverte.http.Page;
import fr.porteouverte.http.Search;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who will be at a house. Anybody may ask. */
@Path("/sites/{id}/sessions")
@Tag(name = "sites")
public class SessionResource {
  private static final int WEEK = 7;
  private static final int MOST_DAYS = 31;

  @Inject Sites sites;
  @Inject PublicSessions sessions;
  @Inject Clock clock;

  @GET
  @Search
  @PermitAll
  @Transactional
  @Operation(
      operationId = "listSiteSessions",
      summary = "Who will be at a house on some days, by start",
      description =
          "Walk-in and by appointment, workshops of published events too; cancelled ones say so."
              + " Public.")
  public Page<SessionView> list(
      @PathParam("id") long id,
      @QueryParam("from")
          @Parameter(
              description = "First local day of the house; today by default",
              schema = @Schema(type = SchemaType.STRING, format = "date"))
          @Nullable String fromDay,
      @QueryParam("to")
          @Parameter(
              description = "The day after the last one; a week by default, at most 31 days",
              schema = @Schema(type = SchemaType.STRING, format = "date"))
          @Nullable String toDay) {
    Site site = sites.visible(id).orElseThrow(NotFound::new);
    ZoneId zone = site.zone();
    FieldReader query = new FieldReader();
    LocalDate from = query.date("from", fromDay, LocalDate.now(clock.withZone(zone)));
    LocalDate to = query.date("to", toDay, from.plusDays(WEEK));
    query.check();
    query.range(from, to, MOST_DAYS);
    query.check();
    return Page.whole(
        sessions.between(
            site, from.atStartOfDay(zone).toInstant(), to.atStartOfDay(zone).toInstant()));
  }
}
