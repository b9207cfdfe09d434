package fr.porteouverte.change;

import fr.porteouverte.access.Role;
import fr.porteouverte.http.Search;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** All visits of a place, for other systems. */
@Path("/visits")
@Tag(name = "changes")
@RolesAllowed({Role.ADMIN, Role.INTEGRATOR})
@Produces(MediaType.APPLICATION_JSON)
public class ListedVisitsResource {
  @Inject Listings listings;

  /** Some visits. */
  @Schema(name = "ListedVisits")
  public record ListedVisits(
      @Schema(required = true) List<ListedVisit> items,
      @Schema(required = true, description = Listings.GO_ON) String next,
      @Schema(required = true, description = Listings.MORE) boolean more) {}

  @GET
  @Search
  @Operation(
      operationId = "listVisits",
      summary = "What became of visits, in the order of their last change",
      description =
          "Of the houses or the partner that the system is bound to; nothing of a person. As"
              + " `listBookings`.")
  public ListedVisits list(
      @Parameter(description = Listings.SINCE, schema = @Schema(format = "date-time"))
          @QueryParam("updatedSince")
          @Nullable String since,
      @Parameter(description = Listings.NEXT) @QueryParam("after") @Nullable String after,
      @Parameter(description = AskedPlaces.SITES) @QueryParam("site") List<String> sites,
      @QueryParam("limit") @Nullable String limit) {
    Listings.Found<ListedVisit> found =
        listings.find(new Listings.Request(since, after, sites, limit), ListedVisit.KIND);
    return new ListedVisits(found.items(), found.next(), found.more());
  }
}
