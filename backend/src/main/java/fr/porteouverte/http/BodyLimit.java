package fr.porteouverte.http;

import fr.porteouverte.problem.ProblemAnswer;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/**
 * Refuses a large body before it is read. Files of the national register are the one exception;
 * they are bounded by {@code quarkus.http.limits.max-body-size}.
 */
public class BodyLimit {
  private final ProblemAnswer answer;
  private final long maxBytes;

  BodyLimit(ProblemAnswer answer, LimitSettings settings) {
    this.answer = answer;
    this.maxBytes = settings.bodyBytes();
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, 300);
  }

  /**
   * By what the address means, for the bytes may spell it as they like: {@code
   * /api/v1/imports/../holds}, {@code //api}.
   */
  static boolean isFile(RoutingContext context) {
    return context.normalizedPath().startsWith("/api/v1/imports/");
  }

  private void check(RoutingContext context) {
    var request = context.request();
    if (isFile(context)) {
      context.next();
      return;
    }
    if (request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
      refuse(context, ProblemType.LENGTH_REQUIRED);
      return;
    }
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length != null && Long.parseLong(length) > maxBytes) {
      refuse(context, ProblemType.BODY_TOO_LARGE);
      return;
    }
    context.next();
  }

  private void refuse(RoutingContext context, ProblemType type) {
    // The body is not read: the connection cannot serve another request after this one.
    context.response().putHeader("Connection", "close");
    answer.send(
        context,
        new ProblemException(
            type,
            "Une demande tient en " + maxBytes + " octets.",
            "A request fits into " + maxBytes + " bytes."));
  }
}
