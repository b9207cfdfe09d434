package fr.porteouverte.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.access.Role;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.LoginServer;
import fr.porteouverte.support.Timetable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Keycloak is lost at one request after the other, with what was asked done or not: nothing stays
 * half done, and the same work later does the rest.
 */
@Tag("postgresql") // Half done is best seen where a transaction ends as in production.
@QuarkusTest
@TestSecurity(user = "anne", roles = Role.ADMIN)
@QuarkusTestResource(LoginServer.class)
class CutMidwayTest extends ApiTest {
  /** More than any of these needs. */
  private static final int STEPS = 9;

  @Inject Provisioning provisioning;
  @Inject EntryLinks links;
  @Inject Timetable database;

  static Stream<Arguments> cuts() {
    return IntStream.range(0, STEPS)
        .boxed()
        .flatMap(step -> Stream.of(Arguments.of(step, true), Arguments.of(step, false)));
  }

  @BeforeEach
  void nobodyIsKnown() {
    LoginServer.clear();
    fixtures.site("Moyaux");
    fixtures.agent("anne", AgentRole.admin);
    provisioning.catchUp();
  }

  private Response invite(String email) {
    return invite(api(), email);
  }

  private Response invite(RequestSpecification as, String email) {
    String moyaux = "" + database.number("select min(id) from site");
    Map<String, Object> paul =
        Map.of(
            "username",
            "paul",
            "firstName",
            "Paul",
            "lastName",
            "Roy",
            "email",
            email,
            "assignments",
            List.of(
                Map.of("role", "clerk", "sites", List.of(moyaux)), Map.of("role", "integrator")));
    return as.contentType(ContentType.JSON).body(paul).post("/agents");
  }

  private String id() {
    return "" + database.number("select id from agent where username = 'paul'");
  }

  private void later() {
    LoginServer.cut(-1, false);
    clock.advance(Duration.ofMinutes(11));
    provisioning.catchUp();
  }

  @ParameterizedTest
  @MethodSource("cuts")
  void who_is_invited_meanwhile_has_one_user_with_all_roles_in_the_end(int step, boolean done) {
    String id = invite("paul@example.org").then().statusCode(201).extract().path("id");
    api().get("/agents/" + id).then().body("loginPending", equalTo(true));
    LoginServer.cut(step, done);
    provisioning.catchUp();
    boolean cut = LoginServer.wasCut();
    api().get("/agents/" + id).then().body("loginPending", equalTo(cut));
    later();
    api()
        .get("/agents/" + id)
        .then()
        .body("canLogIn", equalTo(true))
        .body("loginPending", equalTo(false))
        .body("loginRefusal", nullValue());
    assertThat(LoginServer.users()).containsOnlyKeys("id-anne", "id-paul");
    assertThat(LoginServer.roles("id-paul")).containsExactlyInAnyOrder("clerk", "integrator");
  }

  @ParameterizedTest
  @MethodSource("cuts")
  void who_is_disabled_meanwhile_is_out_at_once_and_logged_out_in_the_end(int step, boolean done) {
    invite("paul@example.org").then().statusCode(201);
    provisioning.catchUp();
    String etag = api().get("/agents/" + id()).header("ETag");
    api().header("If-Match", etag).post("/agents/" + id() + "/disabling").then().statusCode(200);
    LoginServer.cut(step, done);
    provisioning.catchUp();
    later();
    assertThat(LoginServer.LOGGED_OUT).containsExactly("id-paul");
    assertThat(LoginServer.users().get("id-paul").path("enabled").asBoolean()).isFalse();
    api().get("/agents/" + id()).then().body("loginPending", equalTo(false));
  }

  @ParameterizedTest
  @MethodSource("cuts")
  void a_link_whose_password_was_lost_midway_gives_one_later(int step, boolean done) {
    fixtures.agent("claire", AgentRole.clerk);
    long agent = database.number("select id from agent where username = 'claire'");
    UUID link = QuarkusTransaction.requiringNew().call(() -> links.make(agent, Invitations.GOOD));
    LoginServer.cut(step, done);
    int status = password(link).statusCode();
    if (status != 200) {
      assertThat(status).isEqualTo(503);
      LoginServer.cut(-1, false);
      password(link).then().statusCode(200);
    }
    password(link).then().statusCode(409);
    assertThat(LoginServer.users()).containsOnlyKeys("id-anne", "id-claire");
  }

  private Response password(UUID link) {
    return api()
        .header("Link-Secret", links.secret(link))
        .post("/entry-links/" + link + "/password");
  }

