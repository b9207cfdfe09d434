package fr.porteouverte.queue.counter;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.access.Role;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.http.Client;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.http.Ids;
import fr.porteouverte.queue.order.NextCalls;
import fr.porteouverte.queue.ticket.TicketView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One counter: its entry in the register, and work at it. For staff of its house. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/counters/{id}")
@Tag(name = "counters")
public class CounterResource {
  private static final String SEEN =
      "With If-Match (its version in quotes) only as it was seen: 412 stale says who did what"
          + " meanwhile. With Idempotency-Key it is done once: again, the counter as it is now.";

  @Inject CounterService register;
  @Inject NextCalls calls;
  @Inject Idempotency idempotency;
  @Inject Client caller;

  /** How to call the next person. */
  @Schema(name = "NextRequest")
  public record NextRequest(
      @Schema(description = "First finish who is being served there; false by default")
          @Nullable Boolean finish,
      @Size(max = Ids.LONGEST)
          @Schema(description = "With finish: the ticket of who is being served, as you see it")
          @Nullable String ticketId) {

    /** The ticket to be finished first; null: none. */
    @Nullable String finishes() {
      if (!Boolean.TRUE.equals(finish)) {
        return null;
      }
      FieldReader fields = new FieldReader();
      fields.required("ticketId", ticketId);
      fields.check();
      return ticketId;
    }
  }

  /** A counter after "next". */
  @Schema(name = "NextAnswer")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record NextAnswer(
      @Schema(
              required = true,
              description =
                  "With the ticket that was called, as it is now; without ticket: nobody was called")
          CounterView counter,
      @Schema(description = "Whose visit was finished first; absent: nobody's")
          @Nullable TicketView finished) {

    static NextAnswer of(NextCalls.Called called) {
      return new NextAnswer(called.counter(), called.finished());
    }
  }

  @PUT
  @RolesAllowed({Role.MANAGER, Role.ADMIN})
  @Operation(
      operationId = "changeCounter",
      summary = "Changes a counter",
      description =
          "Needs If-Match with its version in quotes; opening and closing it meanwhile do no harm."
              + " For a manager of the house.")
  public CounterView change(
      @PathParam("id") long id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull CounterForm form) {
    return register.change(id, ifMatch, form);
  }

  @DELETE
  @RolesAllowed({Role.MANAGER, Role.ADMIN})
  @Operation(
      operationId = "deleteCounter",
      summary = "Removes a counter",
      description = "Needs If-Match. 409 counter-busy while somebody is there.")
  public void remove(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    register.remove(id, ifMatch);
  }

  @POST
  @Path("/open")
  @RolesAllowed({Role.CLERK, Role.MANAGER, Role.ADMIN})
  @Operation(
      operationId = "openCounter",
      summary = "Opens the counter for today, or takes it over",
      description =
          "A counter that is open stays open; the last agent to open it has it, and nobody else"
              + " calls to it. "
              + SEEN)
  public CounterView open(
      @PathParam("id") long id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam(Idempotency.HEADER) @Nullable String key) {
    return register.open(id, ifMatch, token(id, "open", key, "open"));
  }

  @POST
  @Path("/close")
  @RolesAllowed({Role.CLERK, Role.MANAGER, Role.ADMIN})
  @Operation(
      operationId = "closeCounter",
      summary = "Closes the counter",
      description = "409 counter-busy while somebody is there. " + SEEN)
  public CounterView close(
      @PathParam("id") long id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam(Idempotency.HEADER) @Nullable String key) {
    return register.close(id, ifMatch, token(id, "close", key, "close"));
  }

  @POST
  @Path("/next")
  @RolesAllowed({Role.CLERK, Role.MANAGER, Role.ADMIN})
  @Operation(
      operationId = "callNext",
      summary = "Calls the next person to the counter",
      description =
          "409 counter-closed; counter-taken when another agent opened it since (`detail` says who"
              + " and when); counter-busy while somebody is called there, or served and not named by"
              + " `finish` and `ticketId`; 412 stale when who is named went otherwise. Passes over who"
              + " was absent when called, as long as the house sets (queue-settings). Repeated with"
              + " its Idempotency-Key it calls nobody: it answers the counter as it is now, and as its"
              + " ticket whom that key called, as they are now, even if they moved on. If-Match is"
              + " checked when sent.")
  public NextAnswer next(
      @PathParam("id") long id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam(Idempotency.HEADER) @Nullable String key,
      @Valid @NotNull NextRequest request) {
    return NextAnswer.of(
        calls.next(id, ifMatch, request.finishes(), token(id, "next", key, request)));
  }

  private Idempotency.Token token(long id, String what, @Nullable String key, Object request) {
    return idempotency.token("counters:" + id + ":" + what, caller.scope(null), key, request);
  }
}
