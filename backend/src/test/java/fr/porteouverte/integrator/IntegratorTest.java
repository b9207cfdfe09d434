package fr.porteouverte.integrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.http.Ids;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.AsRun;
import fr.porteouverte.support.Bearer;
import fr.porteouverte.support.LoginServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Other systems: what they may do, where, and with which keys. */
@QuarkusTest
@TestProfile(AsRun.class)
@QuarkusTestResource(LoginServer.class)
class IntegratorTest extends ApiTest {
  @Inject EndedKeys endedKeys;
  private Site moyaux;

  @BeforeEach
  void people() {
    LoginServer.clear();
    moyaux = fixtures.site("Moyaux");
    fixtures.agent("anne", AgentRole.admin);
    fixtures.agent("claire", AgentRole.clerk, moyaux);
  }

  private RequestSpecification admin() {
    return api().auth().oauth2(Bearer.token("anne", Role.ADMIN)).contentType(ContentType.JSON);
  }

  private RequestSpecification system(String clientId) {
    return api()
        .auth()
        .oauth2(Bearer.token("service-account-" + clientId))
        .contentType(ContentType.JSON);
  }

  private Map<String, Object> coop(Object scopes) {
    Map<String, Object> form = new HashMap<>();
    form.put("name", "La Coop");
    form.put("contactName", "Ada Martin");
    form.put("contactEmail", "ada@example.org");
    form.put("scopes", scopes);
    form.put("sites", List.of(Ids.of(moyaux.id())));
    return form;
  }

  private Response made(String... scopes) {
    return admin().body(coop(List.of(scopes))).post("/integrators");
  }

  private static String clientId(Response made) {
    return made.then().statusCode(201).extract().path("newKey.clientId");
  }

  @Test
  void an_admin_adds_a_system_and_reads_its_secret_once() {
    Response made = made("slots:read", "bookings:write");
    String id =
        made.then()
            .statusCode(201)
            .body("scopes", contains("slots:read", "bookings:write"))
            .body("sites.name", contains("Moyaux"))
            .body("newKey.clientSecret", notNullValue())
            .body("createdBy", equalTo("anne"))
            .extract()
            .path("id");
    assertThat(LoginServer.clients()).containsExactly(clientId(made));
    admin()
        .get("/integrators/" + id)
        .then()
        .statusCode(200)
        .header("ETag", notNullValue())
        .body("newKey", nullValue())
        .body("keys", hasSize(1))
        .body("lastUsedAt", nullValue());
    admin().get("/integrators").then().body("items.name", contains("La Coop"));
  }

  @Test
  void every_wrong_field_is_named() {
    Map<String, Object> form = coop(List.of());
    form.put("name", " ");
    form.put("contactEmail", "ada");
    form.put("sites", List.of("999999"));
    form.put("departments", List.of("14", "20", "99"));
    form.put("partners", List.of("999999", "x"));
    admin()
        .body(form)
        .post("/integrators")
        .then()
        .statusCode(400)
        .body(
            "errors.field",
            containsInAnyOrder(
                "name",
                "contactEmail",
                "scopes",
                "sites[0]",
                "departments[1]",
                "departments[2]",
                "partners[0]",
                "partners[1]"));
    form = coop(List.of("slots:read"));
    form.remove("sites");
    admin()
        .body(form)
        .post("/integrators")
        .then()
        .statusCode(400)
        .body("errors.field", contains("sites"));
    assertThat(LoginServer.clients()).isEmpty();
  }

  @Test
  void nobody_but_an_admin_sees_or_makes_one() {
    String claire = Bearer.token("claire", Role.CLERK);
    api().auth().oauth2(claire).get("/integrators").then().statusCode(403);
    String coop = clientId(made("webhooks"));
    system(coop).get("/integrators").then().statusCode(403);
    api().get("/integrators").then().statusCode(401);
  }

  @Test
  void a_system_says_who_it_is_and_that_it_came_is_seen() {
    Response made = made("slots:read");
    system(clientId(made))
        .get("/me")
        .then()
        .statusCode(200)
        .body("roles", contains("integrator"))
        .body("scopes", contains("slots:read"))
        .body("lastName", equalTo("La Coop"))
        .body("system.sites.name", contains("Moyaux"))
        .body("system.sites.id", contains(Ids.of(moyaux.id())))
        .body("system.departments", empty())
        .body("system.partners", empty())
        .body("system.keyEndsAt", nullValue());
    admin()
        .get("/integrators/" + made.path("id"))
        .then()
        .body("lastUsedAt", notNullValue())
        .body("keys[0].lastUsedAt", notNullValue());
  }

  @Test
  void a_system_reads_what_it_is_bound_to_as_it_was_written_and_a_person_is_no_system() {
    Map<String, Object> form = coop(List.of("slots:read"));
    form.put("departments", List.of("61", "14"));
    form.put("partners", List.of(Ids.of(fixtures.partner("caf").id())));
    Response made = admin().body(form).post("/integrators");
    system(clientId(made))
        .get("/me")
        .then()
        .statusCode(200)
        .body("system.sites.name", contains("Moyaux"))
        .body("system.departments", contains("14", "61"))
        .body("system.partners.code", contains("caf"));
    admin().get("/me").then().statusCode(200).body("system", nullValue());
  }

