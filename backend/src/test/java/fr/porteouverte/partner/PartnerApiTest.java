package fr.porteouverte.partner;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.access.Role;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.TestClock;
import fr.porteouverte.support.Timetable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A partner that takes appointments on a site of its own. */
@TestSecurity(user = "boss", roles = Role.ADMIN)
@QuarkusTest
class PartnerApiTest extends ApiTest {
  private static final String ELSEWHERE = "https://www.caf.fr/rendez-vous?ou=14#prendre";

  @Inject Timetable timetable;

  private Partner caf;

  @BeforeEach
  void caf() {
    caf = fixtures.partner("caf");
  }

  private Response put(String ifMatch, String url) {
    Map<String, String> body = new HashMap<>();
    body.put("url", url);
    var request = api().contentType(ContentType.JSON).body(body);
    return (ifMatch == null ? request : request.header("If-Match", ifMatch))
        .put("/partners/{id}/booking-url", caf.id());
  }

  private Response partners() {
    return api().get("/partners");
  }

  @Test
  void the_address_is_shown_to_everybody_wherever_the_partner_is_mentioned() {
    Site moyaux = fixtures.site("Moyaux");
    Procedure rsa = fixtures.procedure("rsa", caf, 30);
    timetable.add(
        Timetable.Session.of(moyaux, caf, TestClock.MONDAY.plus(Duration.ofDays(1)), 2, rsa));
    put("\"0\"", " " + ELSEWHERE + " ")
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("version", equalTo(1))
        .body("bookingUrl", equalTo(ELSEWHERE));
    partners().then().body("items.bookingUrl", contains(ELSEWHERE));
    api()
        .get("/sites/" + moyaux.id() + "/next-sessions")
        .then()
        .body("items[0].partner.bookingUrl", equalTo(ELSEWHERE));
    api().get("/procedures/" + rsa.id()).then().body("partner.bookingUrl", equalTo(ELSEWHERE));
    put("\"1\"", null).then().statusCode(200).body("bookingUrl", nullValue());
    partners().then().body("items[0].bookingUrl", nullValue());
  }

  @Test
  void nobody_overwrites_what_they_have_not_seen() {
    put(null, ELSEWHERE).then().statusCode(428).body("type", equalTo("/problems/if-match-missing"));
    put("\"0\"", ELSEWHERE).then().statusCode(200);
    put("\"0\"", "https://www.example.org/")
        .then()
        .statusCode(412)
        .body("type", equalTo("/problems/stale"));
    partners()
        .then()
        .body("items.bookingUrl", contains(ELSEWHERE))
        .body("items.version", contains(1));
  }

  @Test
  void an_address_that_could_do_harm_is_refused() {
    for (String hostile :
        new String[] {
          "javascript:alert(1)",
          "https:javascript:alert(1)",
          "data:text/html,x",
          "http://www.caf.fr/",
          "//www.caf.fr/",
          "https://",
          "https://user:secret@www.caf.fr/",
          "https://www.caf.fr@evil.example/",
          "https://www.caf.fr/a b",
          "https://www.caf.fr/\"onclick=\"x",
          "https://www.caf.fr/" + "x".repeat(500)
        }) {
      put("\"0\"", hostile)
          .then()
          .statusCode(400)
          .body("type", equalTo("/problems/invalid-request"))
          .body("errors.field", contains("url"));
    }
    partners().then().body("items[0].bookingUrl", nullValue());
  }

  @Test
  void an_address_that_leads_inside_is_refused() {
    for (String inside :
        new String[] {
          "https://127.0.0.1/",
          "https://127.1/",
          "https://2130706433/",
          "https://0x7f.0.0.1/",
          "https://[::1]/",
          "https://[::ffff:10.0.0.1]/",
          "https://169.254.169.254/",
          "https://localhost/",
          "https://imprimante.local/"
        }) {
      put("\"0\"", inside)
          .then()
          .statusCode(400)
          .body("type", equalTo("/problems/invalid-request"))
          .body("errors.field", contains("url"));
    }
    partners().then().body("items[0].bookingUrl", nullValue());
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_manager_may_not_set_it() {
    refused(403);
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void a_clerk_may_not_set_it() {
    refused(403);
  }

  @Test
  @TestSecurity(user = "sophie", roles = Role.PARTNER)
  void the_partners_own_agent_may_not_set_it() {
    fixtures.partnerAgent("sophie", caf);
    refused(403);
  }

  @Test
  @TestSecurity
  void nobody_without_a_login_may_set_it() {
    refused(401);
  }

  private void refused(int status) {
    put("\"0\"", ELSEWHERE).then().statusCode(status);
    partners().then().statusCode(200).body("items[0].bookingUrl", not(equalTo(ELSEWHERE)));
  }

  @Test
  void of_an_unknown_partner_there_is_none_to_set() {
    api()
        .contentType(ContentType.JSON)
        .header("If-Match", "\"0\"")
        .body(Map.of("url", ELSEWHERE))
        .put("/partners/999999/booking-url")
        .then()
        .statusCode(404);
  }
}
