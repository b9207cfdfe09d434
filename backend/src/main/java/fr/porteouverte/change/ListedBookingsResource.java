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

/** All bookings of a place, for other systems. */
@Path("/bookings")
@Tag(name = "bookings")
@RolesAllowed({Role.ADMIN, Role.INTEGRATOR})
@Produces(MediaType.APPLICATION_JSON)
public class ListedBookingsResource {
  @Inject Listings listings;

  /** Some bookings. */
  @Schema(name = "ListedBookings")
  public record ListedBookings(
      @Schema(required = true) List<ListedBooking> items,
      @Schema(required = true, description = Listings.GO_ON) String next,
      @Schema(required = true, description = Listings.MORE) boolean more) {}

  @GET
  @Search
  @Operation(
      operationId = "listBookings",
      summary = "All appointments of the system's places, in the order of their last change",
      description =
          "Nothing of a person. Read until `more` is false, keep `next`, come back with it: one that"
              + " changed meanwhile comes again, with its new `updatedAt`; nothing is skipped. One"
              + " that moved to a house of others is not listed any more: `GET /changes` tells it.")
  public ListedBookings list(
      @Parameter(description = Listings.SINCE, schema = @Schema(format = "date-time"))
          @QueryParam("updatedSince")
          @Nullable String since,
      @Parameter(description = Listings.NEXT) @QueryParam("after") @Nullable String after,
      @Parameter(description = AskedPlaces.SITES) @QueryParam("site") List<String> sites,
      @QueryParam("limit") @Nullable String limit) {
    Listings.Found<ListedBooking> found =
        listings.find(new Listings.Request(since, after, sites, limit), ListedBooking.KIND);
    return new ListedBookings(found.items(), found.next(), found.more());
  }
}
