package fr.porteouverte.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import fr.porteouverte.access.Role;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.LoginServer;
import fr.porteouverte.support.Timetable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;

/** Who leaves, in the register and in Keycloak. */
@QuarkusTest
@TestSecurity(user = "anne", roles = Role.ADMIN)
@QuarkusTestResource(LoginServer.class)
class LeavingTest extends ApiTest {
  @Inject Agents agents;
  @Inject Provisioning provisioning;
  @Inject Timetable database;
  @Inject Keycloak keycloak;

  @BeforeEach
  void claireIsKnown() {
    LoginServer.clear();
    keycloak.tokenManager().invalidate(keycloak.tokenManager().getAccessTokenString());
    fixtures.agent("anne", AgentRole.admin);
    fixtures.agent("claire", AgentRole.clerk, fixtures.site("Moyaux"));
    provisioning.catchUp();
    assertThat(LoginServer.users()).containsKey("id-claire");
  }

  private String id() {
    return "" + database.number("select id from agent where username = 'claire'");
  }

  private ValidatableResponse act(String what) {
    long version = database.number("select version from agent where username = 'claire'");
    return api()
        .header("If-Match", "\"" + version + "\"")
        .post("/agents/{id}/{what}", id(), what)
        .then();
  }

  private void compareAll() {
    QuarkusTransaction.requiringNew().run(agents::allDueInKeycloak);
    provisioning.catchUp();
  }

  @Test
  void a_disabled_agents_logins_end_and_none_begins() {
    act("disabling").statusCode(200);
    provisioning.catchUp();
    assertThat(LoginServer.LOGGED_OUT).containsExactly("id-claire");
    assertThat(LoginServer.users().get("id-claire").path("enabled").asBoolean()).isFalse();
    compareAll();
    assertThat(LoginServer.users().get("id-claire").path("enabled").asBoolean()).isFalse();
  }

  @Test
  void who_is_brought_back_may_log_in_again() {
    act("disabling").statusCode(200);
    provisioning.catchUp();
    act("return").statusCode(200);
    provisioning.catchUp();
    assertThat(LoginServer.users().get("id-claire").path("enabled").asBoolean()).isTrue();
  }

  @Test
  void a_keycloak_that_is_away_ends_the_logins_when_it_is_back() {
    act("disabling").statusCode(200);
    LoginServer.down = 503;
    provisioning.catchUp();
    assertThat(LoginServer.LOGGED_OUT).isEmpty();
    LoginServer.down = 0;
    provisioning.catchUp();
    assertThat(LoginServer.LOGGED_OUT).containsExactly("id-claire");
  }

  @Test
  void who_was_deleted_in_keycloak_stays_gone_until_somebody_brings_them_back() {
    LoginServer.delete("id-claire");
    compareAll();
    assertThat(LoginServer.users()).doesNotContainKey("id-claire");
    api().get("/agents/{id}", id()).then().body("standing", equalTo("disabled"));
    api()
        .get("/agents/{id}/history", id())
        .then()
        .body("items.what", contains("deletedInKeycloak"))
        .body("items.by", contains("system"));
    compareAll();
    assertThat(LoginServer.users()).doesNotContainKey("id-claire");
    act("return").statusCode(200);
    provisioning.catchUp();
    assertThat(LoginServer.users()).containsKey("id-claire");
  }

  @Test
  void a_new_keycloak_gets_everybody_back() {
    LoginServer.delete("id-claire");
    LoginServer.delete("id-anne");
    LoginServer.installation = "second";
    keycloak.tokenManager().invalidate(keycloak.tokenManager().getAccessTokenString());
    compareAll();
    assertThat(LoginServer.users()).containsKeys("id-claire", "id-anne");
  }
}
