package fr.porteouverte.queue.arrival;

import fr.porteouverte.database.Idempotency;
import fr.porteouverte.queue.ticket.TicketView;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * People who come in without a booking. For staff of the house and for its kiosks ({@link
 * EntranceAccess}); another house is not found.
 */
@Path("/sites/{id}/tickets")
@Tag(name = "queue")
@PermitAll
public class WalkInResource {
  @Inject Entrance entrance;
  @Inject Idempotency idempotency;
  @Inject KeyScope scope;

  @POST
  @APIResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(oneOf = {TicketView.class, Receipt.class})))
  @Operation(
      operationId = "createTicket",
      summary = "A number for a walk-in",
      description =
          "For staff of the house (Ticket), and with Device-Key for its kiosks (Receipt). 409"
              + " not-open, by-appointment, session-over, no-more-numbers: staff may with a reason.")
  public RestResponse<Object> walkIn(
      @PathParam("id") long siteId,
      @HeaderParam(EntranceAccess.DEVICE_KEY) @Nullable String deviceKey,
      @HeaderParam(Idempotency.HEADER) @Nullable String key,
      @Valid @NotNull TicketRequest request) {
    request.check(deviceKey != null);
    var token = idempotency.token("tickets:" + siteId, scope.of(deviceKey), key, request);
    TicketView ticket = entrance.walkIn(siteId, request, deviceKey, token);
    return RestResponse.status(
        RestResponse.Status.CREATED, deviceKey == null ? ticket : Receipt.of(ticket));
  }
}
