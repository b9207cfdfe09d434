package fr.porteouverte.outbox;

import fr.porteouverte.http.Page;
import fr.porteouverte.problem.NotFound;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/** The messages that stayed on this machine, for whoever tries the product on it. */
@Path("/local-outbox")
@Tag(name = "messages")
public class LocalOutboxResource {
  private static final List<String> HANDED_ON =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

  @Inject TransportSettings settings;
  @Inject LocalOutbox kept;

  /** A message as its person would have it. */
  @Schema(name = "LocalMessage")
  public record LocalMessage(
      @Schema(required = true) String id,
      @Schema(required = true) MessageChannel channel,
      @Schema(required = true, description = "E-mail address, or E.164") String to,
      @Schema(required = true) String kind,
      @Schema(required = true) String language,
      @Nullable String subject,
      @Schema(required = true) String text,
      @Nullable String html,
      @Schema(description = "Opens the booking") @Nullable String link,
      @Schema(description = "The attached iCalendar object") @Nullable String calendar,
      @Schema(required = true) OffsetDateTime sentAt) {}

  @GET
  @PermitAll
  @ResponseHeader(name = "Cache-Control", value = "no-store")
  @Transactional
  @Operation(
      operationId = "listLocalOutbox",
      summary = "Messages kept on this machine, newest first",
      description =
          "Only where messages are kept instead of sent, and only for this machine itself; 404"
              + " everywhere else.")
  public Page<LocalMessage> list(@Context HttpServerRequest request) {
    if (!settings.local() || !isThisMachine(request) || isHandedOn(request)) {
      throw new NotFound();
    }
    return Page.whole(kept.newest());
  }

  /** By a proxy of this machine: it says for whom it asks, or asks under a public name. */
  private static boolean isHandedOn(HttpServerRequest request) {
    String host = request.authority() == null ? "" : request.authority().host();
    return HANDED_ON.stream().anyMatch(request.headers()::contains)
        || !host.matches("localhost|127(\\.\\d+){3}|\\[?::1]?");
  }

  /** By the connection itself, not by what a header claims. */
  private static boolean isThisMachine(HttpServerRequest request) {
    try {
      return InetAddress.getByName(request.connection().remoteAddress().hostAddress())
          .isLoopbackAddress();
    } catch (UnknownHostException impossible) {
      return false;
    }
  }
}
