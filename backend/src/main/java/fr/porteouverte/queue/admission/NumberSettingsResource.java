package fr.porteouverte.queue.admission;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.Role;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.Etag;
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

/** How many numbers a house gives. For its staff; another house is not found. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/sites/{id}/number-settings")
@Tag(name = "queue")
public class NumberSettingsResource {
  @Inject NumberSettingsStore store;
  @Inject Sites sites;
  @Inject Access access;
  @Inject Transactions transactions;

  @GET
  @RolesAllowed({Role.CLERK, Role.MANAGER, Role.ADMIN})
  @Operation(operationId = "getNumberSettings", summary = "How many numbers a house gives on a day")
  public NumberSettingsView get(@PathParam("id") long siteId) {
    requireOwn(siteId);
    return transactions.call(() -> NumberSettingsView.of(store.of(siteId)));
  }

  @PUT
  @RolesAllowed({Role.MANAGER, Role.ADMIN})
  @Operation(
      operationId = "changeNumberSettings",
      summary = "Changes how many numbers a house gives on a day",
      description = "Needs If-Match. Counts for today, too. For a manager of the house.")
  public NumberSettingsView change(
      @PathParam("id") long siteId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull NumberSettingsView form) {
    requireOwn(siteId);
    return transactions.call(
        () -> {
          sites.lock(siteId);
          NumberSettings settings = store.of(siteId);
          Etag.check(ifMatch, settings.version());
          form.enterInto(settings);
          settings = store.getEntityManager().merge(settings);
          store.flush();
          return NumberSettingsView.of(settings);
        });
  }

  private void requireOwn(long siteId) {
    access.requireOwn(siteId);
    if (transactions.call(() -> sites.findByIdOptional(siteId)).isEmpty()) {
      throw new NotFound();
    }
  }
}
