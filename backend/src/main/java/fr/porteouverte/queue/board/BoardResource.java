package fr.porteouverte.queue.board;

import fr.porteouverte.queue.BoardView;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What anybody may know of a house's queue. */
@Path("/sites/{id}")
@Tag(name = "queue")
@PermitAll
public class BoardResource {
  @Inject BoardReader boards;

  @GET
  @Path("/board")
  @Operation(
      operationId = "getBoard",
      summary = "What the waiting room sees: numbers and counters. Public.")
  public BoardView board(@PathParam("id") long id) {
    return boards.board(id);
  }

  @GET
  @Path("/status")
  @Operation(
      operationId = "getSiteStatus",
      summary = "Whether it is worth coming now: open, people waiting, estimated wait. Public.")
  public StatusView status(@PathParam("id") long id) {
    return boards.status(id);
  }
}
