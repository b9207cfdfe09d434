package fr.porteouverte.queue.board;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One's own number, for whoever has its unguessable public id (128 bits). */
@Path("/tickets/{publicId}")
@Tag(name = "tickets")
public class OwnTicketResource {
  @Inject BoardReader boards;

  @GET
  @PermitAll
  @Operation(
      operationId = "getOwnTicket",
      summary = "One's own number: place, wait, counter",
      description = "By the public id on the ticket. 404 from the next local day on.")
  public OwnTicketView get(@PathParam("publicId") String publicId) {
    return boards.own(publicId);
  }
}
