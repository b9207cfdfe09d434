package fr.porteouverte.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * A server in the place of Keycloak's administration: what its users' pages answer, as Keycloak
 * 26.7.3 was seen to answer. {@code keycloak.e2e.ts} asks the real one the same.
 */
public class LoginServer implements QuarkusTestResourceLifecycleManager {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Keycloak's validator person-name-prohibited-characters. */
  private static final Pattern NAME =
      Pattern.compile("[^<>&\"\\v$%!#?§;*~/\\\\|^=\\[\\]{}()\\p{Cntrl}]+");

  private static final Map<String, ObjectNode> USERS = new ConcurrentHashMap<>();

  /** Whose logins were ended, and who was given a password, by id. */
  public static final Set<String> LOGGED_OUT = ConcurrentHashMap.newKeySet();

  public static final Set<String> GIVEN_A_PASSWORD = ConcurrentHashMap.newKeySet();

  /** A realm that is imported anew has another user for us. */
  public static volatile String installation = "first";

  /** What every request is answered with instead; 0: nothing of that kind. */
  public static volatile int down;

  private HttpServer server;

  public static void clear() {
    USERS.clear();
    LOGGED_OUT.clear();
    GIVEN_A_PASSWORD.clear();
    installation = "first";
    down = 0;
  }

  /** By hand, in Keycloak's own console. */
  public static void delete(String id) {
    USERS.remove(id);
  }

  private static String token() {
    String claims = JSON.createObjectNode().put("sub", installation).toString();
    return "of."
        + Base64.getUrlEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + ".tests";
  }

  public static Map<String, ObjectNode> users() {
    return Map.copyOf(USERS);
  }

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", LoginServer::answer);
    server.start();
    return Map.of(
        "quarkus.keycloak.admin-client.server-url",
        "http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    byte[] sent = exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath();
    if (down != 0) {
      send(exchange, down, JSON.createObjectNode().put("error", "unknown_error"));
    } else if (path.endsWith("/token")) {
      send(
          exchange,
          200,
          JSON.createObjectNode()
              .put("access_token", token())
              .put("token_type", "Bearer")
              .put("expires_in", 300));
    } else if (path.endsWith("/users") && exchange.getRequestMethod().equals("POST")) {
      create(exchange, (ObjectNode) JSON.readTree(sent));
    } else if (path.endsWith("/users")) {
      send(exchange, 200, JSON.valueToTree(find(exchange.getRequestURI().getQuery())));
    } else if (path.matches(".*/users/[^/]+") && exchange.getRequestMethod().equals("PUT")) {
      change(exchange, (ObjectNode) JSON.readTree(sent));
    } else if (path.matches(".*/users/[^/]+") && exchange.getRequestMethod().equals("GET")) {
      ObjectNode user = USERS.get(last(path));
      send(exchange, user == null ? 404 : 200, user == null ? JSON.createObjectNode() : user);
    } else if (path.endsWith("/logout")) {
      LOGGED_OUT.add(last(path.replace("/logout", "")));
      send(exchange, 204, null);
    } else if (path.endsWith("/reset-password")) {
      GIVEN_A_PASSWORD.add(last(path.replace("/reset-password", "")));
      send(exchange, 204, null);
    } else if (exchange.getRequestMethod().equals("GET")) {
      send(exchange, 200, JSON.createArrayNode());
    } else {
      send(exchange, 204, null);
    }
  }

  private static String last(String path) {
    return path.replaceAll(".*/", "");
  }

  private static Object[] find(String query) {
    return USERS.values().stream()
        .filter(user -> query.contains("username=" + user.path("username").asText()))
        .toArray();
  }

  private static void create(HttpExchange exchange, ObjectNode user) throws IOException {
    if (refused(exchange, user)) {
      return;
    }
    String id = "id-" + user.path("username").asText();
    USERS.put(id, user.put("id", id));
    exchange.getResponseHeaders().add("Location", "http://localhost/admin/users/" + id);
    send(exchange, 201, null);
  }

  private static void change(HttpExchange exchange, ObjectNode user) throws IOException {
    if (!refused(exchange, user)) {
      USERS.put(user.path("id").asText(), user);
      send(exchange, 204, null);
    }
  }

  private static boolean refused(HttpExchange exchange, JsonNode user) throws IOException {
    for (String field : new String[] {"firstName", "lastName"}) {
      if (!NAME.matcher(user.path(field).asText()).matches()) {
        ObjectNode said =
            JSON.createObjectNode()
                .put("field", field)
                .put("errorMessage", "error-person-name-invalid-character");
        said.putArray("params").add(field);
        send(exchange, 400, said);
        return true;
      }
    }
    String email = user.path("email").asText("");
    boolean taken =
        USERS.values().stream()
            .filter(other -> !other.path("username").equals(user.path("username")))
            .anyMatch(other -> !email.isEmpty() && other.path("email").asText("").equals(email));
    if (taken) {
      send(
          exchange,
          409,
          JSON.createObjectNode().put("errorMessage", "User exists with same email"));
    }
    return taken;
  }

  private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
    byte[] bytes = body == null ? new byte[0] : body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
