package fr.porteouverte.queue.counter;

import fr.porteouverte.access.Role;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.http.Client;
import fr.porteouverte.http.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** A house's counters, for staff of the house; another house is not found. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/sites/{id}/counters")
@Tag(name = "counters")
public class CountersResource {
  @Inject CounterService counters;
  @Inject Idempotency idempotency;
  @Inject Client caller;

  @GET
  @RolesAllowed({Role.CLERK, Role.MANAGER, Role.ADMIN})
  @Operation(
      operationId = "listCounters",
      summary = "The counters of a house, in its order",
      description = "For staff of the house.")
  public Page<CounterView> list(@PathParam("id") long id) {
    return Page.whole(counters.list(id));
  }

  @POST
  @RolesAllowed({Role.MANAGER, Role.ADMIN})
  @ResponseStatus(201)
  @APIResponseSchema(value = CounterView.class, responseCode = "201")
  @Operation(
      operationId = "createCounter",
      summary = "A new counter, after the others",
      description = "For a manager of the house.")
  public CounterView create(
      @PathParam("id") long siteId,
      @HeaderParam(Idempotency.HEADER) @Nullable String key,
      @Valid @NotNull CounterForm form) {
    return counters.create(
        siteId, form, idempotency.token("counters:" + siteId, caller.scope(null), key, form));
  }

  @POST
  @Path("/close")
  @RolesAllowed({Role.CLERK, Role.MANAGER, Role.ADMIN})
  @Operation(
      operationId = "closeCounters",
      summary = "Closes all counters at which nobody is",
      description = "For staff of the house. Those where somebody is called or served stay open.")
  public Page<CounterView> closeAll(
      @PathParam("id") long siteId, @HeaderParam(Idempotency.HEADER) @Nullable String key) {
    return Page.whole(
        counters.closeAll(
            siteId,
            idempotency.token("counters:" + siteId + ":close", caller.scope(null), key, "close")));
  }
}
