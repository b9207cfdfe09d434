package fr.porteouverte.operating;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;
import java.util.Set;

/**
 * A span without what may name a person or open something. Addresses have references and what
 * people search for in them, the words of a failure quote what was written, and who calls is
 * nobody's business: only what is listed here passes, also of what a later version of the library
 * would add.
 */
final class DiscreetSpan extends DelegatingSpanData {
  /** Of a statement its text, in which there is no value: values go beside it. */
  private static final Set<String> TOLD =
      Set.of(
          "http.request.method",
          "http.route",
          "http.response.status_code",
          "server.address",
          "server.port",
          "error.type",
          "code.function",
          "code.function.name",
          "code.namespace",
          "db.system",
          "db.system.name",
          "db.name",
          "db.namespace",
          "db.operation",
          "db.operation.name",
          "db.sql.table",
          "db.collection.name",
          "db.statement",
          "db.query.text",
          "db.query.summary",
          "db.response.status_code");

  /** On a server's span it is the address that the caller wrote, and the caller's own word. */
  private static final Set<String> OF_CLIENTS = Set.of("server.address", "server.port");

  private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
  private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
  private static final AttributeKey<String> FAILURE = AttributeKey.stringKey("exception.type");

  private final Attributes told;

  DiscreetSpan(SpanData span) {
    super(span);
    boolean client = span.getKind() == SpanKind.CLIENT;
    told =
        span.getAttributes().toBuilder()
            .removeIf(key -> !TOLD.contains(key.getKey()))
            .removeIf(key -> !client && OF_CLIENTS.contains(key.getKey()))
            .build();
  }

  /** Of a request its method and its template; else a library might put the address there. */
  @Override
  public String getName() {
    String method = told.get(METHOD);
    String route = told.get(ROUTE);
    if (method == null) {
      return super.getName();
    }
    return route == null ? method : method + " " + route;
  }

  @Override
  public Attributes getAttributes() {
    return told;
  }

  @Override
  public int getTotalAttributeCount() {
    return told.size();
  }

  @Override
  public StatusData getStatus() {
    return StatusData.create(super.getStatus().getStatusCode(), "");
  }

  /** Of a failure its class. */
  @Override
  public List<EventData> getEvents() {
    return super.getEvents().stream().map(DiscreetSpan::discreet).toList();
  }

  private static EventData discreet(EventData event) {
    Attributes kept =
        event.getAttributes().toBuilder().removeIf(key -> !key.equals(FAILURE)).build();
    return EventData.create(event.getEpochNanos(), event.getName(), kept, kept.size());
  }
}
