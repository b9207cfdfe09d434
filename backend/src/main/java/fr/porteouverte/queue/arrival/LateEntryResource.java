package fr.porteouverte.queue.arrival;

import fr.porteouverte.access.Role;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.queue.ticket.TicketView;
import jakarta.annotation.security.RolesAllowed;
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
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Entry of the paper sheet after a power or network cut, for staff of the house. */
@Path("/sites/{id}/late-entries")
@Tag(name = "queue")
@RolesAllowed({Role.CLERK, Role.MANAGER, Role.ADMIN})
public class LateEntryResource {
  @Inject LateEntries entries;
  @Inject Idempotency idempotency;
  @Inject KeyScope scope;

  @POST
  @ResponseStatus(201)
  @APIResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = TicketView.class)))
  @Operation(
      operationId = "createLateEntry",
      summary = "A line of the paper sheet, with its real times",
      description =
          "Makes a number of that local day. Its events say when it happened, and apart from that"
              + " when it was entered. 409 already-cancelled, or conflict when the arrival is registered already.")
  public TicketView create(
      @PathParam("id") long siteId,
      @HeaderParam(Idempotency.HEADER) @Nullable String key,
      @Valid @NotNull LateEntryRequest request) {
    return entries.enter(
        siteId, request, idempotency.token("late-entries:" + siteId, scope.of(null), key, request));
  }
}
