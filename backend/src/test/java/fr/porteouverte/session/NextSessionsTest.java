package fr.porteouverte.session;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.OpeningMode;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.Places;
import fr.porteouverte.support.Timetable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** "Next time in my village". The test's now is Monday 23 November 2026, 8 h in Paris. */
@QuarkusTest
class NextSessionsTest extends ApiTest {
  @Inject Places places;
  @Inject Timetable timetable;

  private Site bus;
  private Partner partner;
  private Procedure procedure;
  private Permanence secondTuesdays;

  @BeforeEach
  void aBusThatStopsEverySecondTuesday() {
    places.someCommunes();
    bus = fixtures.site("Lisieux");
    timetable.change("update site set insee = '14366' where id = " + bus.id());
    partner = fixtures.partner("msa");
    procedure = fixtures.procedure("retraite", partner, 30);
    fixtures.agent("marc", AgentRole.manager, bus);
    secondTuesdays =
        fixtures
            .permanence(bus, partner, procedure)
            .mode(OpeningMode.walkIn)
            .days(LocalDate.of(2026, 11, 24), null)
            .rrule("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU")
            .times("09:30", "12:00")
            .materialised();
  }

  private ValidatableResponse stopAt(String insee, String commune, String ifMatch) {
    return api()
        .contentType(ContentType.JSON)
        .header("If-Match", ifMatch)
        .body(Map.of("insee", insee, "commune", commune, "place", "Place de la mairie"))
        .put("/permanences/" + secondTuesdays.id() + "/stop")
        .then();
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_village_knows_when_the_bus_stops_there_next() {
    stopAt("14460", "Moyaux", "\"0\"").statusCode(200).header("ETag", "\"1\"");
    api()
        .get("/communes/14460/next-sessions?limit=2")
        .then()
        .statusCode(200)
        .body("items", hasSize(2))
        .body("items[0].site.name", equalTo("Lisieux"))
        .body("items[0].session.stop.place", equalTo("Place de la mairie"))
        .body(
            "items.session.start",
            contains("2026-11-24T09:30:00+01:00", "2026-12-08T09:30:00+01:00"));
    // It is not where its house has its address.
    api().get("/communes/14366/next-sessions").then().body("items", hasSize(0));
    api()
        .get("/sites/" + bus.id() + "/next-sessions")
        .then()
        .body("items", hasSize(5))
        .body("items[0].stop.commune", equalTo("Moyaux"));
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_bus_is_found_among_the_many_sessions_of_a_busy_house() {
    Site moyaux = fixtures.site("Moyaux");
    fixtures.permanence(moyaux, null, procedure).materialised();
    stopAt("14460", "Moyaux", "\"0\"").statusCode(200);
    api()
        .get("/communes/14460/next-sessions?stops=true&limit=2")
        .then()
        .statusCode(200)
        .body(
            "items.session.start",
            contains("2026-11-24T09:30:00+01:00", "2026-12-08T09:30:00+01:00"));
    api()
        .get("/communes/14460/next-sessions?limit=1")
        .then()
        .body("items.session.start", contains("2026-11-23T09:00:00+01:00"));
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_stop_is_changed_and_taken_back_by_who_has_seen_it() {
    stopAt("14460", "Moyaux", "\"3\"").statusCode(412);
    stopAt("Moyaux", "Moyaux", "\"0\"").statusCode(400).body("errors.field", contains("insee"));
    stopAt("14460", "Moyaux", "\"0\"").statusCode(200);
    String stop = "/permanences/" + secondTuesdays.id() + "/stop";
    api().header("If-Match", "\"0\"").delete(stop).then().statusCode(412);
    api().delete(stop).then().statusCode(428);
    api().header("If-Match", "\"1\"").delete(stop).then().statusCode(204);
    api().get("/communes/14460/next-sessions").then().body("items", hasSize(0));
  }

  @Test
  @TestSecurity(user = "zoe", roles = Role.MANAGER)
  void a_manager_of_another_house_moves_no_stop() {
    stopAt("14460", "Moyaux", "\"0\"").statusCode(403);
  }

  @Test
  void a_stop_is_not_moved_without_a_login() {
    stopAt("14460", "Moyaux", "\"0\"").statusCode(401);
  }

  @Test
  void what_is_under_way_is_next_until_it_is_over_and_what_is_cancelled_says_so() {
    clock.set(Instant.parse("2026-11-24T10:59:00Z"));
    String next = "/sites/" + bus.id() + "/next-sessions?limit=1";
    api().get(next).then().body("items.start", contains("2026-11-24T09:30:00+01:00"));
    clock.set(Instant.parse("2026-11-24T11:00:00Z"));
    timetable.change(
        "update session set state = 'cancelled', reason = 'Panne' where permanence_id = "
            + secondTuesdays.id()
            + " and local_date = date '2026-12-08'");
    api()
        .get(next)
        .then()
        .statusCode(200)
        .body("items.start", contains("2026-12-08T09:30:00+01:00"))
        .body("items[0].state", equalTo("cancelled"))
        .body("items[0].places", nullValue());
  }

  @Test
  void a_house_in_the_village_is_there_too_and_an_unknown_village_is_not() {
    Site moyaux = fixtures.site("Moyaux");
    fixtures.permanence(moyaux, null, procedure).materialised();
    api()
        .get("/communes/14460/next-sessions?limit=1")
        .then()
        .body("items.session.start", contains("2026-11-23T09:00:00+01:00"))
        .body("items[0].session.places", equalTo(6));
    api().get("/communes/99999/next-sessions").then().statusCode(404);
    api().get("/communes/x/next-sessions").then().statusCode(404);
    api().get("/sites/0/next-sessions").then().statusCode(404);
  }
}
