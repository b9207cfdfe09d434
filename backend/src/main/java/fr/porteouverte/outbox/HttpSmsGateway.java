package fr.porteouverte.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.porteouverte.outbound.CallSpan;
import fr.porteouverte.outbound.Calls;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Posts {@code {to, from, text, reference}} as JSON, with the reference as Idempotency-Key. A 2xx
 * answer accepts, and may name its own {@code id}; 400, 404, 410 and 422 refuse the number; all
 * else is tried again. What becomes of it is told by {@code POST /sms-receipts}.
 */
@ApplicationScoped
class HttpSmsGateway implements Transport {
  private final TransportSettings.Sms settings;
  private final ObjectMapper json;
  private final Tracer tracer;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  HttpSmsGateway(TransportSettings settings, ObjectMapper json, @Calls Tracer tracer) {
    this.settings = settings.sms();
    this.json = json;
    this.tracer = tracer;
  }

  @Override
  public SendResult send(OutboxMessage message, Content content) {
    if (settings.url().isEmpty()) {
      return new SendResult.Refused("no-gateway");
    }
    HttpRequest request = request(message, content);
    try (CallSpan span = CallSpan.post(tracer, request.uri().getHost(), request.uri().getPort())) {
      return send(request, content, span);
    }
  }

  private SendResult send(HttpRequest request, Content content, CallSpan span) {
    // The request's own time-out ends with the headers: a body may stall as well.
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    try {
      HttpResponse<String> heard = answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
      span.answered(heard.statusCode());
      return outcome(heard, GsmText.segments(content.text()));
    } catch (ExecutionException | TimeoutException silent) {
      span.unheard("unreachable");
      return new SendResult.Later("gateway-unreachable", true);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new SendResult.Later("gateway-unreachable", true);
    } finally {
      answer.cancel(true);
    }
  }

  private HttpRequest request(OutboxMessage message, Content content) {
    String reference = message.uid().toString();
    String body = body(content, reference);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(settings.url().orElseThrow())
            .timeout(settings.timeout())
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .header("Idempotency-Key", reference)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    settings.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    return request.build();
  }

  private String body(Content content, String reference) {
    return json.createObjectNode()
        .put("to", content.to())
        .put("from", settings.sender())
        .put("text", content.text())
        .put("reference", reference)
        .toString();
  }

  private SendResult outcome(HttpResponse<String> answer, int segments) {
    int status = answer.statusCode();
    if (status / 100 == 2) {
      return new SendResult.Accepted(id(answer.body()), segments);
    }
    return switch (status) {
      case 400, 404, 410, 422 -> new SendResult.Refused("number-refused");
      case 401, 403, 429 -> new SendResult.Later("gateway-refused", true);
      default -> new SendResult.Later("gateway-refused", false);
    };
  }

  /** A gateway that names nothing speaks of our reference later. */
  private @Nullable String id(String body) {
    try {
      JsonNode id = json.readTree(body).path("id");
      return id.isValueNode() && !id.isNull() && id.asText().length() <= 120 ? id.asText() : null;
    } catch (IOException noJson) {
      return null;
    }
  }
}
