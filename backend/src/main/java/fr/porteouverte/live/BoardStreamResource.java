package fr.porteouverte.live;

import fr.porteouverte.queue.BoardView;
import fr.porteouverte.queue.QueueFeed;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.PermitAll;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/** What the waiting room sees, live: numbers and counters only, so anybody may follow it. */
@Path("/sites/{id}/board/stream")
@Tag(name = "queue")
public class BoardStreamResource {
  @Inject Stream stream;
  @Inject QueueFeed queue;

  @GET
  @Blocking
  @PermitAll
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @ResponseHeader(name = "Cache-Control", value = "no-store")
  @ResponseHeader(name = "X-Accel-Buffering", value = "no")
  @Operation(
      operationId = "followBoard",
      summary = "What the waiting room sees, live (server-sent events). Public.",
      description =
          "First a snapshot (as GET /sites/{id}/board), then a change for each event: kind, and where"
              + " it concerns one the number and the counter; rings: that number is called now. Its"
              + " number is the id. With Last-Event-ID only what happened since, none twice, none"
              + " lost; a snapshot when that is too much.")
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
    return stream.of(
        siteId,
        lastEventId,
        sse,
        () -> {
          BoardView view = queue.board(siteId);
          return new Stream.Snapshot(view.seq(), view);
        },
        BoardChange::of);
  }
}
