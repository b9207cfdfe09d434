package fr.porteouverte.keeping;

import fr.porteouverte.access.Role;
import fr.porteouverte.http.Page;
import fr.porteouverte.http.Search;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** All houses of the network, in a table. */
@Path("/sites")
@Tag(name = "sites")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN)
public class SiteTableResource {
  @Inject SiteTable table;
  @Inject SiteFactsReader facts;

  /** How many houses a check finds. */
  @Schema(name = "SiteCheckCount")
  public record CheckCount(
      @Schema(required = true) SiteCheck check, @Schema(required = true) int houses) {}

  @GET
  @Path("/register")
  @Search
  @Transactional
  @Operation(
      operationId = "listSiteEntries",
      summary = "The network's table of houses",
      description =
          "q: words that begin words of the name, the commune, the code or the postcode. sort:"
              + " name, commune, department, hours or agents, a hyphen before it turns it round."
              + " live: only those that the public sees, or does not. check: only what it finds."
              + " archived=true: those that are archived.")
  public Page<SiteRowView> list(
      @QueryParam("q") @Size(max = 100) @Nullable String q,
      @QueryParam("department") @Size(max = 3) @Nullable String department,
      @QueryParam("live") @Nullable Boolean live,
      @QueryParam("check") @Nullable SiteCheck check,
      @QueryParam("archived") @DefaultValue("false") boolean archived,
      @QueryParam("sort") @DefaultValue("name") @Size(max = 20) String sort,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MOST) int limit,
      @QueryParam("cursor") @Size(max = 100) @Nullable String cursor) {
    Page<SiteFacts> page =
        table.page(new SiteTable.Asked(q, department, live, check, archived, sort), limit, cursor);
    return new Page<>(page.items().stream().map(SiteRowView::of).toList(), page.nextCursor());
  }

  @GET
  @Path("/checks")
  @Transactional
  @Operation(
      operationId = "countSiteChecks",
      summary = "What there is to work off in the network, each with how many houses")
  public Page<CheckCount> checks() {
    List<SiteFacts> all = facts.all();
    return Page.whole(
        Arrays.stream(SiteCheck.values())
            .map(check -> new CheckCount(check, (int) all.stream().filter(check::finds).count()))
            .toList());
  }
}
