package fr.porteouverte.slot;

import fr.porteouverte.database.Edition;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.http.Ids;
import fr.porteouverte.http.Page;
import fr.porteouverte.http.Search;
import fr.porteouverte.permanence.Terms;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.procedure.Procedures;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The free slots of many houses at once, for who compares them. Anybody may ask. */
@Path("/slots/by-site")
@Tag(name = "slots")
public class SiteSlotsResource {
  private static final int DAYS = Terms.WINDOW_DAYS + 1;
  private static final int MOST_SITES = 20;
  private static final int USUAL = 10;

  @Inject FreeSlots free;
  @Inject Sites sites;
  @Inject Procedures procedures;
  @Inject Edition edition;
  @Inject Clock clock;

  /**
   * The first ones of a house.
   *
   * @param nextCursor for {@code GET /slots} of this house; null: these are all
   */
  @Schema(name = "SiteSlots")
  public record SiteSlots(
      @Schema(required = true) String siteId,
      @Schema(required = true, description = "By start; none: nothing is free")
          List<SlotView> slots,
      @Schema(description = "Give it to `listSlots` of this house; absent: these are all")
          @Nullable String nextCursor) {}

  @GET
  @Search
  @PermitAll
  @Operation(
      operationId = "listSlotsBySite",
      summary = "What can be booked now at many houses for a procedure, house by house",
      description =
          "As `listSlots`, in the order of the houses asked for; one that the public does not see is"
              + " left out.")
  public Page<SiteSlots> list(
      @QueryParam("site") @Parameter(required = true, description = "Ids of houses, 20 at most")
          List<String> siteIds,
      @QueryParam("procedure") @Parameter(required = true) @Nullable String procedureId,
      @QueryParam("from")
          @Parameter(
              description = "First local day of each house; today by default",
              schema = @Schema(type = SchemaType.STRING, format = "date"))
          @Nullable String fromDay,
      @QueryParam("to")
          @Parameter(
              description = "The day after the last one; at most 92 days after from",
              schema = @Schema(type = SchemaType.STRING, format = "date"))
          @Nullable String toDay,
      @QueryParam("limit")
          @Parameter(
              description = "Slots of each house",
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "" + Page.MOST,
                      defaultValue = "10"))
          @Nullable String pageLimit) {
    FieldReader query = new FieldReader();
    Set<Long> asked = ids(query, siteIds);
    query.required("procedure", procedureId);
    Long procedureNumber = query.id("procedure", procedureId);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    LocalDate first = query.date("from", fromDay, today);
    query.range(first, query.date("to", toDay, first.plusDays(DAYS)), DAYS);
    int limit = query.limit(pageLimit, USUAL);
    query.check();
    return edition.reading(
        () -> list(query, asked, query.checked(procedureNumber), fromDay, toDay, limit));
  }

  private Page<SiteSlots> list(
      FieldReader query,
      Set<Long> asked,
      long procedureId,
      @Nullable String fromDay,
      @Nullable String toDay,
      int limit) {
    Procedure procedure = procedures.known(procedureId).orElseThrow(NotFound::new);
    List<SiteSlots> found = new ArrayList<>();
    for (Long id : asked) {
      sites
          .visible(id)
          .ifPresent(site -> found.add(of(site, procedure, query, fromDay, toDay, limit)));
    }
    return Page.whole(found);
  }

  private SiteSlots of(
      Site site,
      Procedure procedure,
      FieldReader query,
      @Nullable String fromDay,
      @Nullable String toDay,
      int limit) {
    LocalDate from = query.date("from", fromDay, LocalDate.now(clock.withZone(site.zone())));
    LocalDate to = query.date("to", toDay, from.plusDays(DAYS));
    Page<SlotView> page = free.list(site, procedure, from, to, null, limit).page();
    return new SiteSlots(Ids.of(site.id()), page.items(), page.nextCursor());
  }

  private static Set<Long> ids(FieldReader query, List<String> siteIds) {
    Set<Long> ids = new LinkedHashSet<>();
    if (siteIds.isEmpty() || siteIds.size() > MOST_SITES) {
      query.wrong(
          "site",
          "De 1 à " + MOST_SITES + " maisons sont attendues.",
          "1 to " + MOST_SITES + " houses are expected.");
      return ids;
    }
    for (String one : siteIds) {
      Long id = query.id("site", one);
      if (id != null) {
        ids.add(id);
      }
    }
    return ids;
  }
}
