package fr.porteouverte.live;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.Role;
import fr.porteouverte.queue.QueueFeed;
import fr.porteouverte.queue.QueueView;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/** The queue of a house, live, for its staff. Read with {@code fetch} and a bearer header. */
@Path("/sites/{id}/queue/stream")
@Tag(name = "queue")
public class QueueStreamResource {
  @Inject Stream stream;
  @Inject QueueFeed queue;
  @Inject Access access;
  @Inject StreamRights rights;
  @Inject SecurityIdentity identity;
  @Inject Clock clock;

  @GET
  @Blocking
  @RolesAllowed({Role.CLERK, Role.MANAGER, Role.ADMIN})
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @ResponseHeader(name = "Cache-Control", value = "no-store")
  @ResponseHeader(name = "X-Accel-Buffering", value = "no")
  @Operation(
      operationId = "followQueue",
      summary = "The queue of a house, live (server-sent events)",
      description =
          "First a snapshot (as GET /sites/{id}/queue), then a change for each event (QueueChange),"
              + " its number as id. With Last-Event-ID only what happened since, none twice, none"
              + " lost; a snapshot when that is too much. Ends with the token: come back with a"
              + " fresh one; and with the right to it.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(type = SchemaType.STRING)))
  public Multi<OutboundSseEvent> follow(
      @PathParam("id") long siteId,
      @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
      @Context Sse sse) {
    access.requireOwn(siteId);
    Multi<OutboundSseEvent> events =
        stream.of(
            siteId,
            lastEventId,
            sse,
            () -> {
              QueueView view = queue.queue(siteId);
              return new Stream.Snapshot(view.seq(), view);
            },
            QueueChange::of);
    Multi<OutboundSseEvent> entitled = rights.whileAt(siteId, events);
    return identity.getPrincipal() instanceof JsonWebToken token
        ? entitled.select().first(untilExpiry(token))
        : entitled;
  }

  private Duration untilExpiry(JsonWebToken token) {
    Duration left =
        Duration.between(clock.instant(), Instant.ofEpochSecond(token.getExpirationTime()));
    return left.isNegative() || left.isZero() ? Duration.ofSeconds(1) : left;
  }
}
