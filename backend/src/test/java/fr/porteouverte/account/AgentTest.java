package fr.porteouverte.account;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import fr.porteouverte.access.Role;
import fr.porteouverte.http.Ids;
import fr.porteouverte.support.ApiTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an admin does with the agents; run on both databases. */
@QuarkusTest
class AgentTest extends ApiTest {
  @Inject Agents agents;

  private static Map<String, Object> clerk(String username, Object... sites) {
    return new HashMap<>(
        Map.of(
            "username",
            username,
            "firstName",
            "Claire",
            "lastName",
            "Lefèvre",
            "assignments",
            List.of(Map.of("role", "clerk", "sites", List.of(sites)))));
  }

  private ValidatableResponse post(Object body) {
    return api().contentType(ContentType.JSON).body(body).post("/agents").then();
  }

  private ValidatableResponse put(String id, String etag, Object body) {
    var request = api().contentType(ContentType.JSON).body(body);
    return (etag == null ? request : request.header("If-Match", etag)).put("/agents/" + id).then();
  }

  @Test
  @TestSecurity(user = "anne", roles = Role.ADMIN)
  void an_admin_adds_a_clerk_who_is_then_in_the_list() {
    String moyaux = Ids.of(fixtures.site("Moyaux").id());
    post(clerk("claire.moyaux", moyaux))
        .statusCode(201)
        .header("Location", notNullValue())
        .body("canLogIn", equalTo(false))
        .body("assignments[0].sites.id", contains(moyaux));
    api().get("/agents").then().statusCode(200).body("items.username", contains("claire.moyaux"));
  }

  @Test
  @TestSecurity(user = "anne", roles = Role.ADMIN)
  void the_logins_are_well_once_keycloak_knows_every_agent() {
    RestAssured.get("/q/health/well").then().statusCode(200);
    String moyaux = Ids.of(fixtures.site("Moyaux").id());
    String id = post(clerk("claire.moyaux", moyaux)).statusCode(201).extract().path("id");
    RestAssured.get("/q/health/well").then().statusCode(503);
    RestAssured.get("/q/health/ready").then().statusCode(200);
    QuarkusTransaction.requiringNew().run(() -> agents.known(Ids.parse(id), 0, "known-there"));
    RestAssured.get("/q/health/well").then().statusCode(200);
  }

  @Test
  @TestSecurity(user = "anne", roles = Role.ADMIN)
  void a_username_is_given_once() {
    String moyaux = Ids.of(fixtures.site("Moyaux").id());
    post(clerk("claire.moyaux", moyaux)).statusCode(201);
    post(clerk("claire.moyaux", moyaux))
        .statusCode(409)
        .body("type", equalTo("/problems/conflict"));
  }

  /** Keycloak would refuse the second, who could never log in. */
  @Test
  @TestSecurity(user = "anne", roles = Role.ADMIN)
  void an_address_is_one_agents_only_and_one_that_keycloak_takes() {
    String moyaux = Ids.of(fixtures.site("Moyaux").id());
    var claire = clerk("claire.moyaux", moyaux);
    claire.put("email", "claire@exemple.fr");
    String id = post(claire).statusCode(201).extract().path("id");
    String etag = api().get("/agents/" + id).header("ETag");
    put(id, etag, claire).statusCode(200);
    var paul = clerk("paul.moyaux", moyaux);
    for (String taken : List.of("claire@exemple.fr", "Claire@Exemple.fr", ".a@exemple.fr")) {
      paul.put("email", taken);
      post(paul).statusCode(400).body("errors.field", contains("email"));
    }
    paul.put("email", "paul@exemple.fr");
    post(paul).statusCode(201);
  }

