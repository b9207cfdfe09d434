package fr.porteouverte.booking.release;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.Role;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.http.Client;
import fr.porteouverte.http.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** For managers of the house, and admins; another house is not found. */
@Path("/sites/{id}")
@Tag(name = "bookings")
@RolesAllowed({Role.MANAGER, Role.ADMIN})
public class ReleaseResource {
  @Inject Suspects suspects;
  @Inject Releases releases;
  @Inject ReleaseUndo undo;
  @Inject Access access;
  @Inject Idempotency idempotency;
  @Inject Client caller;
  @Inject Clock clock;

  @GET
  @Path("/suspects")
  @Transactional
  @Operation(
      operationId = "listSuspects",
      summary = "Appointments that a robot may have taken",
      description =
          "Groups of three or more: from one address, or without contact within minutes. From where"
              + " they were made is kept for some days, as a keyed hash that nobody is shown.")
  public Page<SuspectView> list(@PathParam("id") long siteId) {
    access.requireOwn(siteId);
    return Page.whole(suspects.at(siteId, clock.instant()));
  }

  @POST
  @Path("/releases")
  @Operation(
      operationId = "release",
      summary = "Free what a robot took, in one act",
      description =
          "The bookings are cancelled by the house, with their history, and the holds given back."
              + " Who left a contact gets a message; nobody else is put on the call sheet. Who"
              + " waits for an earlier place is offered what is freed.")
  public ReleaseView release(
      @PathParam("id") long siteId,
      @HeaderParam(Idempotency.HEADER) @Nullable String key,
      @Valid @NotNull ReleaseRequest request) {
    access.requireOwn(siteId);
    return releases.release(
        siteId,
        request,
        caller.actor(),
        idempotency.token("releases:" + siteId, caller.scope(null), key, request));
  }

  @POST
  @Path("/releases/{release}/undo")
  @Operation(
      operationId = "undoRelease",
      summary = "It was no robot: book them again",
      description =
          "Within the time that the installation sets (an hour), once. Whose place was taken"
              + " meanwhile stays cancelled, and may take another one. 409 conflict afterwards.")
  public ReleaseUndo.Undone undo(@PathParam("id") long siteId, @PathParam("release") long release) {
    access.requireOwn(siteId);
    return undo.undo(siteId, release, caller.actor());
  }
}
