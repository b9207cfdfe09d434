package fr.porteouverte.session;

import fr.porteouverte.access.Role;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.http.Page;
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
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The sessions that one decides about: of one's partner, or in one's houses. */
@Path("/sessions")
@Tag(name = "sessions")
@RolesAllowed({Role.PARTNER, Role.CLERK, Role.MANAGER, Role.ADMIN})
@Produces(MediaType.APPLICATION_JSON)
public class AgentSessionsResource {
  /** Nowhere is it an earlier day than there. */
  private static final ZoneOffset LAST = ZoneOffset.ofHours(-12);

  private static final int FOUR_WEEKS = 28;
  private static final int MOST_DAYS = 92;

  @Inject AgentSessions sessions;
  @Inject Clock clock;

  @GET
  @Transactional
  @Operation(
      operationId = "listSessions",
      summary = "Sessions by start",
      description =
          "A partner's agent sees those of the partner in all houses, staff all those of their"
              + " houses.")
  public Page<AgentSessionView> list(
      @QueryParam("from")
          @Parameter(
              description = "First local day of the houses; by default each house's own today",
              schema = @Schema(type = SchemaType.STRING, format = "date"))
          @Nullable String fromDay,
      @QueryParam("to")
          @Parameter(
              description = "The day after the last one; four weeks by default, at most 92 days",
              schema = @Schema(type = SchemaType.STRING, format = "date"))
          @Nullable String toDay,
      @QueryParam("site") @Parameter(description = "Only in this house") @Nullable String site,
      @QueryParam("partner") @Parameter(description = "Only of this partner")
          @Nullable String partner,
      @QueryParam("unconfirmed")
          @Parameter(
              description = "true: only those that nobody confirmed in time",
              schema = @Schema(type = SchemaType.BOOLEAN))
          @Nullable String unconfirmed,
      @QueryParam("limit")
          @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "" + Page.MOST,
                      defaultValue = "50"))
          @Nullable String pageLimit,
      @QueryParam("cursor") @Nullable String cursor) {
    FieldReader query = new FieldReader();
    LocalDate from = query.date("from", fromDay);
    LocalDate first = from == null ? LocalDate.now(clock.withZone(LAST)) : from;
    // Where it is the day after that already it is four weeks, too.
    LocalDate to = query.date("to", toDay, first.plusDays(FOUR_WEEKS + (from == null ? 1 : 0)));
    int limit = query.limit(pageLimit, 50);
    Long siteId = query.id("site", site);
    Long partnerId = query.id("partner", partner);
    if (unconfirmed != null && !unconfirmed.matches("true|false")) {
      query.wrong("unconfirmed", "« true » ou « false ».", "\"true\" or \"false\".");
    }
    query.check();
    query.range(first, to, MOST_DAYS);
    query.check();
    sessions.requireSeen(siteId, partnerId);
    return sessions.list(
        new SessionQuery(
            sessions.houses(),
            sessions.reach(),
            siteId,
            partnerId,
            "true".equals(unconfirmed),
            from,
            to,
            SessionQuery.Position.read(cursor),
            limit));
  }
}
