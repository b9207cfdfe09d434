package fr.porteouverte.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import fr.porteouverte.access.Role;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.AsRun;
import fr.porteouverte.support.Bearer;
import fr.porteouverte.support.EventStream;
import fr.porteouverte.support.Timetable;
import fr.porteouverte.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A token says who somebody is; what they are says the register, at the next call already. */
@QuarkusTest
@TestProfile(AsRun.class)
class RightsNowTest extends ApiTest {
  @Inject Timetable database;
  private Site moyaux;
  private Site sees;

  @BeforeEach
  void people() {
    moyaux = fixtures.site("Moyaux");
    sees = fixtures.site("Sées");
    fixtures.agent("anne", AgentRole.admin);
    fixtures.agent("claire", AgentRole.clerk, moyaux);
  }

  private ValidatableResponse as(String username, String role, String path) {
    return api().auth().oauth2(Bearer.token(username, role)).get(path).then();
  }

  private void is(String username, String role) {
    database.change(
        "update assignment set role = '"
            + role
            + "' where agent_id = (select id from agent where username = '"
            + username
            + "')");
  }

  private void change(String username, String what) {
    database.change("update agent set " + what + " where username = '" + username + "'");
  }

  @Test
  void a_demoted_admin_is_none_at_the_next_call_with_the_same_token() {
    as("anne", Role.ADMIN, "/agents").statusCode(200);
    is("anne", "integrator");
    as("anne", Role.ADMIN, "/agents").statusCode(403).body("type", equalTo("/problems/forbidden"));
    as("anne", Role.ADMIN, "/me").statusCode(200).body("roles", contains("integrator"));
  }

  @Test
  void a_role_of_the_token_alone_is_none() {
    as("claire", Role.ADMIN, "/agents").statusCode(403);
    as("claire", "offline_access", "/me").statusCode(200).body("roles", contains("clerk"));
  }

  @Test
  void who_was_moved_acts_in_the_new_house_at_the_next_call() {
    as("claire", Role.CLERK, "/sites/" + sees.id() + "/queue").statusCode(404);
    database.change("update assignment set site_id = " + sees.id() + " where site_id is not null");
    as("claire", Role.CLERK, "/sites/" + sees.id() + "/queue").statusCode(200);
    as("claire", Role.CLERK, "/sites/" + moyaux.id() + "/queue").statusCode(404);
  }

  @Test
  void a_disabled_agent_is_out_at_the_next_call_and_hears_why() {
    as("claire", Role.CLERK, "/me").statusCode(200);
    change("claire", "state = 'disabled'");
    as("claire", Role.CLERK, "/me")
        .statusCode(403)
        .body("type", equalTo("/problems/account-disabled"));
    as("claire", Role.CLERK, "/partners")
        .statusCode(403)
        .body("type", equalTo("/problems/account-disabled"));
  }

  @Test
  void who_is_in_no_register_is_no_agent() {
    as("somebody", Role.ADMIN, "/agents")
        .statusCode(403)
        .body("type", equalTo("/problems/account-unknown"));
  }

  @Test
  void another_user_of_keycloak_with_the_same_name_is_nobody() {
    change("claire", "keycloak_id = 'somebody-else'");
    as("claire", Role.CLERK, "/me")
        .statusCode(403)
        .body("type", equalTo("/problems/account-unknown"));
  }

  @Test
  void a_stream_ends_with_the_right_to_it() throws Exception {
    try (EventStream stream =
        EventStream.open(
            "/sites/" + moyaux.id() + "/queue/stream", null, Bearer.token("claire", Role.CLERK))) {
      assertThat(stream.next().name()).isEqualTo("snapshot");
      change("claire", "state = 'disabled'");
      assertThat(stream.ends()).isTrue();
    }
  }

  @Test
  void a_calendars_address_closes_with_the_right_to_it() {
    String url =
        api()
            .auth()
            .oauth2(Bearer.token("claire", Role.CLERK))
            .header("Idempotency-Key", UUID.randomUUID())
            .contentType(ContentType.JSON)
            .body(Map.of("kind", "site", "id", "" + moyaux.id()))
            .post("/calendar-feeds")
            .then()
            .statusCode(201)
            .extract()
            .path("url");
    String path = url.substring(url.indexOf("/feeds/"));
    api().get(path).then().statusCode(200);
    change("claire", "state = 'disabled'");
    api().get(path).then().statusCode(404);
  }

  @Test
  void two_admins_who_disable_each_other_at_once_leave_one() {
    fixtures.agent("bea", AgentRole.admin);
    long anne = database.number("select id from agent where username = 'anne'");
    long bea = database.number("select id from agent where username = 'bea'");
    List<Integer> statuses =
        Together.run(List.of(() -> disable("anne", bea), () -> disable("bea", anne)));
    assertThat(statuses).containsOnlyOnce(200);
    assertThat(
            database.number(
                "select count(*) from agent a join assignment g on g.agent_id = a.id"
                    + " where g.role = 'admin' and a.state = 'active'"))
        .isOne();
  }

  private int disable(String by, long whom) {
    return api()
        .auth()
        .oauth2(Bearer.token(by, Role.ADMIN))
        .header("If-Match", "\"0\"")
        .post("/agents/" + whom + "/disabling")
        .statusCode();
  }
}
