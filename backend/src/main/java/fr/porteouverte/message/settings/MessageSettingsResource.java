package fr.porteouverte.message.settings;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.Role;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.Etag;
import fr.porteouverte.message.reminder.Reminders;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.site.Sites;
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

/** When a house writes to people. For its staff; another house is not found. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/sites/{id}/message-settings")
@Tag(name = "messages")
public class MessageSettingsResource {
  @Inject MessageSettingsStore store;
  @Inject Reminders reminders;
  @Inject Sites sites;
  @Inject Access access;
  @Inject Transactions transactions;

  @GET
  @RolesAllowed({Role.CLERK, Role.MANAGER, Role.ADMIN})
  @Operation(operationId = "getMessageSettings", summary = "Reminders and quiet hours of a house")
  public MessageSettingsView get(@PathParam("id") long siteId) {
    requireOwn(siteId);
    return transactions.call(() -> MessageSettingsView.of(store.of(siteId)));
  }

  @PUT
  @RolesAllowed({Role.MANAGER, Role.ADMIN})
  @Operation(
      operationId = "changeMessageSettings",
      summary = "Changes reminders and quiet hours of a house",
      description =
          "Needs If-Match. Reminders that wait are planned anew in the same transaction. For a"
              + " manager of the house.")
  public MessageSettingsView change(
      @PathParam("id") long siteId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull MessageSettingsView form) {
    requireOwn(siteId);
    return transactions.call(
        () -> {
          sites.lock(siteId);
          MessageSettings settings = store.of(siteId);
          Etag.check(ifMatch, settings.version());
          form.enterInto(settings);
          settings = store.getEntityManager().merge(settings);
          store.flush();
          reminders.planAnew(siteId, settings);
          return MessageSettingsView.of(settings);
        });
  }

  private void requireOwn(long siteId) {
    access.requireOwn(siteId);
    if (transactions.call(() -> sites.findByIdOptional(siteId)).isEmpty()) {
      throw new NotFound();
    }
  }
}
