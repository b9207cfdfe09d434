package fr.porteouverte.queue.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.access.Role;
import fr.porteouverte.http.Ids;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The end of a queue whose people have gone, for staff of its house; another is not found. */
@Path("/sites/{id}/queue/departures")
@Tag(name = "queue")
@RolesAllowed({Role.CLERK, Role.MANAGER, Role.ADMIN})
public class DepartureResource {
  @Inject Departures departures;

  /** Who left. */
  @Schema(name = "Departure")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record DepartureView(
      @Schema(description = "To take it back; absent: nobody waited") @Nullable String id,
      @Schema(required = true, description = "How many left") int left) {}

  /** Who is there again. */
  @Schema(name = "DepartureUndone")
  public record Undone(@Schema(required = true, description = "How many") int back) {}

  @POST
  @Operation(
      operationId = "departAll",
      summary = "Everybody who waits or was put aside has left",
      description = "One act: each number has its line of history, and one undo takes all back.")
  public DepartureView departAll(@PathParam("id") long siteId) {
    Departures.Departed all = departures.all(siteId);
    return new DepartureView(all.act() == null ? null : Ids.of(all.act()), all.left());
  }

  @POST
  @Path("/{departure}/undo")
  @Operation(
      operationId = "undoDeparture",
      summary = "They are there all the same, at their places",
      description = "The same day. 409 conflict when nothing of it is left to take back.")
  public Undone undo(@PathParam("id") long siteId, @PathParam("departure") long act) {
    return new Undone(departures.undo(siteId, act));
  }
}
