package fr.porteouverte.integrator;

import fr.porteouverte.access.Role;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.http.Client;
import fr.porteouverte.http.Page;
import fr.porteouverte.problem.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Other systems that use this API, for admins. */
@Path("/integrators")
@Tag(name = "integrators")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class IntegratorResource {
  @Inject IntegratorService service;
  @Inject Integrators integrators;
  @Inject Idempotency idempotency;
  @Inject Client caller;

  /** How long the key before stays good. */
  @Schema(name = "KeyRenewal")
  public record Renewal(
      @Schema(
              required = true,
              description = "Hours that the keys before are still good for; 0: they end now")
          @NotNull
          @Min(0)
          @Max(MOST_HOURS)
          Integer overlapHours) {
    static final int MOST_HOURS = 24 * 60;
  }

  @GET
  @Transactional
  @Operation(operationId = "listIntegrators", summary = "All, by name; the revoked ones last")
  public Page<IntegratorView> list() {
    return Page.whole(integrators.byName().stream().map(IntegratorView::of).toList());
  }

  @GET
  @Path("/{id}")
  @Transactional
  @Operation(operationId = "getIntegrator", summary = "One, with the ETag that an edit needs")
  public IntegratorView get(@PathParam("id") long id) {
    return IntegratorView.of(integrators.findByIdOptional(id).orElseThrow(NotFound::new));
  }

  @POST
  @ResponseStatus(201)
  @APIResponseSchema(value = IntegratorView.class, responseCode = "201")
  @Operation(
      operationId = "createIntegrator",
      summary = "Lets another system use the API, and makes its first key",
      description =
          "The answer alone tells the secret; a repeat with the same key does not. 503 while the login service is away: nothing is"
              + " written then.")
  public IntegratorView create(
      @HeaderParam(Idempotency.HEADER) @Nullable String key, @NotNull @Valid IntegratorForm form) {
    return service.create(form, idempotency.token("integrators", caller.scope(null), key, form));
  }

  @PUT
  @Path("/{id}")
  @Operation(
      operationId = "changeIntegrator",
      summary = "Changes what it may do and where, from its next call on")
  public IntegratorView change(
      @PathParam("id") long id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid IntegratorForm form) {
    return service.change(id, ifMatch, form);
  }

  @POST
  @Path("/{id}/keys")
  @ResponseStatus(201)
  @APIResponseSchema(value = IntegratorView.class, responseCode = "201")
  @Operation(
      operationId = "renewIntegratorKey",
      summary = "Another key; those before stay good for a while",
      description =
          "The answer alone tells the secret; a repeat with the same key does not. Two keys are good at once, no more: 409.")
  public IntegratorView renew(
      @PathParam("id") long id,
      @HeaderParam(Idempotency.HEADER) @Nullable String key,
      @NotNull @Valid Renewal renewal) {
    return service.renew(
        id,
        Duration.ofHours(renewal.overlapHours()),
        idempotency.token("integrator-keys:" + id, caller.scope(null), key, renewal));
  }

  @DELETE
  @Path("/{id}/keys/{key}")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "endIntegratorKey",
      summary = "One key is good for nothing from the next call on")
  public IntegratorView end(@PathParam("id") long id, @PathParam("key") long key) {
    return service.end(id, key);
  }

  @POST
  @Path("/{id}/revocation")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "revokeIntegrator",
      summary = "All its keys are good for nothing from the next call on, for ever",
      description = "Again: the same answer.")
  public IntegratorView revoke(@PathParam("id") long id) {
    return service.revoke(id);
  }
}
