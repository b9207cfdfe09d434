package fr.porteouverte.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.LoginServer;
import fr.porteouverte.support.Timetable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links that give a password: to the first administrator, and to who was invited. */
@QuarkusTest
@QuarkusTestResource(LoginServer.class)
class EntryTest extends ApiTest {
  @Inject FirstAccess firstAccess;
  @Inject EntryLinks links;
  @Inject Timetable database;

  @BeforeEach
  void nobodyIsKnown() {
    LoginServer.clear();
  }

  private static final Map<String, Object> ANNE =
      Map.of("username", "anne.dubois", "firstName", "Anne", "lastName", "Dubois");

  private ValidatableResponse first(String address, Map<String, Object> who) {
    return post(address, "/first-administrator", who);
  }

  private ValidatableResponse post(String address, String what, Map<String, Object> body) {
    String id = address.replaceAll(".*/([^/#]+)#.*", "$1");
    return api()
        .contentType(ContentType.JSON)
        .header("Link-Secret", address.replaceAll(".*#", ""))
        .body(body)
        .post("/entry-links/" + id + what)
        .then();
  }

  private UUID linkOf(String username) {
    long agent = database.number("select id from agent where username = '" + username + "'");
    return QuarkusTransaction.requiringNew().call(() -> links.make(agent, Invitations.GOOD));
  }

  private String address(UUID link) {
    return "/equipe/invitation/" + link + "#" + links.secret(link);
  }

  @Test
  void an_empty_installation_prints_a_way_in_and_one_with_an_administrator_none() {
    assertThat(firstAccess.print().orElseThrow()).contains("/equipe/premier-acces/");
    fixtures.agent("anne", AgentRole.admin);
    assertThat(firstAccess.print()).isEmpty();
  }

  @Test
  void every_wrong_field_of_the_first_administrator_is_named() {
    first(firstAccess.print().orElseThrow(), Map.of("username", "É", "firstName", " "))
        .statusCode(400)
        .body("errors.field", hasItems("username", "firstName", "lastName"));
  }

  @Test
  void a_login_service_that_is_away_uses_nothing_up() {
    String address = firstAccess.print().orElseThrow();
    LoginServer.down = 503;
    first(address, ANNE).statusCode(503).body("type", equalTo("/problems/login-unavailable"));
    assertThat(database.number("select count(*) from agent")).isZero();
    assertThat(database.number("select count(*) from entry_link where used_at is null")).isOne();
  }

  @Test
  void the_first_administrator_gets_a_password_for_one_login_and_the_link_is_used_up() {
    String address = firstAccess.print().orElseThrow();
    first(address, ANNE).statusCode(200).body("username", equalTo("anne.dubois"));
    assertThat(LoginServer.GIVEN_A_PASSWORD).containsExactly("id-anne.dubois");
    assertThat(
            database.number(
                "select count(*) from agent a join assignment g on g.agent_id = a.id"
                    + " where a.username = 'anne.dubois' and g.role = 'admin'"))
        .isOne();
    first(address, ANNE).statusCode(409).body("type", equalTo("/problems/link-used"));
    assertThat(firstAccess.print()).isEmpty();
  }

  @Test
  void two_who_open_it_at_once_make_one_administrator() {
    String one = firstAccess.print().orElseThrow();
    String other = firstAccess.print().orElseThrow();
    var second = new java.util.HashMap<>(ANNE);
    second.put("username", "bea.martin");
    var statuses =
        Stream.of(Map.entry(one, ANNE), Map.entry(other, (Map<String, Object>) second))
            .map(
                each ->
                    CompletableFuture.supplyAsync(
                        () -> first(each.getKey(), each.getValue()).extract().statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .sorted()
            .toList();
    assertThat(statuses).containsExactly(200, 409);
    assertThat(database.number("select count(*) from agent")).isOne();
  }

  @Test
  void an_invited_agent_gets_a_password_once() {
    fixtures.agent("claire", AgentRole.clerk, fixtures.site("Moyaux"));
    String address = address(linkOf("claire"));
    post(address, "/password", Map.of()).statusCode(200).body("username", equalTo("claire"));
    post(address, "/password", Map.of()).statusCode(409);
    assertThat(LoginServer.GIVEN_A_PASSWORD).containsExactly("id-claire");
  }

  @Test
  void a_wrong_secret_is_as_unknown_as_no_link() {
    String address = firstAccess.print().orElseThrow();
    first(address + "x", ANNE).statusCode(404);
    first("/" + UUID.randomUUID() + "#x", ANNE).statusCode(404);
    first("/nonsense#x", ANNE).statusCode(404);
  }

  @Test
  void where_somebody_runs_the_network_the_first_link_gives_nothing() {
    String address = firstAccess.print().orElseThrow();
    fixtures.agent("anne", AgentRole.admin);
    first(address, ANNE).statusCode(409).body("type", equalTo("/problems/link-used"));
  }

  @Test
  void a_link_expires() {
    String address = firstAccess.print().orElseThrow();
    clock.advance(FirstAccess.GOOD.plusSeconds(1));
    first(address, ANNE).statusCode(409).body("type", equalTo("/problems/link-expired"));
  }

  @Test
  void a_newer_invitation_ends_the_older_one_and_a_disabled_agent_has_none() {
    fixtures.agent("claire", AgentRole.clerk, fixtures.site("Moyaux"));
    UUID older = linkOf("claire");
    UUID newer = linkOf("claire");
    post(address(older), "/password", Map.of()).statusCode(409);
    database.change("update agent set state = 'disabled' where username = 'claire'");
    post(address(newer), "/password", Map.of()).statusCode(404);
  }

  @Test
  void an_invitation_makes_no_administrator() {
    fixtures.agent("claire", AgentRole.clerk, fixtures.site("Moyaux"));
    first(address(linkOf("claire")), ANNE).statusCode(409);
  }
}
