package fr.porteouverte.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/** A collector of traces, as OTLP over HTTP has it; and a server that may be called. */
public final class Collector implements AutoCloseable {
  private final List<ExportTraceServiceRequest> received = new CopyOnWriteArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  public Collector(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(
        exchange.getRequestMethod() + " " + path + " " + exchange.getRequestHeaders().entrySet());
    InputStream body = exchange.getRequestBody();
    if ("gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
      body = new GZIPInputStream(body);
    }
    byte[] sent = body.readAllBytes();
    if (path.equals("/v1/traces")) {
      received.add(ExportTraceServiceRequest.parseFrom(sent));
    }
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  /** Each request to it, with its headers. */
  public List<String> asked() {
    return asked;
  }

  /** What stands beside the spans: of which service and which process they are. */
  public List<ResourceSpans> services() {
    return received.stream().flatMap(one -> one.getResourceSpansList().stream()).toList();
  }

  public List<Span> spans() {
    return services().stream()
        .flatMap(one -> one.getScopeSpansList().stream())
        .flatMap(one -> one.getSpansList().stream())
        .toList();
  }

  /** All of it in words: what is not in here was not sent. */
  public String everything() {
    return received.toString();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
