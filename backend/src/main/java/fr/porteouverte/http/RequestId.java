package fr.porteouverte.http;

import fr.porteouverte.problem.ProblemAnswer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Gives each request a number, the caller's own if it is a plain one, and echoes it. Whoever traces
 * requests through several systems finds the trace's number in the log, too (W3C Trace Context).
 * Where the product makes traces of its own, these go on the caller's, and OpenTelemetry says their
 * number to the log.
 */
public class RequestId {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final String HEADER = "X-Request-Id";
  private static final String TRACE_ID = "traceId";
  private static final String PARENT = "traceparent";

  /** A header that stands alone. */
  private static final TextMapGetter<@Nullable String> ONLY =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(@Nullable String parent) {
          return List.of(PARENT);
        }

        @Override
        public @Nullable String get(@Nullable String parent, String name) {
          return name.equals(PARENT) ? parent : null;
        }
      };

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
    if (!Span.current().getSpanContext().isValid()) {
      String trace = trace(context.request().getHeader(PARENT));
      if (trace == null) {
        MDC.remove(TRACE_ID);
      } else {
        MDC.put(TRACE_ID, trace);
      }
    }
    context.response().putHeader(HEADER, id);
  }

  /**
   * @return null: nobody traces this request, or in words that are none
   */
  static @Nullable String trace(@Nullable String parent) {
    SpanContext caller =
        Span.fromContext(
                W3CTraceContextPropagator.getInstance().extract(Context.root(), parent, ONLY))
            .getSpanContext();
    return caller.isValid() ? caller.getTraceId() : null;
  }
}
