package fr.porteouverte.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.access.Role;
import fr.porteouverte.http.Ids;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.AsRun;
import fr.porteouverte.support.Bearer;
import fr.porteouverte.support.Post;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may log in, decided by real tokens. */
@QuarkusTest
@Tag("once")
@TestProfile(AsRun.class)
class MeTest extends ApiTest {

  @Inject AgentService register;

  private ValidatableResponse me(String token) {
    return api().auth().oauth2(token).get("/me").then();
  }

  @Test
  void a_clerk_sees_their_houses() {
    var moyaux = fixtures.site("Moyaux");
    register.create(
        new AgentDraft(
            "claire.moyaux",
            "Claire",
            "Lefèvre",
            null,
            List.of(AssignmentForm.at(AgentRole.clerk, List.of(Ids.of(moyaux.id()))))));
    me(Bearer.token("claire.moyaux", Role.CLERK, "offline_access"))
        .statusCode(200)
        .body("username", equalTo("claire.moyaux"))
        .body("lastName", equalTo("Lefèvre"))
        .body("roles", contains("clerk"))
        .body("sites.name", contains("Moyaux"))
        .body("partner", nullValue());
  }

  @Test
  void a_partners_agent_sees_their_partner() {
    var caf = fixtures.partner("caf");
    register.create(
        new AgentDraft(
            "sophie.caf",
            "Sophie",
            "Renault",
            null,
            List.of(AssignmentForm.ofPartner(Ids.of(caf.id())))));
    me(Bearer.token("sophie.caf", Role.PARTNER))
        .statusCode(200)
        .body("partner.code", equalTo("caf"))
        .body("sites", empty());
  }

  @Test
  void a_gateway_with_a_token_of_its_own_is_not_taken_for_an_agent_without_a_login() {
    for (var tried : Map.of(Post.RECEIPT_TOKEN, 204, "a-guess", 401).entrySet()) {
      api()
          .auth()
          .oauth2(tried.getKey())
          .contentType(ContentType.JSON)
          .body(Map.of("id", "unknown", "status", "delivered"))
          .post("/sms-receipts")
          .then()
          .statusCode(tried.getValue());
    }
  }

  @Test
  void a_token_for_another_audience_is_refused() {
    me(Bearer.tokenFor("another-api", "claire.moyaux", Role.CLERK)).statusCode(401);
  }

  @Test
  void another_system_has_its_role_of_keycloak_and_no_place() {
    me(Bearer.token("service-account-robot", Role.INTEGRATOR))
        .statusCode(200)
        .body("roles", contains("integrator"))
        .body("sites", empty());
  }

  @Test
  void nobody_without_a_token() {
    String problem =
        api()
            .get("/me")
            .then()
            .statusCode(401)
            .header("WWW-Authenticate", "Bearer")
            .extract()
            .path("type");
    assertThat(problem).isEqualTo("/problems/unauthorized");
  }

  @Test
  void a_forged_token_is_refused() {
    String token = Bearer.token("claire.moyaux", Role.ADMIN);
    me(token.substring(0, token.length() - 6) + "AAAAAA").statusCode(401);
  }

  /** What an agent does after the end of a login is never done as an anonymous visitor. */
  @ParameterizedTest
  @CsvSource({
    "GET, /partners",
    "GET, /procedures",
    "GET, /sites",
    "GET, /sites/{site}/board",
    "GET, /sites/{site}/board/stream",
    "GET, /slots?site={site}&procedure=1",
    "GET, /events",
    "GET, /bookings/AAAAAAAA",
    "POST, /bookings",
    "POST, /bookings/AAAAAAAA/cancellation",
    "POST, /bookings/AAAAAAAA/reschedule",
    "POST, /holds",
    "POST, /holds/0b8e5a52-1f43-4f0e-9d2e-5b3f6f0c6f11/extension",
    "DELETE, /holds/0b8e5a52-1f43-4f0e-9d2e-5b3f6f0c6f11",
    "POST, /sites/{site}/tickets",
    "POST, /sites/{site}/arrivals",
  })
  void a_token_that_is_no_good_is_401_where_everybody_may_ask_too(String method, String path) {
    String at = path.replace("{site}", "" + fixtures.site("Moyaux").id());
    String forged = Bearer.token("claire.moyaux", Role.CLERK) + "x";
    for (String sent :
        List.of(
            "Bearer " + forged,
            "bearer " + Bearer.expired("claire.moyaux", Role.CLERK),
            "Bearer")) {
      api()
          .header("Authorization", sent)
          .contentType(ContentType.JSON)
          .body(method.equals("POST") ? "{}" : "")
          .request(method, at)
          .then()
          .statusCode(401)
          .body("type", equalTo("/problems/unauthorized"));
    }
  }

  @Test
  void what_another_gatekeeper_asks_for_is_none_of_ours() {
    api().auth().preemptive().basic("proxy", "secret").get("/partners").then().statusCode(200);
  }
}
