package fr.porteouverte.queue.board;

import fr.porteouverte.access.Role;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.http.Client;
import fr.porteouverte.http.Ids;
import fr.porteouverte.queue.ticket.TicketView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** People who wait for a permanence that will not serve them. For staff of the house. */
@Path("/sites/{id}/stranded-transfers")
@Tag(name = "queue")
@RolesAllowed({Role.CLERK, Role.MANAGER, Role.ADMIN})
public class StrandedResource {
  @Inject StrandedTransfers transfers;
  @Inject Idempotency idempotency;
  @Inject Client caller;

  /** Where everybody goes who waits in vain. */
  @Schema(name = "StrandedTransferRequest")
  public record Request(
      @Size(max = Ids.LONGEST) @Schema(description = "Absent: each keeps their own")
          @Nullable String procedureId,
      @Size(max = Ids.LONGEST) @Schema(description = "Absent: to the house's own clerks")
          @Nullable String permanenceId) {}

  /** Who was passed on. */
  @Schema(name = "StrandedTransfer")
  public record Passed(
      @Schema(required = true, description = "Empty: nobody waited in vain")
          List<TicketView> tickets) {}

  @POST
  @Operation(
      operationId = "transferStranded",
      summary = "Passes everybody on who waits in vain",
      description =
          "All whose ticket has `stranded`, in one transaction; number and arrival are kept. Each is"
              + " a transfer that `undo` takes back. For staff of the house.")
  public Passed transfer(
      @PathParam("id") long siteId,
      @HeaderParam(Idempotency.HEADER) @Nullable String key,
      @Valid @NotNull Request request) {
    var token = idempotency.token("stranded:" + siteId, caller.scope(null), key, request);
    return new Passed(transfers.pass(siteId, request.procedureId(), request.permanenceId(), token));
  }
}
