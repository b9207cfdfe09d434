package fr.porteouverte.crash;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.support.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Two nodes of Keycloak on one PostgreSQL behind the web server of an installation, and the API,
 * which asks them by it. {@code -Dcrash.logins.kills} says how often one is killed.
 */
@Order(3)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LoginTrial {
  private static final int KILLS = Integer.getInteger("crash.logins.kills", 1);
  private static final String PASSWORD = "une porte ouverte";

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, LoginNode> nodes = new TreeMap<>();
  private LoginNode.Place place;
  private Ground ground;
  private URI address;
  private Front front;
  private Product api;

  @BeforeAll
  void begin() throws Exception {
    ground = Ground.postgres("login");
    ground.change(
        "create database keycloak",
        "insert into agent (id, username, first_name, last_name, partner_id, keycloak_due)"
            + " values (1, 'sophie', 'Sophie', 'Renault', 1, false)",
        "insert into assignment (agent_id, role) values (1, 'partner')");
    ThreadLocalRandom any = ThreadLocalRandom.current();
    place =
        new LoginNode.Place(
            Path.of(System.getProperty("crash.keycloak")),
            "127." + any.nextInt(1, 250) + "." + any.nextInt(1, 250),
            Ports.free(),
            Ports.free());
    int port = Ports.free();
    String inside = "http://127.0.0.1:" + Ports.free();
    address = URI.create("http://localhost:" + port);
    // The first one makes the tables and the realm.
    start("one");
    api =
        Product.behindTheFront(
            ground,
            "api",
            0,
            Map.of(
                "QUARKUS_OIDC_TENANT_ENABLED",
                "true",
                "QUARKUS_OIDC_AUTH_SERVER_URL",
                inside + "/auth/realms/porte-ouverte"));
    start("two");
    api.ready();
    front =
        Front.of(
            ground,
            port,
            Map.of(
                "KEYCLOAK_ADDRESS",
                place.address("one")
                    + ":"
                    + place.port()
                    + " "
                    + place.address("two")
                    + ":"
                    + place.port(),
                "KEYCLOAK_HEALTH_PORT",
                "" + place.health(),
                "KEYCLOAK_INSIDE",
                inside),
            api);
    new LoginUsers(nodes.get("one")).make("sophie", PASSWORD, "partner");
  }

  private LoginNode start(String name) {
    LoginNode node = LoginNode.start(ground, place, name, address).ready();
    nodes.put(name, node);
    return node;
  }

  @AfterAll
  void end() throws IOException {
    front.close();
    api.kill();
    nodes.values().forEach(LoginNode::kill);
    ground.close();
  }

  @Test
  @Order(1)
  void a_login_may_go_from_node_to_node_with_each_step() throws Exception {
    Browser sophie = new Browser(address);
    URI form = sophie.through(nodes.get("one")).openLogin();
    assertThat(sophie.node()).isEqualTo("one");
    HttpResponse<String> redirected =
        sophie.through(nodes.get("two")).sendPassword(form, "sophie", PASSWORD);
    sophie.through(nodes.get("one")).finish(redirected);
    theApiKnows(sophie);
    assertThat(sophie.through(nodes.get("two")).refresh()).isTrue();
    theApiKnows(sophie);
    sophie.through(null).logInSilently();
    theApiKnows(sophie);
  }

  @Test
  @Order(2)
  void a_node_dies_and_who_has_logged_in_stays_so() throws Exception {
    Colleagues colleagues = new Colleagues(address, "sophie", PASSWORD);
    try (colleagues) {
      for (int kill = 0; kill < KILLS; kill++) {
        dies(kill % 2 == 0 ? "one" : "two");
        colleagues.awaitMore(2);
      }
    }
    System.out.println("LoginTrial: " + colleagues.answers());
  }

  private void dies(String name) throws Exception {
    LoginNode dying = nodes.get(name);
    Browser sophie = new Browser(address).through(dying);
    sophie.logIn("sophie", PASSWORD);
    assertThat(sophie.node()).isEqualTo(name);
    Browser late = new Browser(address).through(dying);
    URI form = late.openLogin();
    assertThat(late.node()).isEqualTo(name);
    dying.kill();
    Instant dead = Instant.now();
    assertThat(sophie.through(null).refresh()).isTrue();
    theApiKnows(sophie);
    long refreshed = Duration.between(dead, Instant.now()).toMillis();
    sophie.logInSilently();
    theApiKnows(sophie);
    long again = Duration.between(dead, Instant.now()).toMillis();
    boolean whole = finishes(late.through(null), form);
    theApiKnows(late);
    System.out.printf(
        "LoginTrial: after the death of %s refreshed in %d ms, logged in silently in %d ms; the open form %s%n",
        name, refreshed, again, whole ? "was good" : "began again");
    LoginNode back = start(name);
    sophie.through(back).logInSilently();
    theApiKnows(sophie);
    assertThat(late.through(back).refresh()).isTrue();
    theApiKnows(late);
  }

  /** Whether the form was still good; else it came again, and the second time it is. */
  private static boolean finishes(Browser late, URI form) throws Exception {
    HttpResponse<String> answer = late.sendPassword(form, "sophie", PASSWORD);
    if (answer.headers().firstValue("Location").orElse("").contains("code=")) {
      late.finish(answer);
      return true;
    }
    late.finish(late.sendPassword(late.formAfter(answer), "sophie", PASSWORD));
    return false;
  }

  private void theApiKnows(Browser browser) throws IOException, InterruptedException {
    HttpResponse<String> me =
        http.send(
            HttpRequest.newBuilder(front.at("/api/v1/me"))
                .header("Authorization", "Bearer " + browser.accessToken())
                .build(),
            BodyHandlers.ofString());
    assertThat(me.statusCode()).as(me.body()).isEqualTo(200);
    assertThat(me.body()).contains("\"username\":\"sophie\"");
  }
}
