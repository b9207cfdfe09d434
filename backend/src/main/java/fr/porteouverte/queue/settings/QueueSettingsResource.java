package fr.porteouverte.queue.settings;

import fr.porteouverte.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a house sets of its queue. For its staff; another house is not found. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/sites/{id}/queue-settings")
@Tag(name = "queue")
public class QueueSettingsResource {
  @Inject HouseRules rules;

  @GET
  @RolesAllowed({Role.CLERK, Role.MANAGER, Role.ADMIN})
  @Operation(
      operationId = "getQueueSettings",
      summary = "What a house sets of its queue: numbers of a day, and who is absent when called",
      description = "For staff of the house.")
  public QueueSettingsView get(@PathParam("id") long siteId) {
    return rules.of(siteId);
  }

  @PUT
  @RolesAllowed({Role.MANAGER, Role.ADMIN})
  @Operation(
      operationId = "changeQueueSettings",
      summary = "Changes what a house sets of its queue",
      description =
          "All of it. Needs If-Match. The numbers count for today, too; the rest from the next absence on. For a manager of the house.")
  public QueueSettingsView change(
      @PathParam("id") long siteId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull QueueSettingsView form) {
    return rules.change(siteId, ifMatch, form);
  }
}
