package fr.porteouverte.cancellation;

import fr.porteouverte.access.Role;
import fr.porteouverte.booking.CancellationImpact;
import fr.porteouverte.text.TypedText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Calls a session off. For its partner and staff of its house; others hear 404. */
@Path("/sessions/{id}")
@Tag(name = "sessions")
@RolesAllowed({Role.PARTNER, Role.CLERK, Role.MANAGER, Role.ADMIN})
public class SessionCancellationResource {
  @Inject SessionCancellations cancellations;

  /**
   * Why.
   *
   * @param reason everybody reads it: residents, on the house's page and in their message
   */
  @Schema(name = "SessionCancellation")
  public record Reason(
      @NotBlank
          @Size(max = TypedText.LONGEST_REASON)
          @Schema(
              required = true,
              examples = "L’agent est empêché.",
              description =
                  "Everybody reads it: residents, on the house's page and in their message")
          String reason) {}

  @GET
  @Path("/cancellation-preview")
  @Operation(
      operationId = "previewSessionCancellation",
      summary = "Whom a cancellation would concern",
      description = "Nothing is changed.")
  public CancellationImpact preview(@PathParam("id") long id) {
    return cancellations.preview(id);
  }

  @POST
  @Path("/cancellation")
  @Operation(
      operationId = "cancelSession",
      summary = "The session will not take place",
      description =
          "From then on nobody can book in it. Everybody who is booked and not there yet loses the"
              + " appointment, gets exactly one message with the nearest other slots, or stands on"
              + " the house's call sheet. Again: the same answer. 409 session-action-not-allowed when it is over.")
  public CancellationImpact cancel(@PathParam("id") long id, @Valid @NotNull Reason why) {
    return cancellations.cancel(id, why.reason().strip());
  }

  @POST
  @Path("/reinstatement")
  @APIResponse(responseCode = "204", description = "It takes place")
  @Operation(
      operationId = "reinstateSession",
      summary = "The session takes place, or goes on, after all",
      description =
          "Of one that is cancelled, or was stopped. Its slots can be booked again. Who was told"
              + " otherwise is not booked again.")
  public void reinstate(@PathParam("id") long id) {
    cancellations.reinstate(id);
  }
}