  @Test
  void an_address_that_only_keycloak_knows_is_refused_at_its_field_and_nothing_is_written() {
    LoginServer.add("somebody", "paul@example.org");
    invite("paul@example.org").then().statusCode(400).body("errors.field", contains("email"));
    invite(api().header("Idempotency-Key", "one"), "paul@example.org")
        .then()
        .statusCode(400)
        .body("errors.field", contains("email"));
    assertThat(database.number("select count(*) from agent where username = 'paul'")).isZero();
    assertThat(database.number("select count(*) from outbox")).isZero();
    invite("paul.roy@example.org").then().statusCode(201);
  }

  @Test
  void a_repeat_is_told_of_the_first_though_somebody_in_keycloak_has_the_address_by_now() {
    String id = invite(api().header("Idempotency-Key", "one"), "paul@example.org").path("id");
    LoginServer.add("somebody", "paul@example.org");
    invite(api().header("Idempotency-Key", "one"), "paul@example.org")
        .then()
        .statusCode(201)
        .body("id", equalTo(id));
  }

  @Test
  void while_keycloak_is_away_somebody_is_invited_and_hears_of_the_address_later() {
    LoginServer.add("somebody", "paul@example.org");
    LoginServer.down = 503;
    invite("paul@example.org").then().statusCode(201).body("loginPending", equalTo(true));
    LoginServer.down = 0;
    provisioning.catchUp();
    api()
        .get("/agents/" + id())
        .then()
        .body("canLogIn", equalTo(false))
        .body("loginRefusal", equalTo("409 User exists with same email"));
  }

  /** A table is one transaction; Keycloak hears of each of its agents later, or again. */
  @ParameterizedTest
  @MethodSource("cuts")
  void a_table_of_agents_is_written_whole_and_each_has_one_user_in_the_end(int step, boolean done) {
    String moyaux = database.text("select 'maison-' || min(id) from site");
    String table = "username;lastName;firstName;email;assignments\n";
    for (String who : List.of("paul", "nina", "zoe")) {
      table += who + ";Roy;Prénom;" + who + "@example.org;clerk: " + moyaux + "\n";
    }
    LoginServer.cut(step, done);
    api()
        .contentType("text/csv")
        .body(table)
        .post("/imports/tables/agents/file")
        .then()
        .statusCode(200)
        .body("counts.created", equalTo(3));
    provisioning.catchUp();
    later();
    assertThat(LoginServer.users()).containsOnlyKeys("id-anne", "id-paul", "id-nina", "id-zoe");
    assertThat(database.number("select count(*) from outbox where kind = 'agentInvited'"))
        .isEqualTo(3);
    assertThat(database.number("select count(*) from agent where keycloak_due")).isZero();
  }

  /** Taking it back is one transaction, too: whom it invited is out in the end, and once. */
  @ParameterizedTest
  @MethodSource("cuts")
  void a_table_that_is_taken_back_shuts_out_whom_it_invited_in_the_end(int step, boolean done) {
    String table =
        "username;lastName;firstName;email;assignments\npaul;Roy;Paul;paul@example.org;integrator\n";
    String imported =
        api()
            .contentType("text/csv")
            .body(table)
            .post("/imports/tables/agents/file")
            .then()
            .statusCode(200)
            .extract()
            .path("id");
    provisioning.catchUp();
    LoginServer.cut(step, done);
    api().post("/imports/tables/agents/" + imported + "/undo").then().statusCode(200);
    provisioning.catchUp();
    boolean cut = LoginServer.wasCut();
    api()
        .get("/agents/" + id())
        .then()
        .body("standing", equalTo("disabled"))
        .body("loginPending", equalTo(cut));
    later();
    assertThat(LoginServer.users().get("id-paul").path("enabled").asBoolean(true)).isFalse();
    assertThat(LoginServer.users().get("id-paul").has("email")).isFalse();
    api().get("/agents/" + id()).then().body("loginPending", equalTo(false));
  }

  @Test
  void whose_user_was_deleted_before_they_came_does_not_come_back_by_their_link() {
    invite("paul@example.org").then().statusCode(201);
    provisioning.catchUp();
    long agent = database.number("select id from agent where username = 'paul'");
    UUID link = QuarkusTransaction.requiringNew().call(() -> links.make(agent, Invitations.GOOD));
    LoginServer.delete("id-paul");
    password(link).then().statusCode(404);
    assertThat(LoginServer.users()).doesNotContainKey("id-paul");
    api().get("/agents/" + id()).then().body("standing", equalTo("disabled"));
  }

  @Test
  void another_mail_asks_keycloak_again_at_once() {
    LoginServer.down = 500;
    invite("paul@example.org").then().statusCode(201);
    provisioning.catchUp();
    LoginServer.down = 0;
    assertThat(provisioning.catchUp()).as("too soon").isZero();
    api().post("/agents/" + id() + "/invitation").then().statusCode(200);
    assertThat(provisioning.catchUp()).isEqualTo(1);
  }
}
