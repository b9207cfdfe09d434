package fr.porteouverte.booking.followup;

import fr.porteouverte.access.Role;
import fr.porteouverte.booking.BookingView;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.http.Client;
import fr.porteouverte.http.Ids;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The next appointment of a visitor. For its partner and staff of its house; others hear 404. */
@Path("/bookings/{reference}/follow-up")
@Tag(name = "attendance")
@RolesAllowed({Role.PARTNER, Role.CLERK, Role.MANAGER, Role.ADMIN})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class FollowUpResource {
  @Inject FollowUps followUps;
  @Inject Idempotency idempotency;
  @Inject Client caller;

  /** Where the person comes again. */
  @Schema(name = "FollowUpRequest")
  public record Wanted(
      @NotBlank @Size(max = Ids.LONGEST) String slotId,
      @Size(max = Ids.LONGEST) @Schema(description = "Absent: the same as before")
          String procedureId) {}

  @POST
  @ResponseStatus(201)
  @APIResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = BookingView.class)))
  @Operation(
      operationId = "bookFollowUp",
      summary = "Books the next appointment of the same person",
      description =
          "In any slot of one's own partner or house, without notice or quota. The person gets the"
              + " usual confirmation. It begins after the visit that it continues. A partner's agent books from the day of the visit until a"
              + " week after it (409 conflict), and is not told the person's addresses. 409"
              + " slot-taken or slot-closed come with the nearest alternatives.")
  public BookingView book(
      @PathParam("reference") String reference,
      @HeaderParam(Idempotency.HEADER) @Nullable String key,
      @Valid @NotNull Wanted wanted) {
    return followUps.book(
        reference,
        wanted.slotId(),
        wanted.procedureId(),
        idempotency.token("follow-up", caller.scope(null), key, List.of(reference, wanted)));
  }
}
