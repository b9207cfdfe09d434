package fr.porteouverte.crash;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Another system's server, which lives on and is told of each change by webhook. */
final class Follower implements AutoCloseable {
  private final HttpServer server;
  private final Queue<String> bodies = new ConcurrentLinkedQueue<>();

  /** By their webhook-id: what they told of. Each id has one. */
  private final Map<String, Set<String>> told = new ConcurrentHashMap<>();

  Follower(Ground ground) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::take);
    server.start();
    ground.change(
        "insert into integrator (id, version, name, contact_name, contact_email, scopes, created_at,"
            + " created_by) values (1, 0, 'La Coop', 'Ada', 'ada@example.org', 'bookings:read"
            + " webhooks', now(), 'x')",
        "insert into integrator_place (integrator_id, site_id) values (1, 1)",
        "insert into webhook_endpoint (id, version, integrator_id, url, types, all_sites, salt,"
            + " state, created_at, created_by) values (1, 0, 1, 'http://localhost:"
            + server.getAddress().getPort()
            + "/hook', '', true, 'salt', 'active', now(), 'x')",
        "insert into webhook_pace (endpoint_id, told_until, failures) values (1, 0, 0)");
  }

  /** So that the product calls it without TLS, and takes up soon what a dead process had taken. */
  static Map<String, String> settings() {
    return Map.of(
        "PORTE_OUVERTE_OUTBOUND_PLAIN_HOSTS",
        "localhost",
        "PORTE_OUVERTE_WEBHOOKS_EVERY",
        "1S",
        "PORTE_OUVERTE_WEBHOOKS_LEASE",
        "10S");
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String id = exchange.getRequestHeaders().getFirst("webhook-id");
      told.computeIfAbsent(id, one -> ConcurrentHashMap.newKeySet())
          .add(JsonPath.from(body).getString("data.id"));
      bodies.add(JsonPath.from(body).getString("type") + " " + subject(body));
      exchange.sendResponseHeaders(204, -1);
    }
  }

  private static String subject(String body) {
    return JsonPath.from(body).getString("data.subject");
  }

  /** What was told, as {@code booking.created K7QF2MXD}; some twice. */
  Set<String> told() {
    return Set.copyOf(bodies);
  }

  /** By webhook-id, the changes that it told of. */
  Map<String, Set<String>> byId() {
    return told;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
