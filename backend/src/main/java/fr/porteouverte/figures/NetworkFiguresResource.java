package fr.porteouverte.figures;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.Role;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.problem.InvalidRequest;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Size;
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
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How the houses of the country, or of a department, did together. */
@Path("/network-figures")
@Tag(name = "figures")
@RolesAllowed({Role.OBSERVER, Role.ADMIN, Role.INTEGRATOR})
public class NetworkFiguresResource {
  private static final int MOST_DAYS = 366;
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final String FROM =
      "First day of the first month; the last one that is over by default";
  private static final String TO =
      "First day of the month after the last one, this month at the latest; one month by default";
  private static final String WHERE = "Code of a department, as 14 or 2A; the country by default";

  @Inject NetworkFigures figures;
  @Inject Access access;
  @Inject FigurePlaces places;
  @Inject Clock clock;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Transactional
  @Operation(
      operationId = "getNetworkFigures",
      summary = "Visits, waits, appointments and sessions of many houses in whole months",
      description =
          "Numbers of people below five are absent, and so is what would tell one of them by"
              + " subtraction. Only months that are over, and whole.")
  public NetworkFiguresView get(
      @QueryParam("from")
          @Parameter(
              description = FROM,
              schema = @Schema(type = SchemaType.STRING, format = "date"))
          @Nullable String fromDay,
      @QueryParam("to")
          @Parameter(description = TO, schema = @Schema(type = SchemaType.STRING, format = "date"))
          @Nullable String toDay,
      @QueryParam("department") @Size(max = 3) @Parameter(description = WHERE)
          @Nullable String department) {
    Period period = period(fromDay, toDay);
    requireSeen(period, department);
    return figures.of(period, department);
  }

  @GET
  @Path("/{figure}/file")
  @Produces("text/csv")
  @Transactional
  @Operation(
      operationId = "exportNetworkFigure",
      summary = "One table of the network's figures as CSV",
      description = "As its houses' tables; numbers that are not said are written in words.")
  public String file(
      @PathParam("figure") String name,
      @QueryParam("from")
          @Parameter(
              description = FROM,
              schema = @Schema(type = SchemaType.STRING, format = "date"))
          @Nullable String fromDay,
      @QueryParam("to")
          @Parameter(description = TO, schema = @Schema(type = SchemaType.STRING, format = "date"))
          @Nullable String toDay,
      @QueryParam("department") @Size(max = 3) @Parameter(description = WHERE)
          @Nullable String department,
      @Context HttpHeaders asked) {
    Period period = period(fromDay, toDay);
    requireSeen(period, department);
    Figure figure = Figure.named(name).filter(Secrets::shown).orElseThrow(NotFound::new);
    return figures.of(period, department).sheets().stream()
        .filter(sheet -> sheet.figure() == figure)
        .map(sheet -> SheetFile.of(sheet, Languages.of(asked)))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /**
   * An observer, and another system, sees the departments that are theirs, one by one and month by
   * month: from two spans that overlap, or from a whole and its parts, somebody could subtract what
   * is not said. An admin sees the houses themselves anyway.
   */
  private void requireSeen(Period period, @Nullable String department) {
    if (access.caller().is(Role.ADMIN)) {
      return;
    }
    if (department == null || !places.departments().contains(department)) {
      throw new ProblemException(
          ProblemType.FORBIDDEN,
          "Vous voyez les chiffres des départements qui vous sont confiés.",
          "You see the figures of the departments that are yours.");
    }
    if (!period.to().equals(period.from().plusMonths(1))) {
      throw InvalidRequest.of("to", "Un mois à la fois.", "One month at a time.");
    }
  }

  private Period period(@Nullable String fromDay, @Nullable String toDay) {
    FieldReader query = new FieldReader();
    LocalDate month = LocalDate.now(clock.withZone(PARIS)).withDayOfMonth(1);
    LocalDate from = query.date("from", fromDay, month.minusMonths(1));
    LocalDate to = query.date("to", toDay, from.withDayOfMonth(1).plusMonths(1));
    query.check();
    query.range(from, to, MOST_DAYS);
    wholeMonth(query, "from", from, month);
    wholeMonth(query, "to", to, month);
    query.check();
    return new Period(from, to);
  }

  private static void wholeMonth(FieldReader query, String name, LocalDate day, LocalDate month) {
    if (day.getDayOfMonth() != 1 || day.isAfter(month)) {
      query.wrong(
          name,
          "Seulement des mois entiers et terminés : le premier jour d’un mois.",
          "Whole months that are over only: the first day of one.");
    }
  }
}
