package fr.porteouverte.feed;

import fr.porteouverte.access.Role;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.http.Client;
import fr.porteouverte.http.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/**
 * The calendars that agents follow. Each agent sees and revokes their own; managers and admins
 * those of their house, too.
 */
@Path("/calendar-feeds")
@Tag(name = "calendars")
@RolesAllowed({Role.CLERK, Role.MANAGER, Role.PARTNER, Role.ADMIN})
public class CalendarFeedResource {
  @Inject FeedService service;
  @Inject Client caller;
  @Inject Idempotency idempotency;

  @GET
  @Operation(
      operationId = "listCalendarFeeds",
      summary = "The calendars that one follows, the latest first; never their addresses")
  public Page<FeedView> list(
      @QueryParam("site")
          @Parameter(
              description =
                  "Instead everybody's of this house and its permanences; for its managers and"
                      + " admins, 404 for others")
          @Nullable Long site) {
    return Page.whole(site == null ? service.mine() : service.at(site));
  }

  @POST
  @ResponseStatus(201)
  @APIResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = FeedView.class)))
  @Operation(
      operationId = "createCalendarFeed",
      summary = "A secret address for a calendar program",
      description =
          "Of a house for its staff, of a permanence for its partner too, of one's own work for"
              + " everybody. Only this answer tells the address. It shows who sits where when, never"
              + " who comes.")
  public FeedView create(
      @HeaderParam(Idempotency.HEADER) @Nullable String key, @Valid @NotNull FeedForm form) {
    return service.create(form, idempotency.token("calendar-feeds", caller.scope(null), key, form));
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "revokeCalendarFeed",
      summary = "The address leads nowhere from now on",
      description = "One's own; a manager or an admin also a colleague's of their house.")
  public void revoke(@PathParam("id") long id) {
    service.revoke(id);
  }
}
