package fr.porteouverte.queue.arrival;

import fr.porteouverte.database.Idempotency;
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
 * People who come in and have a booking, or get one on the spot. For staff of the house and for its
 * kiosks ({@link EntranceAccess}); another house is not found.
 */
@Path("/sites/{id}/arrivals")
@Tag(name = "queue")
@PermitAll
public class ArrivalResource {
  @Inject ExpectedEntrance entrance;
  @Inject Idempotency idempotency;
  @Inject KeyScope scope;

  @POST
  @APIResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(oneOf = {ArrivalAnswer.class, Receipt.class})))
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(oneOf = {ArrivalAnswer.class, Receipt.class})))
  @Operation(
      operationId = "createArrival",
      summary = "Somebody who is expected is there",
      description =
          "For staff of the house (Arrival), and with Device-Key for its kiosks (Receipt). Booking"
              + " and ticket together, or neither. Again: 200 with the same ticket; with its"
              + " Idempotency-Key also when the arrival was undone since. 409"
              + " already-cancelled, not-today; slot-taken and slot-closed with alternatives. A"
              + " kiosk hears 404 instead; it alone hears not-open and session-over.")
  public RestResponse<Object> create(
      @PathParam("id") long siteId,
      @HeaderParam(EntranceAccess.DEVICE_KEY) @Nullable String deviceKey,
      @HeaderParam(Idempotency.HEADER) @Nullable String key,
      @Valid @NotNull ArrivalRequest request) {
    request.check(deviceKey != null);
    var token = idempotency.token("arrivals:" + siteId, scope.of(deviceKey), key, request);
    if (request.slotId() == null) {
      return answer(entrance.arrive(siteId, request, deviceKey, token), deviceKey != null);
    }
    return answer(entrance.refer(siteId, request, token), false);
  }

  static RestResponse<Object> answer(ExpectedEntrance.Entered entered, boolean kiosk) {
    return RestResponse.status(
        entered.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK,
        kiosk ? Receipt.of(entered.ticket()) : new ArrivalAnswer(entered.ticket()));
  }
}
