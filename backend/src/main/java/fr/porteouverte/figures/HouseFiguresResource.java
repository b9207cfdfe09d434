package fr.porteouverte.figures;

import fr.porteouverte.access.Role;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.site.Site;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How a house does, for who runs it; another house is not found. */
@Path("/sites/{id}/figures")
@Tag(name = "figures")
@RolesAllowed({Role.MANAGER, Role.ADMIN, Role.INTEGRATOR})
public class HouseFiguresResource {
  private static final int FOUR_WEEKS = 28;
  private static final int MOST_DAYS = 366;
  private static final String FROM = "First local day of the house; four weeks ago by default";
  private static final String TO =
      "The day after the last one; four weeks by default, at most 366 days";

  @Inject HouseFigures figures;
  @Inject FigurePlaces places;
  @Inject Clock clock;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Transactional
  @Operation(
      operationId = "getHouseFigures",
      summary = "Visits, waits, appointments and sessions of some days, beside the days before",
      description =
          "A wait begins when the person takes a number and ends at the first call; who leaves is no"
              + " visit. Whole months are compared with as many months, anything else with as many"
              + " days. Today is counted as it stands; a correction of an earlier day shows within"
              + " minutes.")
  public FiguresView get(
      @PathParam("id") long siteId,
      @QueryParam("from")
          @Parameter(
              description = FROM,
              schema = @Schema(type = SchemaType.STRING, format = "date"))
          @Nullable String fromDay,
      @QueryParam("to")
          @Parameter(description = TO, schema = @Schema(type = SchemaType.STRING, format = "date"))
          @Nullable String toDay) {
    Site site = places.whole(siteId);
    return figures.of(site, period(site, fromDay, toDay, new FieldReader()), clock.instant());
  }

  @GET
  @Path("/{figure}/file")
  @Produces("text/csv")
  @Transactional
  @Operation(
      operationId = "exportHouseFigure",
      summary = "One table of the figures as CSV",
      description =
          "UTF-8 with a byte order mark and semicolons, as French spreadsheets open it. Words are in"
              + " the language that is asked for.")
  public String file(
      @PathParam("id") long siteId,
      @PathParam("figure") String name,
      @QueryParam("from")
          @Parameter(
              description = FROM,
              schema = @Schema(type = SchemaType.STRING, format = "date"))
          @Nullable String fromDay,
      @QueryParam("to")
          @Parameter(description = TO, schema = @Schema(type = SchemaType.STRING, format = "date"))
          @Nullable String toDay,
      @Context HttpHeaders asked) {
    Site site = places.whole(siteId);
    Figure figure = Figure.named(name).orElseThrow(NotFound::new);
    Period period = period(site, fromDay, toDay, new FieldReader());
    return SheetFile.of(figures.sheet(site, period, figure, clock.instant()), Languages.of(asked));
  }

  @GET
  @Path("/{figure}/days")
  @Produces(MediaType.APPLICATION_JSON)
  @Transactional
  @Operation(operationId = "listFigureDays", summary = "The days behind one number of a table")
  public FigureDaysView days(
      @PathParam("id") long siteId,
      @PathParam("figure") String name,
      @QueryParam("key") @Parameter(description = "Of the row, as its table says")
          @Nullable String key,
      @QueryParam("from")
          @Parameter(
              description = FROM,
              schema = @Schema(type = SchemaType.STRING, format = "date"))
          @Nullable String fromDay,
      @QueryParam("to")
          @Parameter(description = TO, schema = @Schema(type = SchemaType.STRING, format = "date"))
          @Nullable String toDay) {
    Site site = places.whole(siteId);
    Figure figure = Figure.named(name).orElseThrow(NotFound::new);
    FieldReader query = new FieldReader();
    String row = query.required("key", key);
    Period period = period(site, fromDay, toDay, query);
    return figures.behind(site, period, figure, query.checked(row), clock.instant());
  }

  private Period period(
      Site site, @Nullable String fromDay, @Nullable String toDay, FieldReader query) {
    LocalDate today = LocalDate.now(clock.withZone(site.zone()));
    LocalDate from = query.date("from", fromDay, today.minusDays(FOUR_WEEKS - 1L));
    LocalDate to = query.date("to", toDay, from.plusDays(FOUR_WEEKS));
    query.check();
    query.range(from, to, MOST_DAYS);
    query.check();
    return new Period(from, to);
  }
}
