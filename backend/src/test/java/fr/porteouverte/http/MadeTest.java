package fr.porteouverte.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a POST makes has a place; and once it is gone, a repeat of the POST does not bring it back.
 */
@QuarkusTest
@TestSecurity(user = "anne", roles = Role.ADMIN)
class MadeTest extends ApiTest {
  private Site moyaux;

  @BeforeEach
  void aHouse() {
    moyaux = fixtures.site("Moyaux");
    fixtures.agent("anne", AgentRole.admin);
  }

  private Response post(String path, Map<String, ?> body) {
    return api()
        .header("Idempotency-Key", "the-same")
        .contentType(ContentType.JSON)
        .body(body)
        .post(path);
  }

  private void goesAndStaysAway(String path, Map<String, ?> body, String location) {
    post(path, body, location, 404);
  }

  /** Its row stays, to say that it was; nothing is made a second time. */
  private void goesAndIsTold(String path, Map<String, ?> body, String location) {
    post(path, body, location, 201);
  }

  private void post(String path, Map<String, ?> body, String location, int afterwards) {
    Response made = post(path, body);
    made.then().statusCode(201);
    String where = made.header("Location");
    assertThat(where).as("Location of " + path).matches("/api/v1" + location);
    assertThat(post(path, body).header("Location")).as("again").isEqualTo(where);
    var removal = api();
    if (made.header("ETag") != null && !where.contains("/events/")) {
      removal.header("If-Match", made.header("ETag"));
    }
    removal.delete(where.substring("/api/v1".length())).then().statusCode(204);
    Response later = post(path, body);
    later.then().statusCode(afterwards);
    assertThat(later.header("Location")).isEqualTo(afterwards == 201 ? where : null);
  }

  @Test
  void what_the_registers_are_given() {
    Map<String, String> words = Map.of("fr", "Aide", "en", "Help");
    isAt("/partners", Map.of("code", "aide", "name", words), "/partners/\\d+");
    isAt("/documents", Map.of("code", "bail", "label", words), "/documents/\\d+");
    isAt("/themes", Map.of("code", "aide", "name", words, "position", 1), "/themes/\\d+");
    isAt(
        "/procedures",
        Map.of(
            "code",
            "aide",
            "title",
            words,
            "partner",
            "aide",
            "durationMinutes",
            30,
            "channel",
            "both"),
        "/procedures/\\d+");
    Map<String, Object> house =
        new HashMap<>(
            api().get("/sites/{id}/entry", moyaux.id()).then().extract().jsonPath().getMap("form"));
    house.put("code", "another");
    isAt("/sites", house, "/sites/\\d+/entry");
  }

  private void isAt(String path, Map<String, ?> body, String location) {
    Response made = api().contentType(ContentType.JSON).body(body).post(path);
    made.then().statusCode(201);
    String where = made.header("Location");
    assertThat(where).as("Location of " + path).matches("/api/v1" + location);
    api()
        .get(where.substring("/api/v1".length()))
        .then()
        .statusCode(200)
        .body("id", equalTo(made.path("id")));
  }

  @Test
  void a_calendar_address_that_was_revoked() {
    goesAndIsTold(
        "/calendar-feeds", Map.of("kind", "site", "id", "" + moyaux.id()), "/calendar-feeds/\\d+");
  }

  @Test
  void a_kiosk_that_was_taken_away() {
    goesAndIsTold("/sites/" + moyaux.id() + "/devices", Map.of("name", "Borne"), "/devices/\\d+");
  }

  @Test
  void a_counter_that_was_removed() {
    goesAndStaysAway(
        "/sites/" + moyaux.id() + "/counters",
        Map.of("name", "Guichet 1", "serves", "all"),
        "/counters/\\d+");
  }

  @Test
  void a_closure_that_was_taken_back() {
    goesAndStaysAway(
        "/sites/" + moyaux.id() + "/closures",
        Map.of("from", "2026-12-24T00:00:00", "to", "2026-12-26T00:00:00"),
        "/sites/\\d+/closures/\\d+");
  }

  @Test
  void an_event_that_was_removed() {
    goesAndStaysAway(
        "/events",
        Map.of(
            "title",
            Map.of("fr", "Portes ouvertes"),
            "summary",
            Map.of("fr", "Une semaine pour voir."),
            "firstDate",
            "2026-12-07",
            "lastDate",
            "2026-12-11"),
        "/events/portes-ouvertes");
  }
}
