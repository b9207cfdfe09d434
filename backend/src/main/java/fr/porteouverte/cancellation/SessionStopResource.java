package fr.porteouverte.cancellation;

import fr.porteouverte.access.Role;
import fr.porteouverte.booking.CancellationImpact;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.text.TypedText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A partner who is there has to leave. For its agents and staff of its house; others hear 404. */
@Path("/sessions/{id}")
@Tag(name = "sessions")
@RolesAllowed({Role.PARTNER, Role.CLERK, Role.MANAGER, Role.ADMIN})
public class SessionStopResource {
  @Inject SessionStops stops;

  /**
   * When the partner leaves.
   *
   * @param reason everybody reads it: residents, on the house's page and in their message
   */
  @Schema(name = "SessionStop")
  public record Stop(
      @Schema(
              description =
                  "After the session's start and before its end; now by default. It may be later"
                      + " than now: the partner will have to leave")
          @Nullable OffsetDateTime at,
      @Size(max = TypedText.LONGEST_REASON)
          @Schema(
              examples = "L’agent a dû partir.",
              description =
                  "Everybody reads it: residents, on the house's page and in their message")
          @Nullable String reason) {}

  @GET
  @Path("/stop-preview")
  @Operation(
      operationId = "previewSessionStop",
      summary = "Whom it would concern that the partner leaves then",
      description = "Nothing is changed.")
  public CancellationImpact preview(
      @PathParam("id") long id,
      @QueryParam("at")
          @Parameter(
              description = "Now by default",
              schema = @Schema(type = SchemaType.STRING, format = "date-time"))
          @Nullable String at) {
    FieldReader query = new FieldReader();
    OffsetDateTime when = query.moment("at", at);
    query.check();
    return stops.preview(id, when);
  }

  @POST
  @Path("/stop")
  @Operation(
      operationId = "stopSession",
      summary = "The partner had to leave",
      description =
          "On the day itself, from the session's start on. The session was held, until then. Nobody"
              + " can book in what would have followed; everybody whose appointment would begin by"
              + " then or later, and who is not there yet, loses it, gets exactly one message with"
              + " the nearest other slots, or stands on the house's call sheet. `reinstatement`"
              + " takes it back. 409 session-action-not-allowed when it is cancelled, not begun, or"
              + " was stopped before.")
  public CancellationImpact stop(@PathParam("id") long id, @Valid @NotNull Stop stop) {
    String reason = stop.reason() == null || stop.reason().isBlank() ? null : stop.reason().strip();
    return stops.stop(id, stop.at(), reason);
  }
}
