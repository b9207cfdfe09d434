package fr.porteouverte.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /** Clients that log in for themselves, by id. */
  private static final Map<String, ObjectNode> CLIENTS = new ConcurrentHashMap<>();

  /** Whose logins were ended, and who was given a password, by id. */
  public static final Set<String> LOGGED_OUT = ConcurrentHashMap.newKeySet();

  public static final Set<String> GIVEN_A_PASSWORD = ConcurrentHashMap.newKeySet();

  /** A realm that is imported anew has another user for us. */
  public static volatile String installation = "first";

  /** What every request is answered with instead; 0: nothing of that kind. */
  public static volatile int down;

  /** Which request of ours is cut: -1: none, 0: the next one. Asking for a token is not counted. */
  private static final AtomicInteger UNTIL_CUT = new AtomicInteger(-1);

  /** How often anything was asked. */
  public static final AtomicInteger ASKED = new AtomicInteger();

  /** Whether what is cut was done all the same, and only its answer got lost. */
  private static volatile boolean done;

  /** Whether nobody hears what is answered now. (An exchange's attributes are all exchanges'.) */
  private static final ThreadLocal<Boolean> LOST = ThreadLocal.withInitial(() -> false);

  private static final Map<String, Set<String>> ROLES = new ConcurrentHashMap<>();

  private HttpServer server;

  public static void clear() {
    USERS.clear();
    CLIENTS.clear();
    LOGGED_OUT.clear();
    GIVEN_A_PASSWORD.clear();
    ROLES.clear();
    installation = "first";
    down = 0;
    UNTIL_CUT.set(-1);
    ASKED.set(0);
  }

  /**
   * Loses the line at one request.
   *
   * @param step 0: the next one; -1: at none
   * @param doneAllTheSame else it never arrived
   */
  public static void cut(int step, boolean doneAllTheSame) {
    done = doneAllTheSame;
    UNTIL_CUT.set(step);
  }

  public static boolean wasCut() {
    return UNTIL_CUT.get() < 0;
  }

  /** Of a user, by id. */
  public static Set<String> roles(String id) {
    return Set.copyOf(ROLES.getOrDefault(id, Set.of()));
  }

  /** Somebody whom no register knows. */
  public static void add(String username, String email) {
    String id = "id-" + username;
    USERS.put(
        id, JSON.createObjectNode().put("id", id).put("username", username).put("email", email));
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

  /** By OAuth's client_id. */
  public static Set<String> clients() {
    return CLIENTS.values().stream()
        .map(client -> client.path("clientId").asText())
        .collect(Collectors.toUnmodifiableSet());
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
        "http://127.0.0.1:" + server.getAddress().getPort(),
        "porte-ouverte.accounts.ask-before",
        "true");
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    ASKED.incrementAndGet();
    byte[] sent = exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath();
    boolean cut = !path.endsWith("/token") && UNTIL_CUT.getAndUpdate(n -> Math.max(-1, n - 1)) == 0;
    LOST.set(cut);
    if (cut && !done) {
      exchange.close();
      return;
    }
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
    } else if (path.contains("/clients")) {
      clients(exchange, path, sent);
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
    } else if (path.contains("/role-mappings/realm")) {
      roles(exchange, path, sent);
    } else if (exchange.getRequestMethod().equals("GET")) {
      send(exchange, 200, JSON.createArrayNode());
    } else {
      send(exchange, 204, null);
    }
  }

  private static void clients(HttpExchange exchange, String path, byte[] sent) throws IOException {
    if (exchange.getRequestMethod().equals("POST")) {
      ObjectNode client = (ObjectNode) JSON.readTree(sent);
      String id = "id-" + client.path("clientId").asText();
      CLIENTS.put(id, client.put("id", id));
      exchange.getResponseHeaders().add("Location", "http://localhost/admin/clients/" + id);
      send(exchange, 201, null);
    } else if (path.endsWith("/client-secret")) {
      String id = last(path.replace("/client-secret", ""));
      send(exchange, 200, JSON.createObjectNode().put("type", "secret").put("value", "s-" + id));
    } else {
      boolean known = CLIENTS.remove(last(path)) != null;
      send(exchange, known ? 204 : 404, known ? null : JSON.createObjectNode());
    }
  }

  private static void roles(HttpExchange exchange, String path, byte[] sent) throws IOException {
    String id = path.replaceAll(".*/users/([^/]+)/.*", "$1");
    Set<String> has = ROLES.computeIfAbsent(id, user -> ConcurrentHashMap.newKeySet());
    if (exchange.getRequestMethod().equals("GET")) {
      ArrayNode all = JSON.createArrayNode();
      Stream.of("clerk", "manager", "partner", "observer", "admin", "integrator")
          .filter(role -> has.contains(role) != path.endsWith("/available"))
          .forEach(role -> all.addObject().put("id", role).put("name", role));
      send(exchange, 200, all);
      return;
    }
    for (JsonNode role : JSON.readTree(sent)) {
      if (exchange.getRequestMethod().equals("POST")) {
        has.add(role.path("name").asText());
      } else {
        has.remove(role.path("name").asText());
      }
    }
    send(exchange, 204, null);
  }

  private static String last(String path) {
    return path.replaceAll(".*/", "");
  }

  private static Object[] find(String query) {
    return USERS.values().stream()
        .filter(
            user ->
                query.contains("username=" + user.path("username").asText())
                    || query.contains("email=" + user.path("email").asText("-")))
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
      if (user.path("email").asText("").isEmpty()) {
        // So a user has none.
        user.remove("email");
      }
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
    if (LOST.get()) {
      exchange.close();
      return;
    }
    byte[] bytes = body == null ? new byte[0] : body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
