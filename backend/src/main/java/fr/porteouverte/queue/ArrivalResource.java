package fr.porteouverte.queue;

import fr.porteouverte.access.Role;
import fr.porteouverte.http.Ids;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** People who come in and are expected. For staff of the house; another is not found. */
@Path("/sites/{id}/arrivals")
@RolesAllowed({Role.CLERK, Role.MANAGER, Role.ADMIN})
@Tag(name = "queue")
public class ArrivalResource {
  private final Entrance entrance;

  ArrivalResource(Entrance entrance) {
    this.entrance = entrance;
  }

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
      operationId = "createArrival",
      summary = "Somebody who is expected is there",
      description =
          "Booking and ticket together, or neither. Again: 200 with the same ticket. 409"
              + " already-cancelled, not-today.")
  public RestResponse<ArrivalAnswer> arrival(
      @PathParam("id") String id, @Valid @NotNull ArrivalRequest request) {
    return answer(entrance.expected(Ids.parse(id), request.reference()));
  }

  static RestResponse<ArrivalAnswer> answer(Entrance.Entered entered) {
    return RestResponse.status(
        entered.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK,
        new ArrivalAnswer(entered.ticket()));
  }
}
