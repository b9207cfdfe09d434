package fr.porteouverte.queue.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.access.Role;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.http.Client;
import fr.porteouverte.http.Ids;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
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
  @Inject Idempotency idempotency;
  @Inject Client caller;

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
  public DepartureView departAll(
      @PathParam("id") long siteId, @HeaderParam(Idempotency.HEADER) @Nullable String key) {
    Departures.Departed all =
        departures.all(
            siteId,
            idempotency.token("departures:" + siteId, caller.scope(null), key, "departAll"));
    return new DepartureView(all.act() == null ? null : Ids.of(all.act()), all.left());
  }

  @POST
  @Path("/{departure}/undo")
  @Operation(
      operationId = "undoDeparture",
      summary = "They are there all the same, at their places",
      description = "The same day. 409 conflict when nothing of it is left to take back.")
  public Undone undo(
      @PathParam("id") long siteId,
      @PathParam("departure") long act,
      @HeaderParam(Idempotency.HEADER) @Nullable String key) {
    return new Undone(
        departures.undo(
            siteId,
            act,
            idempotency.token("departures:" + siteId + ":undo", caller.scope(null), key, act)));
  }
}
