package fr.porteouverte.queue.arrival;

import fr.porteouverte.access.Role;
import fr.porteouverte.database.Idempotency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
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

/** The arrival for a booking. For staff of its house; another is not found. */
@Path("/bookings/{reference}/arrival")
@RolesAllowed({Role.CLERK, Role.MANAGER, Role.ADMIN})
@Tag(name = "queue")
public class BookingArrivalResource {
  @Inject ExpectedEntrance entrance;
  @Inject Idempotency idempotency;
  @Inject KeyScope scope;

  @POST
  @APIResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ArrivalAnswer.class)))
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ArrivalAnswer.class)))
  @Operation(
      operationId = "registerArrival",
      summary = "The same, from the booking; in the booking's house")
  public RestResponse<Object> ofBooking(
      @PathParam("reference") String reference,
      @HeaderParam(Idempotency.HEADER) @Nullable String key) {
    var token = idempotency.token("arrival:" + reference, scope.of(null), key, reference);
    return ArrivalResource.answer(entrance.of(reference, token), false);
  }
}