  @Test
  @TestSecurity(user = "anne", roles = Role.ADMIN)
  void every_wrong_field_is_named_at_once() {
    post(Map.of("username", "É", "firstName", " ", "lastName", "x"))
        .statusCode(400)
        .body("errors.field", hasItems("username", "firstName", "assignments"));
    post(clerk("claire.moyaux", "999999", "not-a-number"))
        .statusCode(400)
        .body("errors.field", contains("assignments[0].sites[0]", "assignments[0].sites[1]"));
    post(clerk("claire.moyaux"))
        .statusCode(400)
        .body("errors.field", contains("assignments[0].sites"));
  }

  @ParameterizedTest
  @TestSecurity(user = "anne", roles = Role.ADMIN)
  @ValueSource(strings = {"Clai\r\nre", "Clai\u2028re", "Clai\u0085re", "Claire <b>", "{x}", "a;b"})
  void a_name_that_keycloak_would_refuse_is_refused_at_its_field(String name) {
    var claire = clerk("claire.moyaux", Ids.of(fixtures.site("Moyaux").id()));
    claire.put("firstName", name);
    post(claire).statusCode(400).body("errors.field", contains("firstName"));
  }

  @Test
  @TestSecurity(user = "anne", roles = Role.ADMIN)
  void a_partners_agent_has_a_partner_and_a_place_that_was_said() {
    String moyaux = Ids.of(fixtures.site("Moyaux").id());
    String caf = Ids.of(fixtures.partner("caf").id());
    var sophie = clerk("sophie.caf");
    sophie.put("assignments", List.of(Map.of("role", "partner", "sites", List.of(moyaux))));
    post(sophie).statusCode(400).body("errors.field", contains("assignments[0].partner"));
    sophie.put("assignments", List.of(Map.of("role", "partner", "partner", caf)));
    post(sophie).statusCode(400).body("errors.field", contains("assignments[0].wholeCountry"));
    var everywhere = Map.of("role", "partner", "partner", caf, "wholeCountry", true);
    sophie.put("assignments", List.of(everywhere));
    post(sophie)
        .statusCode(201)
        .body("assignments[0].partner.code", equalTo("caf"))
        .body("assignments[0].wholeCountry", equalTo(true))
        .body("assignments[0].sites", equalTo(List.of()));
  }

  @Test
  @TestSecurity(user = "anne", roles = Role.ADMIN)
  void an_edit_needs_the_version_that_was_read() {
    String moyaux = Ids.of(fixtures.site("Moyaux").id());
    String sees = Ids.of(fixtures.site("Sées").id());
    String id = post(clerk("claire.moyaux", moyaux)).statusCode(201).extract().path("id");
    String etag = api().get("/agents/" + id).then().statusCode(200).extract().header("ETag");
    put(id, null, clerk("claire.moyaux", sees)).statusCode(428);
    put(id, etag, clerk("claire.moyaux", sees))
        .statusCode(200)
        .body("assignments[0].sites.name", contains("Sées"));
    put(id, etag, clerk("claire.moyaux", moyaux)).statusCode(412);
    api().get("/agents/" + id).then().body("assignments[0].sites.name", contains("Sées"));
  }

  @Test
  @TestSecurity(user = "anne", roles = Role.ADMIN)
  void a_list_is_read_page_by_page() {
    String moyaux = Ids.of(fixtures.site("Moyaux").id());
    List.of("ccc", "aaa", "bbb").forEach(name -> post(clerk(name, moyaux)).statusCode(201));
    var first = api().get("/agents?limit=2").then().body("items.username", contains("aaa", "bbb"));
    String next = first.extract().path("nextCursor");
    api().get("/agents?limit=2&cursor=" + next).then().body("items.username", contains("ccc"));
  }

  @Test
  @TestSecurity(user = "claire.moyaux", roles = Role.CLERK)
  void a_clerk_does_not_touch_agents() {
    api().get("/agents").then().statusCode(403);
    post(clerk("x.y")).statusCode(403);
  }

  @Test
  void nobody_without_a_login() {
    api().get("/agents").then().statusCode(401);
  }
}
