package fr.porteouverte.webhook;

import fr.porteouverte.access.Role;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.Cursor;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.http.Ids;
import fr.porteouverte.http.Page;
import fr.porteouverte.problem.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What an address was told, and what it is told once more. */
@Path("/webhooks/{id}")
@Tag(name = "webhooks")
@RolesAllowed({Role.ADMIN, Role.INTEGRATOR})
@Produces(MediaType.APPLICATION_JSON)
public class WebhookDeliveryResource {
  private static final int USUAL = 20;

  @Inject WebhookService service;
  @Inject Telling telling;
  @Inject Deliveries deliveries;
  @Inject Transactions transactions;
  @Inject Clock clock;

  /** A time of which all changes are told again. */
  @Schema(name = "WebhookReplay")
  public record Replay(
      @Schema(required = true, description = "Changes from then on", implementation = Instant.class)
          @Nullable String from,
      @Schema(description = "Before then; absent: until now", implementation = Instant.class)
          @Nullable String to) {}

  /** How many go. */
  @Schema(name = "WebhookReplayed")
  public record Replayed(@Schema(required = true) int queued) {}

  @GET
  @Path("/deliveries")
  @Operation(
      operationId = "listWebhookDeliveries",
      summary = "What it was told and what it answered, the newest first",
      description = "Kept for 30 days.")
  public Page<DeliveryView> list(
      @PathParam("id") long id,
      @QueryParam("state") @Nullable DeliveryState state,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit) {
    FieldReader fields = new FieldReader();
    int most = fields.limit(limit, USUAL);
    fields.check();
    long before = before(Cursor.decode(cursor));
    return transactions.call(
        () -> {
          service.known(id);
          return Page.of(
              deliveries.list(id, before, state, most + 1), most, DeliveryView::position);
        });
  }

  private static long before(@Nullable String position) {
    if (position == null) {
      return Long.MAX_VALUE;
    }
    try {
      return Ids.parse(position);
    } catch (NotFound forged) {
      throw Cursor.refused();
    }
  }

  @POST
  @Path("/ping")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "pingWebhook",
      summary = "Calls the address now; when it answers with 2xx it is told of all that comes",
      description =
          "The answer tells what it answered. One that was off follows from now on; replay what it"
              + " missed.")
  public DeliveryView ping(@PathParam("id") long id) {
    return telling.ping(id);
  }

  @POST
  @Path("/deliveries/{delivery}/redelivery")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "redeliverWebhook",
      summary = "One goes once more, under the same webhook-id")
  public DeliveryView again(@PathParam("id") long id, @PathParam("delivery") long delivery) {
    return telling.again(id, delivery);
  }

  @POST
  @Path("/replay")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "replayWebhook",
      summary = "All changes of a time go once more",
      description =
          "Those that were told before have their webhook-id of then; those that were missed are"
              + " told. At most 2 000.")
  public Replayed replay(@PathParam("id") long id, @NotNull @Valid Replay replay) {
    FieldReader fields = new FieldReader();
    fields.required("from", replay.from());
    OffsetDateTime from = fields.moment("from", replay.from());
    OffsetDateTime to = fields.moment("to", replay.to());
    OffsetDateTime begin = fields.checked(from);
    // What happens just now is of it, too.
    Instant end = to == null ? clock.instant().plusSeconds(60) : to.toInstant();
    return new Replayed(telling.replay(id, begin.toInstant(), end));
  }
}
