package fr.porteouverte.keeping;

import fr.porteouverte.access.Role;
import fr.porteouverte.http.Page;
import fr.porteouverte.http.Search;
import fr.porteouverte.register.RegisterPage;
import fr.porteouverte.text.Text;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
  private static final Map<String, Comparator<Line>> ORDERS =
      Map.of(
          "name", Comparator.comparing(Line::name),
          "commune", Comparator.comparing(Line::commune),
          "department", Comparator.comparing(line -> line.house().department()),
          "hours", Comparator.comparingInt(line -> line.house().minutes()),
          "agents", Comparator.comparingInt(line -> line.house().agents()));

  /**
   * A house with the words by which it is sorted, without accents: made once for each, not for each
   * comparison.
   */
  private record Line(SiteFacts house, String name, String commune) {
    static Line of(SiteFacts house) {
      return new Line(house, Text.fold(house.name()), Text.fold(house.commune()));
    }
  }

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
    Page<Line> page =
        RegisterPage.of(
            facts.all().stream()
                .filter(house -> house.archived() == archived)
                .filter(house -> department == null || house.department().equals(department))
                .filter(house -> live == null || house.live() == live)
                .filter(house -> check == null || check.finds(house))
                .filter(house -> q == null || mentions(house, q))
                .map(Line::of),
            ORDERS,
            sort,
            limit,
            cursor);
    return new Page<>(
        page.items().stream().map(Line::house).map(SiteRowView::of).toList(), page.nextCursor());
  }

  private static boolean mentions(SiteFacts house, String q) {
    String words = house.name() + " " + house.commune() + " " + house.postcode();
    return RegisterPage.mentions(new Text(words, ""), house.code() == null ? "" : house.code(), q);
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
