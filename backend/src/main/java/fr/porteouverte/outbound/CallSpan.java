package fr.porteouverte.outbound;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;

/**
 * A call to another server, as an operator's traces show it: which server and what came of it. The
 * rest of the address may be a secret, and the other server is told nothing of our traces.
 */
public final class CallSpan implements AutoCloseable {
  private final Span span;

  private CallSpan(Span span) {
    this.span = span;
  }

  /** Costs nothing where no traces are made. */
  public static CallSpan post(Tracer tracer, String host, int port) {
    return new CallSpan(
        tracer
            .spanBuilder("POST")
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute("http.request.method", "POST")
            .setAttribute("server.address", host)
            .setAttribute("server.port", port)
            .startSpan());
  }

  public void answered(int status) {
    span.setAttribute("http.response.status_code", status);
    if (status >= 400) {
      span.setStatus(StatusCode.ERROR);
    }
  }

  /**
   * @param why one of a few words of ours
   */
  public void unheard(String why) {
    span.setAttribute("error.type", why);
    span.setStatus(StatusCode.ERROR);
  }

  @Override
  public void close() {
    span.end();
  }
}
