package fr.porteouverte.queue;

import fr.porteouverte.access.Role;
import fr.porteouverte.http.Caller;
import fr.porteouverte.http.Idempotency;
import fr.porteouverte.http.Ids;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** People who come in without a booking. For staff of the house; another house is not found. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/sites/{id}/tickets")
@RolesAllowed({Role.CLERK, Role.MANAGER, Role.ADMIN})
@Tag(name = "queue")
public class WalkInResource {
  private final Entrance entrance;
  private final Idempotency idempotency;
  private final Caller caller;

  WalkInResource(Entrance entrance, Idempotency idempotency, Caller caller) {
    this.entrance = entrance;
    this.idempotency = idempotency;
    this.caller = caller;
  }

  @POST
  @APIResponseSchema(value = TicketView.class, responseCode = "201")
  @Operation(operationId = "createTicket", summary = "A number for a walk-in")
  public RestResponse<TicketView> walkIn(
      @PathParam("id") String id,
      @HeaderParam(Idempotency.HEADER) String key,
      @Valid @NotNull TicketRequest request) {
    long siteId = Ids.parse(id);
    var token = idempotency.token("tickets:" + siteId, caller.scope(null), key, request);
    return RestResponse.status(
        RestResponse.Status.CREATED, entrance.walkIn(siteId, request, token));
  }
}