  @Test
  void what_a_scope_does_not_say_is_refused_with_its_name() {
    String coop = clientId(made("slots:read"));
    system(coop).get("/partners").then().statusCode(200);
    system(coop)
        .header("Booking-Secret", "none")
        .get("/bookings/AAAA-AAAA")
        .then()
        .statusCode(403)
        .header("WWW-Authenticate", "Bearer error=\"insufficient_scope\"")
        .body("type", equalTo("/problems/scope-missing"))
        .body("detail", equalTo("Il faut l’autorisation « bookings:read »."));
    String robot = Bearer.token("service-account-robot", Role.INTEGRATOR);
    api().auth().oauth2(robot).get("/partners").then().statusCode(403);
    api().auth().oauth2(robot).get("/me").then().statusCode(200).body("scopes", empty());
  }

  @Test
  void a_token_that_was_asked_for_with_some_scopes_opens_these_only_and_never_more() {
    String machine = "service-account-" + clientId(made("slots:read", "visits:read"));
    for (String all : List.of("profile", "profile slots:read visits:read")) {
      api()
          .auth()
          .oauth2(Bearer.asked(all, machine))
          .get("/me")
          .then()
          .body("scopes", contains("slots:read", "visits:read"));
    }
    String one = Bearer.asked("profile visits:read bookings:write", machine);
    api().auth().oauth2(one).get("/me").then().body("scopes", contains("visits:read"));
    api().auth().oauth2(one).get("/visits").then().statusCode(200);
    api().auth().oauth2(one).get("/partners").then().statusCode(403);
    String none = Bearer.asked("profile bookings:write", machine);
    api().auth().oauth2(none).get("/partners").then().statusCode(403);
    api().auth().oauth2(none).get("/me").then().statusCode(200).body("scopes", empty());
  }

  @Test
  void a_changed_scope_counts_from_the_next_call_on() {
    Response made = made("bookings:read");
    String coop = clientId(made);
    system(coop).get("/partners").then().statusCode(403);
    String path = "/integrators/" + made.path("id");
    String etag = admin().get(path).header("ETag");
    admin()
        .header("If-Match", etag)
        .body(coop(List.of("slots:read")))
        .put(path)
        .then()
        .statusCode(200);
    system(coop).get("/partners").then().statusCode(200);
    admin()
        .header("If-Match", etag)
        .body(coop(List.of("webhooks")))
        .put(path)
        .then()
        .statusCode(412);
  }

  @Test
  void a_new_key_and_the_one_before_are_both_good_until_the_overlap_is_over() {
    Response made = made("slots:read");
    String before = clientId(made);
    String keys = "/integrators/" + made.path("id") + "/keys";
    String after = clientId(admin().body(Map.of("overlapHours", 24)).post(keys));
    assertThat(after).isNotEqualTo(before);
    system(before).get("/partners").then().statusCode(200);
    system(before).get("/me").then().body("system.keyEndsAt", notNullValue());
    system(after).get("/partners").then().statusCode(200);
    admin().body(Map.of("overlapHours", 24)).post(keys).then().statusCode(409);
    clock.advance(Duration.ofHours(25));
    system(before)
        .get("/me")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", "Bearer error=\"invalid_token\"")
        .body("type", equalTo("/problems/key-ended"));
    system(after).get("/me").then().statusCode(200).body("system.keyEndsAt", nullValue());
    endedKeys.run();
    assertThat(LoginServer.clients()).containsExactly(after);
  }

  @Test
  void a_revoked_system_is_out_at_its_next_call_for_ever() {
    Response made = made("slots:read");
    String coop = clientId(made);
    String path = "/integrators/" + made.path("id");
    for (int i = 0; i < 2; i++) {
      admin()
          .post(path + "/revocation")
          .then()
          .statusCode(200)
          .body("revokedBy", equalTo("anne"))
          .body("keys.endsAt", hasItems(notNullValue()));
    }
    system(coop)
        .get("/partners")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", "Bearer error=\"invalid_token\"")
        .body("type", equalTo("/problems/key-ended"));
    admin().body(Map.of("overlapHours", 0)).post(path + "/keys").then().statusCode(409);
    admin()
        .header("If-Match", admin().get(path).header("ETag"))
        .body(coop(List.of("slots:read")))
        .put(path)
        .then()
        .statusCode(409);
    endedKeys.run();
    assertThat(LoginServer.clients()).isEmpty();
  }

  @Test
  void one_key_is_ended_and_the_other_stays() {
    Response made = made("slots:read");
    String path = "/integrators/" + made.path("id");
    String key = made.path("keys[0].id");
    String after = clientId(admin().body(Map.of("overlapHours", 24)).post(path + "/keys"));
    admin().delete(path + "/keys/" + key).then().statusCode(200);
    system(clientId(made)).get("/partners").then().statusCode(401);
    system(after).get("/partners").then().statusCode(200);
    admin().delete(path + "/keys/999999").then().statusCode(404);
  }

  @Test
  void while_the_login_service_is_away_nothing_is_written() {
    LoginServer.down = 503;
    made("slots:read").then().statusCode(503).body("type", equalTo("/problems/login-unavailable"));
    LoginServer.down = 0;
    admin().get("/integrators").then().body("items", empty());
  }
}
