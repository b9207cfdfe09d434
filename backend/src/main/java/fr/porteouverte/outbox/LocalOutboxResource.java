package fr.porteouverte.outbox;

import fr.porteouverte.http.Page;
import fr.porteouverte.problem.NotFound;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/** The messages that stayed on this machine, for whoever tries the product on it. */
@Path("/local-outbox")
@Tag(name = "messages")
public class LocalOutboxResource {
  /** What proxies write into what they hand on, in small letters. */
  private static final Pattern HANDED_ON =
      Pattern.compile(
          "forwarded|via|cdn-loop|max-forwards"
              + "|(?:x-forwarded|x-real|x-client|x-cluster|x-original|x-envoy|x-proxy|x-host|cf-|true-client"
              + "|client-ip|fastly|proxy-).*");

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
    return request.version()
            == HttpVersion.HTTP_1_0 // nginx, unless told otherwise: it adds nothing
        || request.headers().names().stream()
            .anyMatch(name -> HANDED_ON.matcher(name.toLowerCase(Locale.ROOT)).matches())
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
