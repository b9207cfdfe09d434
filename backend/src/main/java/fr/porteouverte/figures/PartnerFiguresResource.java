package fr.porteouverte.figures;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.PartnerReach;
import fr.porteouverte.access.Role;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.problem.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How the permanences of the caller's own partner went, in the houses given to them. */
@Path("/partner-figures")
@Tag(name = "figures")
@RolesAllowed({Role.PARTNER, Role.INTEGRATOR})
@Produces(MediaType.APPLICATION_JSON)
public class PartnerFiguresResource {
  private static final int FOUR_WEEKS = 28;
  private static final int MOST_DAYS = 366;
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @Inject PartnerFigures figures;
  @Inject Access access;
  @Inject Clock clock;

  @GET
  @Transactional
  @Operation(
      operationId = "getPartnerFigures",
      summary = "Fill, attendance, papers and half-days lost of one's own permanences, by house",
      description =
          "Today is counted as it stands; who looks at several houses sees only those given to them.")
  public PartnerFiguresView get(
      @QueryParam("partner")
          @Parameter(
              description =
                  "Id of one of the caller's partners; needed by a system that is bound to several")
          @Nullable String partner,
      @QueryParam("from")
          @Parameter(
              description = "First day; four weeks ago by default",
              schema = @Schema(type = SchemaType.STRING, format = "date"))
          @Nullable String fromDay,
      @QueryParam("to")
          @Parameter(
              description = "The day after the last one; four weeks by default, at most 366 days",
              schema = @Schema(type = SchemaType.STRING, format = "date"))
          @Nullable String toDay) {
    FieldReader query = new FieldReader();
    PartnerReach reach = access.caller().reach();
    if (reach != null && reach.partners().size() > 1) {
      query.required("partner", partner);
    }
    Long asked = query.id("partner", partner);
    LocalDate today = LocalDate.now(clock.withZone(PARIS));
    LocalDate from = query.date("from", fromDay, today.minusDays(FOUR_WEEKS));
    LocalDate to = query.date("to", toDay, from.plusDays(FOUR_WEEKS));
    query.check();
    query.range(from, to, MOST_DAYS);
    query.check();
    return figures.of(own(reach, asked), new Period(from, to), clock.instant());
  }

  /** Each partner by itself: what several did together is nobody's figure. */
  private static PartnerFigures.Own own(@Nullable PartnerReach reach, @Nullable Long asked) {
    if (reach == null) {
      throw new NotFound();
    }
    long partner = asked == null ? reach.partners().iterator().next() : asked;
    if (!reach.has(partner)) {
      throw new NotFound();
    }
    return new PartnerFigures.Own(partner, reach);
  }
}
