package fr.porteouverte.http;

import fr.porteouverte.problem.ProblemAnswer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Gives each request a number, the caller's own if it is a plain one, and echoes it. Whoever traces
 * requests through several systems finds the trace's number in the log, too (W3C Trace Context).
 */
public class RequestId {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final String HEADER = "X-Request-Id";
  private static final String TRACE_ID = "traceId";

  /** Version, the trace's number, the caller's span, flags; a later version may say more behind. */
  private static final Pattern TRACE =
      Pattern.compile(
          "(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?:-.*)?");

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
    String trace = trace(context.request().getHeader("traceparent"));
    if (trace == null) {
      MDC.remove(TRACE_ID);
    } else {
      MDC.put(TRACE_ID, trace);
    }
    context.response().putHeader(HEADER, id);
  }

  /**
   * @return null: nobody traces this request, or in words that are none
   */
  static @Nullable String trace(@Nullable String parent) {
    Matcher told = TRACE.matcher(parent == null ? "" : parent);
    return told.matches() ? told.group(1) : null;
  }
}
