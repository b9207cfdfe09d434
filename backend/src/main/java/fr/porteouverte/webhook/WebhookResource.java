package fr.porteouverte.webhook;

import fr.porteouverte.access.Role;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.http.Client;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.http.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Addresses that are told of changes, for their system and for admins. */
@Path("/webhooks")
@Tag(name = "webhooks")
@RolesAllowed({Role.ADMIN, Role.INTEGRATOR})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class WebhookResource {
  @Inject WebhookService service;
  @Inject Idempotency idempotency;
  @Inject Client caller;

  /** How long the secret before stays good. */
  @Schema(name = "WebhookSecretRenewal")
  public record Renewal(
      @Schema(
              required = true,
              description =
                  "Hours that what is sent carries the signature of the secret before, too; 0: not"
                      + " at all")
          @NotNull
          @Min(0)
          @Max(MOST_HOURS)
          Integer overlapHours) {
    static final int MOST_HOURS = 24 * 60;
  }

  @GET
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "listWebhooks",
      summary = "The addresses of a system",
      description = "A system sees its own. For an administrator: those of all systems.")
  public Page<WebhookView> list(
      @Parameter(description = "Only those of this system, by id") @QueryParam("integrator")
          @Nullable String integrator) {
    FieldReader fields = new FieldReader();
    Long id = fields.id("integrator", integrator);
    fields.check();
    return Page.whole(service.list(id));
  }

  @GET
  @Path("/{id}")
  @Consumes(MediaType.WILDCARD)
  @Operation(operationId = "getWebhook", summary = "One, with the ETag that an edit needs")
  public WebhookView get(@PathParam("id") long id) {
    return service.get(id);
  }

  @POST
  @ResponseStatus(201)
  @APIResponseSchema(value = WebhookView.class, responseCode = "201")
  @Operation(
      operationId = "createWebhook",
      summary = "An address that is to be told of changes",
      description =
          "The answer alone tells the secret that deliveries are signed with (Standard Webhooks)."
              + " Nothing is sent before the address has answered a ping.")
  public WebhookView create(
      @HeaderParam(Idempotency.HEADER) @Nullable String key, @NotNull @Valid WebhookForm form) {
    return service.create(form, idempotency.token("webhooks", caller.scope(null), key, form));
  }

  @PUT
  @Path("/{id}")
  @Operation(
      operationId = "changeWebhook",
      summary = "Changes where and of what it hears",
      description = "Another address has to answer a ping of its own first.")
  public WebhookView change(
      @PathParam("id") long id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid WebhookForm form) {
    return service.change(id, ifMatch, form);
  }

  @DELETE
  @Path("/{id}")
  @Consumes(MediaType.WILDCARD)
  @Operation(operationId = "deleteWebhook", summary = "Nothing more is sent there; its log goes")
  public void delete(@PathParam("id") long id) {
    service.delete(id);
  }

  @POST
  @Path("/{id}/secret")
  @Operation(
      operationId = "renewWebhookSecret",
      summary = "Another secret; the one before stays good for a while",
      description =
          "The answer alone tells it, and so does a repeat with the same key. Meanwhile each"
              + " delivery carries two signatures. 409 while the secret before is good yet, unless"
              + " overlapHours is 0: both before are good for nothing then.")
  public WebhookView renew(
      @PathParam("id") long id,
      @HeaderParam(Idempotency.HEADER) @Nullable String key,
      @NotNull @Valid Renewal renewal) {
    return service.renewSecret(
        id,
        Duration.ofHours(renewal.overlapHours()),
        idempotency.token("webhook-secret:" + id, caller.scope(null), key, renewal));
  }
}
