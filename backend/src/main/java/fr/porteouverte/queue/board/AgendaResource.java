package fr.porteouverte.queue.board;

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
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A house's day with the names of those expected. For staff of the house. */
@Path("/sites/{id}/agenda")
@Tag(name = "queue")
@RolesAllowed({Role.CLERK, Role.MANAGER, Role.ADMIN})
public class AgendaResource {
  @Inject AgendaReader reader;
  @Inject Sites sites;
  @Inject Access access;
  @Inject Clock clock;

  @GET
  @Transactional
  @Operation(
      operationId = "getAgenda",
      summary = "Who is expected at the house on a day",
      description = "For staff of the house; another house is not found.")
  public AgendaView get(
      @PathParam("id") long siteId,
      @QueryParam("date")
          @Parameter(
              description = "Local day of the house; today by default",
              schema = @Schema(type = SchemaType.STRING, format = "date"))
          @Nullable String day) {
    access.requireOwn(siteId);
    Site site = sites.findByIdOptional(siteId).orElseThrow(NotFound::new);
    Instant now = clock.instant();
    FieldReader query = new FieldReader();
    LocalDate date = query.date("date", day, now.atZone(site.zone()).toLocalDate());
    query.check();
    return reader.read(site, date, now);
  }
}
