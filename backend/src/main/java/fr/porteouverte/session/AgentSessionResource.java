package fr.porteouverte.session;

import fr.porteouverte.access.Role;
import fr.porteouverte.http.Page;
import fr.porteouverte.session.AgentSessionView.ColleagueView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * One session. For its partner's agents and staff of its house; others hear 404. A command that its
 * state does not allow is 409 session-action-not-allowed, changes nothing and lists in {@code
 * allowed} what may be done now. If-Match is optional.
 */
@Path("/sessions/{id}")
@Tag(name = "sessions")
@RolesAllowed({Role.PARTNER, Role.CLERK, Role.MANAGER, Role.ADMIN})
@Produces(MediaType.APPLICATION_JSON)
public class AgentSessionResource {
  @Inject AgentSessions reader;
  @Inject SessionCommands commands;

  /** How late the partner comes. */
  @Schema(name = "SessionDelay")
  public record Delay(
      @NotNull @Min(0) @Max(240) @Schema(required = true, description = "0: in time after all")
          Integer minutes) {}

  /** Who comes instead. */
  @Schema(name = "SessionHandover")
  public record Handover(
      @NotBlank @Size(max = 100) @Schema(required = true, description = "A username")
          String agent) {}

  /** Whether the partner came. */
  @Schema(name = "SessionHeld")
  public record Held(@NotNull @Schema(required = true) PartnerAttendance partnerAttendance) {}

  @GET
  @Transactional
  @Operation(operationId = "getSession", summary = "One session, with its ETag")
  public AgentSessionView get(@PathParam("id") long id) {
    return reader.get(id);
  }

  @POST
  @Path("/confirmation")
  @Operation(operationId = "confirmSession", summary = "The partner will be there")
  public AgentSessionView confirm(
      @PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return commands.confirm(id, ifMatch);
  }

  @DELETE
  @Path("/confirmation")
  @Operation(
      operationId = "unconfirmSession",
      summary = "Takes the confirmation back, before the session begins")
  public AgentSessionView unconfirm(
      @PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return commands.unconfirm(id, ifMatch);
  }

  @POST
  @Path("/delay")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "delaySession",
      summary = "The partner comes late; the house's page and its screen say so",
      description = "0 takes it back.")
  public AgentSessionView delay(
      @PathParam("id") long id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull Delay delay) {
    return commands.delay(id, ifMatch, delay.minutes());
  }

  @GET
  @Path("/colleagues")
  @Operation(
      operationId = "listSessionColleagues",
      summary = "The agents of the session's partner, by name")
  public Page<ColleagueView> colleagues(@PathParam("id") long id) {
    return Page.whole(commands.colleagues(id).stream().map(ColleagueView::of).toList());
  }

  @POST
  @Path("/handover")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "handSessionOver",
      summary = "A colleague comes instead",
      description = "400 for somebody who is not an agent of the session's partner.")
  public AgentSessionView handOver(
      @PathParam("id") long id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull Handover handover) {
    return commands.handOver(id, ifMatch, handover.agent());
  }

  @POST
  @Path("/held")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "holdSession",
      summary = "Notes whether the partner came, from the start of the session on",
      description = "Apart from the visitors' attendance. Again: a correction.")
  public AgentSessionView markHeld(
      @PathParam("id") long id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull Held held) {
    return commands.markHeld(id, ifMatch, held.partnerAttendance());
  }
}
