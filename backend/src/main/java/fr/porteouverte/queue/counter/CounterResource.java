package fr.porteouverte.queue.counter;

import fr.porteouverte.access.Role;
import fr.porteouverte.queue.order.NextCalls;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
  @Inject CounterService register;
  @Inject NextCalls calls;

  /** How to call the next person. */
  @Schema(name = "NextRequest")
  public record NextRequest(
      @Schema(description = "First finish whoever is being served there; false by default")
          @Nullable Boolean finish) {}

  /** A counter after "next". */
  @Schema(name = "NextAnswer")
  public record NextAnswer(
      @Schema(required = true, description = "Without ticket: nobody waits for it")
          CounterView counter) {}

  @PUT
  @RolesAllowed({Role.MANAGER, Role.ADMIN})
  @Operation(
      operationId = "changeCounter",
      summary = "Changes a counter",
      description = "Needs If-Match with its version in quotes. For a manager of the house.")
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
      description = "A counter that is open stays open; the last agent to open it has it.")
  public CounterView open(@PathParam("id") long id) {
    return register.open(id);
  }

  @POST
  @Path("/close")
  @RolesAllowed({Role.CLERK, Role.MANAGER, Role.ADMIN})
  @Operation(
      operationId = "closeCounter",
      summary = "Closes the counter",
      description = "409 counter-busy while somebody is there.")
  public CounterView close(@PathParam("id") long id) {
    return register.close(id);
  }

  @POST
  @Path("/next")
  @RolesAllowed({Role.CLERK, Role.MANAGER, Role.ADMIN})
  @Operation(
      operationId = "callNext",
      summary = "Calls the next person to the counter",
      description =
          "409 counter-closed, or counter-busy while somebody is called there, or served without"
              + " `finish`.")
  public NextAnswer next(@PathParam("id") long id, @Valid @NotNull NextRequest request) {
    return new NextAnswer(calls.next(id, Boolean.TRUE.equals(request.finish())));
  }
}
