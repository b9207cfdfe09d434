package fr.porteouverte.queue.ticket;

import fr.porteouverte.access.Role;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.http.Client;
import fr.porteouverte.http.Ids;
import fr.porteouverte.text.TypedText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Commands on one ticket, for staff of its house, on the ticket as they saw it. 409
 * action-not-allowed changes nothing and lists in {@code allowed} what may be done now; 412 says
 * who did what meanwhile.
 */
@Path("/tickets")
@Tag(name = "tickets")
@RolesAllowed({Role.CLERK, Role.MANAGER, Role.ADMIN})
public class TicketResource {
  private static final String SEEN =
      "Needs If-Match with the ticket's version in quotes; 412 stale says who did what meanwhile."
          + " With Idempotency-Key it is done once: again, the ticket as it is now.";

  @Inject TicketCommands commands;
  @Inject Undo undo;
  @Inject Idempotency idempotency;
  @Inject Client caller;

  /** Where to call a person, and why out of turn. */
  @Schema(name = "CallRequest")
  public record CallRequest(
      @NotBlank @Size(max = Ids.LONGEST) String counterId,
      @Size(max = TypedText.LONGEST_REASON)
          @Schema(description = "3 characters or more, when it is not the person's turn there")
          @Nullable String reason) {}

  /** What a person comes for instead. */
  @Schema(name = "TransferRequest")
  public record TransferRequest(
      @NotBlank @Size(max = Ids.LONGEST) String procedureId,
      @Schema(description = "Absent: the house's own clerks") @Nullable String permanenceId,
      @Size(max = TypedText.LONGEST_REASON)
          @Schema(
              description =
                  "3 characters or more: for a permanence that is over or called off, or has no numbers"
                      + " left")
          @Nullable String reason) {}

  /** Which change is taken back. */
  @Schema(name = "UndoRequest")
  public record UndoRequest(
      @NotNull
          @Schema(
              required = true,
              description = "Of the change to take back: the ticket's seq as you see it")
          Long seq) {}

  @POST
  @Path("/{id}/call")
  @Operation(
      operationId = "callTicket",
      summary = "Calls this person to a counter, or calls again",
      description =
          "409 counter-busy, counter-closed, and counter-taken when another agent has it. Out of"
              + " turn it needs a reason. "
              + SEEN)
  public TicketView call(
      @PathParam("id") long id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam(Idempotency.HEADER) @Nullable String key,
      @Valid @NotNull CallRequest request) {
    return commands.call(id, request, ifMatch, token(id, TicketAction.call, key, request));
  }

  @POST
  @Path("/{id}/start")
  @Operation(
      operationId = "startTicket",
      summary = "The person called is there",
      description = SEEN)
  public TicketView start(
      @PathParam("id") long id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam(Idempotency.HEADER) @Nullable String key) {
    return plain(id, TicketAction.start, ifMatch, key);
  }

  @POST
  @Path("/{id}/park")
  @Operation(
      operationId = "parkTicket",
      summary = "Puts aside: the person fetches a paper",
      description = SEEN)
  public TicketView park(
      @PathParam("id") long id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam(Idempotency.HEADER) @Nullable String key) {
    return plain(id, TicketAction.park, ifMatch, key);
  }

  @POST
  @Path("/{id}/resume")
  @Operation(
      operationId = "resumeTicket",
      summary = "Back to waiting",
      description =
          "After a pause at the old place; after an absence at the arrival's place, but not called"
              + " by \"next\" for as long as the house sets (queue-settings). "
              + SEEN)
  public TicketView resume(
      @PathParam("id") long id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam(Idempotency.HEADER) @Nullable String key) {
    return plain(id, TicketAction.resume, ifMatch, key);
  }

  @POST
  @Path("/{id}/finish")
  @Operation(operationId = "finishTicket", summary = "The visit is done", description = SEEN)
  public TicketView finish(
      @PathParam("id") long id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam(Idempotency.HEADER) @Nullable String key) {
    return plain(id, TicketAction.finish, ifMatch, key);
  }

  @POST
  @Path("/{id}/miss")
  @Operation(
      operationId = "missTicket",
      summary = "The person called does not come",
      description =
          "Absent after as many calls as the house makes (queue-settings), the ticket is noShow: out"
              + " of the line. "
              + SEEN)
  public TicketView miss(
      @PathParam("id") long id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam(Idempotency.HEADER) @Nullable String key) {
    return plain(id, TicketAction.miss, ifMatch, key);
  }

  @POST
  @Path("/{id}/leave")
  @Operation(operationId = "leaveTicket", summary = "The person left", description = SEEN)
  public TicketView leave(
      @PathParam("id") long id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam(Idempotency.HEADER) @Nullable String key) {
    return plain(id, TicketAction.leave, ifMatch, key);
  }

  @POST
  @Path("/{id}/transfer")
  @Operation(
      operationId = "transferTicket",
      summary = "Passes on to another procedure or permanence",
      description =
          "Keeps the number and the first arrival. 409 session-over, no-more-numbers: with a reason"
              + " all the same. "
              + SEEN)
  public TicketView transfer(
      @PathParam("id") long id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam(Idempotency.HEADER) @Nullable String key,
      @Valid @NotNull TransferRequest request) {
    return commands.transfer(id, request, ifMatch, token(id, TicketAction.transfer, key, request));
  }

  @POST
  @Path("/{id}/undo")
  @Operation(
      operationId = "undoTicket",
      summary = "Takes the last change of this ticket back",
      description =
          "It is named by its number (`seq` of the ticket), so a repeated request takes back"
              + " nothing else: it answers the ticket as it is now. 412 stale when something was"
              + " done after it, and says by whom. Of the first change, the ticket is gone and its"
              + " booking may arrive anew. 409 counter-busy or counter-closed when the person would"
              + " be at that counter.")
  public TicketView undo(
      @PathParam("id") long id,
      @HeaderParam(Idempotency.HEADER) @Nullable String key,
      @Valid @NotNull UndoRequest request) {
    return undo.undo(id, request.seq(), token(id, TicketAction.undo, key, request));
  }

  private TicketView plain(
      long id, TicketAction action, @Nullable String ifMatch, @Nullable String key) {
    return commands.plain(id, action, ifMatch, token(id, action, key, action));
  }

  /** A command without a body has nothing that could differ. */
  private Idempotency.Token token(
      long id, TicketAction action, @Nullable String key, Object request) {
    return idempotency.token("tickets:" + id + ":" + action, caller.scope(null), key, request);
  }
}
