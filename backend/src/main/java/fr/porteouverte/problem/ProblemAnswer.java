package fr.porteouverte.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Objects;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Writes a refusal as {@code application/problem+json} in the reader's language. */
@Singleton
public class ProblemAnswer {
  /** Where the request's number stands while it is answered; the log prints it too. */
  public static final String REQUEST_ID = "requestId";

  private static final String BEARER = "Bearer";

  @Inject ObjectMapper json;
  @Inject MeterRegistry registry;
  @Inject io.quarkus.vertx.http.runtime.CurrentVertxRequest current;

  public Response of(ProblemException refusal) {
    count(refusal);
    RoutingContext context = current.getCurrent();
    Locale language = language(context);
    Response.ResponseBuilder response =
        Response.status(refusal.type().status())
            .type(Problem.MEDIA_TYPE)
            .header("Content-Language", language.getLanguage())
            .header("Cache-Control", "no-store")
            .entity(body(refusal, language, context));
    if (refusal.retryAfter() != null) {
      response.header("Retry-After", Math.max(1, refusal.retryAfter().toSeconds()));
    }
    String challenge = challenge(refusal.type(), context.request());
    if (challenge != null) {
      response.header("WWW-Authenticate", challenge);
    }
    return response.build();
  }

  /**
   * What is wrong with the login (RFC 6750, 3): who sent none hears only how.
   *
   * @return null: nothing
   */
  private static @Nullable String challenge(ProblemType type, HttpServerRequest request) {
    return switch (type) {
      case UNAUTHORIZED ->
          request.getHeader("Authorization") == null ? BEARER : BEARER + " error=\"invalid_token\"";
      case KEY_ENDED -> BEARER + " error=\"invalid_token\"";
      case SCOPE_MISSING -> BEARER + " error=\"insufficient_scope\"";
      default -> null;
    };
  }

  /** For refusals that happen before JAX-RS is reached. */
  public void send(RoutingContext context, ProblemException refusal) {
    count(refusal);
    Locale language = language(context);
    var response =
        context
            .response()
            .setStatusCode(refusal.type().status())
            .putHeader("Content-Type", Problem.MEDIA_TYPE)
            .putHeader("Content-Language", language.getLanguage())
            .putHeader("Cache-Control", "no-store");
    if (refusal.retryAfter() != null) {
      response.putHeader("Retry-After", "" + Math.max(1, refusal.retryAfter().toSeconds()));
    }
    response.end(body(refusal, language, context));
  }

  private void count(ProblemException refusal) {
    Counter.builder("porteouverte.refusals")
        .description("Refusals and faults, by their type in the catalogue")
        .tag("type", refusal.type().code())
        .register(registry)
        .increment();
  }

  private String body(ProblemException refusal, Locale language, RoutingContext context) {
    HttpServerRequest request = context.request();
    Object requestId = context.get(REQUEST_ID);
    if (requestId == null) {
      requestId = MDC.get(REQUEST_ID);
    }
    try {
      return json.writeValueAsString(
          Problem.of(
              refusal,
              language,
              Objects.requireNonNullElse(request.path(), ""),
              requestId == null ? null : requestId.toString()));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Locale language(RoutingContext context) {
    return Languages.of(context.request().getHeader("Accept-Language"));
  }
}
