package fr.porteouverte.slot;

import fr.porteouverte.database.Edition;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.http.KeptPages;
import fr.porteouverte.http.Page;
import fr.porteouverte.http.Search;
import fr.porteouverte.permanence.Terms;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.procedure.Procedures;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import fr.porteouverte.slot.FreeSlots.Listed;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The free slots of a house. Anybody may ask. */
@Path("/slots")
@Tag(name = "slots")
public class SlotResource {
  private static final int DAYS = Terms.WINDOW_DAYS + 1;

  @Inject FreeSlots free;
  @Inject Sites sites;
  @Inject Procedures procedures;
  @Inject Clock clock;
  @Inject Edition edition;
  @Inject SlotNews news;
  @Inject KeptPages pages;

  @GET
  @Search
  @PermitAll
  @Operation(
      operationId = "listSlots",
      summary = "What can be booked now at a house for a procedure, by start",
      description =
          "Open slots within notice and horizon that have a place. Public; for staff of the house,"
              + " and for the partner in its own permanences, there is no notice.")
  public Page<SlotView> list(
      @QueryParam("site") @Parameter(required = true) @Nullable String siteId,
      @QueryParam("procedure") @Parameter(required = true) @Nullable String procedureId,
      @QueryParam("from")
          @Parameter(
              description = "First local day of the house; today by default",
              schema = @Schema(type = SchemaType.STRING, format = "date"))
          @Nullable String fromDay,
      @QueryParam("to")
          @Parameter(
              description = "The day after the last one; at most 92 days after from",
              schema = @Schema(type = SchemaType.STRING, format = "date"))
          @Nullable String toDay,
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
    query.required("site", siteId);
    query.required("procedure", procedureId);
    Long siteNumber = query.id("site", siteId);
    Long procedureNumber = query.id("procedure", procedureId);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    query.date("from", fromDay, today);
    query.date("to", toDay, today);
    int limit = query.limit(pageLimit, 50);
    query.check();

    Long round = news.round();
    Listed listed =
        edition.reading(
            () ->
                page(
                    query,
                    query.checked(siteNumber),
                    query.checked(procedureNumber),
                    fromDay,
                    toDay,
                    cursor,
                    limit));
    pages.keepWhile(news.since(round, listed.permanences(), listed.until()));
    return listed.page();
  }

  private Listed page(
      FieldReader query,
      long siteId,
      long procedureId,
      @Nullable String fromDay,
      @Nullable String toDay,
      @Nullable String cursor,
      int limit) {
    Site site = sites.visible(siteId).orElseThrow(NotFound::new);
    Procedure procedure = procedures.known(procedureId).orElseThrow(NotFound::new);
    LocalDate from = query.date("from", fromDay, LocalDate.now(clock.withZone(site.zone())));
    LocalDate to = query.date("to", toDay, from.plusDays(DAYS));
    query.range(from, to, DAYS);
    query.check();
    return free.list(site, procedure, from, to, cursor, limit);
  }
}
