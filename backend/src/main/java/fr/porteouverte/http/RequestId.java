package fr.porteouverte.http;

import fr.porteouverte.problem.ProblemAnswer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** Gives each request a number, the caller's own if it is a plain one, and echoes it. */
public class RequestId {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final String HEADER = "X-Request-Id";

  void register(@Observes Filters filters) {
    filters.register(RequestId::number, 400);
  }

  private static void number(RoutingContext context) {
    give(context);
    context.next();
  }

  /** Once: what the server refuses before any filter has none yet. */
  static void give(RoutingContext context) {
    if (context.get(ProblemAnswer.REQUEST_ID) != null) {
      return;
    }
    String given = context.request().getHeader(HEADER);
    String id =
        given != null && PLAIN.matcher(given).matches() ? given : UUID.randomUUID().toString();
    context.put(ProblemAnswer.REQUEST_ID, id);
    MDC.put(ProblemAnswer.REQUEST_ID, id);
    context.response().putHeader(HEADER, id);
  }
}
