package fr.porteouverte.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.access.Role;
import fr.porteouverte.http.Ids;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.LoginServer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One agent whom Keycloak refuses is one agent who cannot log in, and no more. */
@QuarkusTest
@TestSecurity(user = "anne", roles = Role.ADMIN)
@QuarkusTestResource(LoginServer.class)
class ProvisioningTest extends ApiTest {
  @Inject Agents agents;
  @Inject Provisioning provisioning;

  @BeforeEach
  void nobodyIsKnown() {
    LoginServer.clear();
  }

  /** As a file, an older version or a hand in the database left it: the API refuses some of it. */
  private String written(String username, String firstName, String email) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Agent agent = new Agent(username);
              agent.name(firstName, "Lefèvre", email);
              agent.place(List.of(Assignment.everywhere(AgentRole.admin)), null);
              agents.persistAndFlush(agent);
              return Ids.of(agent.id());
            });
  }

  private ValidatableResponse agent(String id) {
    return api().get("/agents/" + id).then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Clai\r\nre", "Claire <b>", "\u2028", "={x}"})
  void the_others_go_on_when_one_name_is_refused(String name) {
    String refused = written("claire.moyaux", name, null);
    String fine = written("zoe.sees", "Zoé", null);
    provisioning.catchUp();
    agent(fine).body("canLogIn", equalTo(true)).body("loginRefusal", nullValue());
    agent(refused)
        .body("canLogIn", equalTo(false))
        .body("loginRefusal", equalTo("400 error-person-name-invalid-character firstName"));
    RestAssured.get("/q/health/well")
        .then()
        .statusCode(200)
        .body("checks.find { it.name == 'logins' }.data.refused", equalTo(1))
        .body("checks.find { it.name == 'logins' }.data.degraded", equalTo(true));
  }

  @Test
  void a_mail_address_that_another_user_has_is_noted_and_asked_for_again_later() {
    written("claire.moyaux", "Claire", "same@example.org");
    String second = written("zoe.sees", "Zoé", "same@example.org");
    provisioning.catchUp();
    agent(second).body("loginRefusal", equalTo("409 User exists with same email"));
    LoginServer.clear();
    assertThat(provisioning.catchUp()).as("too soon").isZero();
    clock.advance(Duration.ofMinutes(11));
    assertThat(provisioning.catchUp()).isEqualTo(1);
    agent(second).body("canLogIn", equalTo(true)).body("loginRefusal", nullValue());
  }

  @Test
  void who_is_put_right_is_asked_for_at_once() {
    String id = written("claire.moyaux", "Clai\r\nre", null);
    provisioning.catchUp();
    QuarkusTransaction.requiringNew()
        .run(() -> agents.findById(Ids.parse(id)).name("Claire", "Lefèvre", null));
    assertThat(provisioning.catchUp()).isEqualTo(1);
    assertThat(LoginServer.users()).containsKey("id-claire.moyaux");
  }

  @Test
  void a_new_name_that_is_refused_leaves_the_login_as_it_was() {
    String id = written("claire.moyaux", "Claire", null);
    provisioning.catchUp();
    QuarkusTransaction.requiringNew()
        .run(() -> agents.findById(Ids.parse(id)).name("Clai\nre", "Lefèvre", null));
    provisioning.catchUp();
    agent(id)
        .body("canLogIn", equalTo(true))
        .body("loginRefusal", equalTo("400 error-person-name-invalid-character firstName"));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 503})
  void a_keycloak_that_answers_nobody_refuses_no_agent(int status) {
    String id = written("claire.moyaux", "Claire", null);
    LoginServer.down = status;
    assertThat(provisioning.catchUp()).isZero();
    agent(id).body("loginRefusal", nullValue());
    RestAssured.get("/q/health/well").then().statusCode(503);
    LoginServer.down = 0;
    assertThat(provisioning.catchUp()).isEqualTo(1);
    RestAssured.get("/q/health/well").then().statusCode(200);
  }

  @Test
  void what_keycloak_stumbles_over_for_one_agent_is_noted_too() {
    String id = written("claire.moyaux", "Claire", null);
    provisioning.catchUp();
    QuarkusTransaction.requiringNew().run(agents::allDueInKeycloak);
    LoginServer.down = 500;
    provisioning.catchUp();
    agent(id).body("loginRefusal", equalTo("500 unknown_error"));
    RestAssured.get("/q/health/well").then().statusCode(200);
  }

  private void look(String table) {
    api()
        .contentType("text/csv")
        .body(table.getBytes(StandardCharsets.UTF_8))
        .post("/imports/tables/agents/preview")
        .then()
        .statusCode(200);
  }

  /** Each question to a Keycloak that is away takes seconds. */
  @Test
  void a_table_asks_for_new_addresses_only_and_no_longer_once_nobody_answers() {
    for (int i = 0; i < 9; i++) {
      written("agent.n" + i, "Zoé", "n" + i + "@exemple.fr");
    }
    String table =
        new String(api().get("/imports/tables/agents/file").asByteArray(), StandardCharsets.UTF_8);
    LoginServer.ASKED.set(0);
    look(table);
    assertThat(LoginServer.ASKED).hasValue(0);
    LoginServer.down = 503;
    look(table.replace("@exemple.fr", "@exemple.org"));
    assertThat(LoginServer.ASKED.get()).isBetween(1, 4);
  }
}
