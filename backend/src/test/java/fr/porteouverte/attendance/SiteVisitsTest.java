package fr.porteouverte.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.access.Role;
import fr.porteouverte.site.Site;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The visits of a day, each to be corrected however long it is over. */
@TestSecurity(user = "claire", roles = Role.CLERK)
@QuarkusTest
class SiteVisitsTest extends VisitSuite {
  private ValidatableResponse visits(Map<String, ?> query) {
    return api().queryParams(query).get("/sites/{id}/visits", moyaux.id()).then();
  }

  private String day() {
    return visits(Map.of()).extract().path("date");
  }

  @Test
  void a_day_has_its_numbers_and_what_was_only_counted_with_who_noted_it() {
    String first = served();
    clock.advance(Duration.ofMinutes(5));
    note(first, 0, Map.of("outcome", "attended", "result", "solved")).then().statusCode(200);
    String second = served();
    clock.advance(Duration.ofMinutes(5));
    String call = count(Map.of("channel", "telephone")).path("id");
    walkIn();
    visits(Map.of())
        .statusCode(200)
        .body("items", hasSize(3))
        .body("items.findAll { it.countedId }.countedId", contains(call))
        .body("items[0].noted.channel", equalTo("telephone"))
        .body("items[0].procedure", nullValue())
        .body("items[1].ticketId", equalTo(second))
        .body("items[1].number", notNullValue())
        .body("items[1].noted", nullValue())
        .body("items[2].ticketId", equalTo(first))
        .body("items[2].noted.result", equalTo("solved"))
        .body("items[2].noted.by", equalTo("claire"))
        .body("items[2].partner.code", equalTo("caf"))
        .body("nextCursor", nullValue());
  }

  @Test
  void an_earlier_day_is_listed_and_its_visits_are_corrected_and_taken_back() {
    String monday = day();
    String ticket = served();
    String call = count(Map.of("channel", "telephone")).path("id");
    clock.advance(Duration.ofDays(9));
    visits(Map.of()).body("items", empty());
    visits(Map.of("date", monday)).statusCode(200).body("items", hasSize(2));
    note(ticket, 0, Map.of("outcome", "attended", "result", "gaveUp")).then().statusCode(200);
    api()
        .header("If-Match", "\"1\"")
        .delete("/counted-visits/" + call + "/attendance")
        .then()
        .statusCode(204);
    visits(Map.of("date", monday))
        .body("items.ticketId", contains(ticket))
        .body("items.noted.result", contains("gaveUp"));
  }

  @Test
  void an_appointment_without_a_number_is_corrected_at_its_reference() {
    String reference = jeanne;
    put("/bookings/" + reference + "/attendance", 0, Map.of("outcome", "attended"))
        .then()
        .statusCode(200);
    visits(Map.of())
        .body("items.booking", contains(reference))
        .body("items[0].number", nullValue());
    put("/bookings/" + reference + "/attendance", 1, Map.of("outcome", "absent"))
        .then()
        .statusCode(200);
    visits(Map.of()).body("items", empty());
  }

  @Test
  void pages_have_each_visit_once() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.add(0, count(Map.of("channel", "telephone")).path("id"));
      clock.advance(Duration.ofSeconds(1));
    }
    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      var page =
          visits(cursor == null ? Map.of("limit", 2) : Map.of("limit", 2, "cursor", cursor))
              .statusCode(200)
              .extract();
      seen.addAll(page.path("items.countedId"));
      cursor = page.path("nextCursor");
    } while (cursor != null);
    assertThat(seen).isEqualTo(made);
    visits(Map.of("cursor", "eA")).statusCode(400).body("errors.field", contains("cursor"));
  }

  @Test
  void no_day_before_people_are_forgotten_and_none_to_come() {
    String earliest = visits(Map.of()).extract().path("earliest");
    visits(Map.of("date", earliest)).statusCode(200);
    for (String day : List.of("2020-01-01", "2030-01-01", "lundi")) {
      visits(Map.of("date", day)).statusCode(400).body("errors.field", contains("date"));
    }
    visits(Map.of("date", "lundi", "limit", "0"))
        .statusCode(400)
        .body("errors.field", contains("limit", "date"));
  }

  @Test
  void another_house_is_as_unknown_as_none() {
    Site lisieux = fixtures.site("Lisieux");
    api().get("/sites/{id}/visits", lisieux.id()).then().statusCode(404);
    api().get("/sites/{id}/visits", 999_999).then().statusCode(404);
  }

  @Test
  @TestSecurity(user = "sophie", roles = Role.PARTNER)
  void a_partner_sees_its_own_at_the_session() {
    api().get("/sites/{id}/visits", moyaux.id()).then().statusCode(403).body("", not(empty()));
  }
}
