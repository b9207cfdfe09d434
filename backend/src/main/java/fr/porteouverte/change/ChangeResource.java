package fr.porteouverte.change;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.CurrentIntegrator;
import fr.porteouverte.access.IntegratorScopes;
import fr.porteouverte.access.Role;
import fr.porteouverte.access.Scope;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.http.Ids;
import fr.porteouverte.http.Search;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** All that changed, for other systems that keep up with it. */
@Path("/changes")
@Tag(name = "changes")
@RolesAllowed({Role.ADMIN, Role.INTEGRATOR})
@Produces(MediaType.APPLICATION_JSON)
public class ChangeResource {
  private static final int USUAL = 100;

  @Inject ChangeFeed feed;
  @Inject Access access;
  @Inject AskedPlaces places;
  @Inject CurrentIntegrator integrator;
  @Inject Transactions transactions;

  /**
   * Some changes, and how far they go.
   *
   * @param next to be given back as {@code after}, also when there is nothing new
   */
  @Schema(name = "Changes")
  public record Changes(
      @Schema(required = true) List<ChangeView> items,
      @Schema(
              required = true,
              description =
                  "Give it back as `after`. Whoever asks without `after` hears only this: from when"
                      + " to follow")
          String next,
      @Schema(required = true, description = "There are more already: ask again at once")
          boolean more) {}

  @GET
  @Search
  @Operation(
      operationId = "listChanges",
      summary = "Every change that matters, once, in one order",
      description =
          "Of the houses or the partners that the system is bound to, of the types that its scopes"
              + " open. Ask without `after` once, read what you need, then follow with the `next`"
              + " of each answer: nothing is left out, nothing comes twice, whatever is written"
              + " meanwhile. Changes are kept for 30 days; 410 changes-gone to whoever stayed away"
              + " for longer and has to read everything again.")
  public Changes list(
      @Parameter(description = "The `next` of the answer before") @QueryParam("after")
          @Nullable String after,
      @Parameter(description = "Only these types, as `booking.moved`; none: all")
          @QueryParam("type")
          List<String> types,
      @Parameter(description = AskedPlaces.SITES) @QueryParam("site") List<String> sites,
      @QueryParam("limit") @Nullable String limit) {
    FieldReader fields = new FieldReader();
    int most = fields.limit(limit, USUAL);
    Long from = fields.id("after", "0".equals(after) ? null : after);
    ChangeFeed.Filter wanted = filter(fields, types, sites);
    fields.check();
    if (after == null) {
      return new Changes(List.of(), Long.toString(feed.numberAll()), false);
    }
    // By itself: all who number wait for it, and reading a page may take long.
    ChangeFeed.Numbered numbered = transactions.call(feed::number);
    return transactions.call(() -> since(from == null ? 0 : from, numbered, wanted, most));
  }

  private Changes since(
      long from, ChangeFeed.Numbered numbered, ChangeFeed.Filter wanted, int most) {
    long last = numbered.last();
    // One that was never given: it is of before a backup was played back.
    if (from < feed.before() || from > last) {
      throw new ProblemException(
          ProblemType.CHANGES_GONE,
          "Relisez tout, puis suivez à partir du « next » d’une demande sans « after ».",
          "Read everything again, then follow from the \"next\" of a request without \"after\".");
    }
    List<ChangeView> found = feed.between(from, last, wanted, most + 1);
    if (found.size() <= most) {
      return new Changes(found, Ids.of(last), numbered.more());
    }
    List<ChangeView> page = List.copyOf(found.subList(0, most));
    return new Changes(page, page.get(most - 1).id(), true);
  }

  private ChangeFeed.Filter filter(FieldReader fields, List<String> types, List<String> sites) {
    Set<ChangeType> wanted = EnumSet.noneOf(ChangeType.class);
    for (String type : types) {
      ChangeType.of(type)
          .ifPresentOrElse(
              wanted::add,
              () ->
                  fields.wrong(
                      "type", "Ce genre de changement n’existe pas.", "There is no such type."));
    }
    Set<Scope> scopes =
        integrator
            .get()
            .map(IntegratorScopes.Of::scopes)
            .orElseGet(
                () -> access.caller().is(Role.ADMIN) ? EnumSet.allOf(Scope.class) : Set.of());
    List<ChangeType> open = new ArrayList<>(ChangeType.openTo(scopes));
    if (!types.isEmpty()) {
      open.retainAll(wanted);
    }
    return places.filter(open, AskedPlaces.ids(fields, sites));
  }
}
