package fr.porteouverte.queue.ticket;

import fr.porteouverte.access.Role;
import fr.porteouverte.http.Ids;
import fr.porteouverte.text.TypedText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Commands on one ticket, for staff of its house. 409 action-not-allowed changes nothing and lists
 * in {@code allowed} what may be done now.
 */
@Path("/tickets")
@Tag(name = "tickets")
@RolesAllowed({Role.CLERK, Role.MANAGER, Role.ADMIN})
public class TicketResource {
  @Inject TicketCommands commands;

  /** Where to call a person, and why out of turn. */
  @Schema(name = "CallRequest")
  public record CallRequest(
      @NotBlank @Size(max = Ids.LONGEST) String counterId,
      @Size(max = TypedText.LONGEST_REASON)
          @Pattern(regexp = TypedText.PATTERN, message = TypedText.ODD)
          @Schema(description = "3 characters or more, when it is not the person's turn there")
          @Nullable String reason) {}

  /** What a person comes for instead. */
  @Schema(name = "TransferRequest")
  public record TransferRequest(
      @NotBlank @Size(max = Ids.LONGEST) String procedureId,
      @Schema(description = "Absent: the house's own clerks") @Nullable String permanenceId,
      @Size(max = TypedText.LONGEST_REASON)
          @Pattern(regexp = TypedText.PATTERN, message = TypedText.ODD)
          @Schema(
              description =
                  "3 characters or more: for a permanence that is over or called off, or has no numbers"
                      + " left")
          @Nullable String reason) {}

  @POST
  @Path("/{id}/call")
  @Operation(
      operationId = "callTicket",
      summary = "Calls this person to a counter, or calls again",
      description = "409 counter-busy, counter-closed. Out of turn it needs a reason.")
  public TicketView call(@PathParam("id") long id, @Valid @NotNull CallRequest request) {
    return commands.call(id, request.counterId(), request.reason());
  }

  @POST
  @Path("/{id}/start")
  @Operation(operationId = "startTicket", summary = "The person called is there")
  public TicketView start(@PathParam("id") long id) {
    return commands.start(id);
  }

  @POST
  @Path("/{id}/park")
  @Operation(operationId = "parkTicket", summary = "Puts aside: the person fetches a paper")
  public TicketView park(@PathParam("id") long id) {
    return commands.park(id);
  }

  @POST
  @Path("/{id}/resume")
  @Operation(
      operationId = "resumeTicket",
      summary = "Back to waiting",
      description = "After a pause at the old place; after an absence at the arrival's place.")
  public TicketView resume(@PathParam("id") long id) {
    return commands.resume(id);
  }

  @POST
  @Path("/{id}/finish")
  @Operation(operationId = "finishTicket", summary = "The visit is done")
  public TicketView finish(@PathParam("id") long id) {
    return commands.finish(id);
  }

  @POST
  @Path("/{id}/miss")
  @Operation(operationId = "missTicket", summary = "The person called does not come")
  public TicketView miss(@PathParam("id") long id) {
    return commands.miss(id);
  }

  @POST
  @Path("/{id}/leave")
  @Operation(operationId = "leaveTicket", summary = "The person left")
  public TicketView leave(@PathParam("id") long id) {
    return commands.leave(id);
  }

  @POST
  @Path("/{id}/transfer")
  @Operation(
      operationId = "transferTicket",
      summary = "Passes on to another procedure or permanence",
      description =
          "Keeps the number and the first arrival. 409 session-over, no-more-numbers: with a reason"
              + " all the same.")
  public TicketView transfer(@PathParam("id") long id, @Valid @NotNull TransferRequest request) {
    return commands.transfer(id, request.procedureId(), request.permanenceId(), request.reason());
  }

  @POST
  @Path("/{id}/undo")
  @Operation(
      operationId = "undoTicket",
      summary = "Takes the last change of this ticket back",
      description =
          "Again: the one before it. Of its first one, the ticket is gone and its booking may"
              + " arrive anew. 409 counter-busy or counter-closed when the person would be at that counter.")
  public TicketView undo(@PathParam("id") long id) {
    return commands.undo(id);
  }
}
