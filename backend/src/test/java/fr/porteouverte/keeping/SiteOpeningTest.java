package fr.porteouverte.keeping;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.OpeningMode;
import fr.porteouverte.site.OpeningRange;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.Places;
import fr.porteouverte.support.TestClock;
import fr.porteouverte.support.Timetable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestSecurity(user = "boss", roles = Role.ADMIN)
class SiteOpeningTest extends ApiTest {
  @Inject Places places;
  @Inject Timetable timetable;
  private Site moyaux;

  @BeforeEach
  void theHouseOfMoyaux() {
    places.someCommunes();
    moyaux = fixtures.site("Moyaux");
  }

  private ValidatableResponse put(String path, String etag, Map<String, ?> body) {
    return api()
        .contentType(ContentType.JSON)
        .header("If-Match", etag)
        .body(body)
        .put(path, moyaux.id())
        .then();
  }

  private void somebodyComes() {
    Partner caf = fixtures.partner("caf");
    Procedure rsa = fixtures.procedure("rsa", caf, 30);
    timetable.add(
        Timetable.Session.of(
            moyaux,
            caf,
            TestClock.MONDAY.plus(Duration.ofDays(8)).plus(Duration.ofHours(1)),
            8,
            rsa));
  }

  private static Map<String, String> range(String day, String from, String to) {
    return Map.of("weekday", day, "from", from, "to", to, "mode", "both");
  }

  @Test
  void a_house_goes_live_once_nothing_is_missing() {
    fixtures.hide(moyaux);
    put("/sites/{id}/live", "\"1\"", Map.of("live", true))
        .statusCode(409)
        .body(
            "detail",
            equalTo(
                "Il manque encore : un téléphone ou un e-mail, une démarche, un agent, un"
                    + " guichet."));
    fixtures.agent("claire", AgentRole.clerk, moyaux);
    somebodyComes();
    api()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", "one")
        .body(Map.of("name", "Guichet 1", "serves", "all"))
        .post("/sites/{id}/counters", moyaux.id())
        .then()
        .statusCode(201);
    Map<String, Object> form =
        new java.util.HashMap<>(
            api().get("/sites/{id}/entry", moyaux.id()).then().extract().jsonPath().getMap("form"));
    form.put("phone", "3646");
    put("/sites/{id}/entry", "\"1\"", form).statusCode(200);
    api()
        .get("/sites/{id}/checklist", moyaux.id())
        .then()
        .statusCode(200)
        .body("live", equalTo(false))
        .body("steps.findAll { !it.done }", hasSize(0))
        .body("neededBy.fr", hasItem("l’agent claire"));
    put("/sites/{id}/live", "\"2\"", Map.of("live", true))
        .statusCode(200)
        .body("live", equalTo(true));
    api().get("/sites?near=14590").then().body("items.name", contains("Moyaux"));
    api()
        .get("/sites/{id}/entry/history", moyaux.id())
        .then()
        .body("items.act", contains("opened", "changed", "before"));
    put("/sites/{id}/live", "\"3\"", Map.of("live", false)).statusCode(200);
    api().get("/sites?near=14590").then().body("items", hasSize(0));
  }

  @Test
  void the_table_is_searched_sorted_and_filtered() {
    Site lisieux = fixtures.site("Lisieux");
    fixtures.hours(lisieux);
    fixtures.agent("claire", AgentRole.clerk, moyaux);
    somebodyComes();
    api()
        .get("/sites/register")
        .then()
        .statusCode(200)
        .body("items.name", contains("Lisieux", "Moyaux"))
        .body("items[1].minutes", equalTo(2400))
        .body("items[1].days", equalTo(5))
        .body("items[1].agents", equalTo(1))
        .body("items[1].checks", hasSize(0))
        .body("items[0].checks", contains("noHours", "noAgents", "noPermanences"));
    api().get("/sites/register?sort=-hours&limit=1").then().body("items.name", contains("Moyaux"));
    api().get("/sites/register?q=moy").then().body("items.name", contains("Moyaux"));
    api().get("/sites/register?check=noHours").then().body("items.name", contains("Lisieux"));
    api().get("/sites/register?department=61").then().body("items", hasSize(0));
    api().get("/sites/register?live=false").then().body("items", hasSize(0));
    api().get("/sites/register?sort=colour").then().statusCode(400);
    api()
        .get("/sites/checks")
        .then()
        .statusCode(200)
        .body("items.find { it.check == 'noAgents' }.houses", equalTo(1))
        .body("items.find { it.check == 'fewHours' }.houses", equalTo(0));
  }

  /** The label asks for 24 hours on five days. */
  @Test
  void houses_that_open_too_little_or_lie_in_another_commune_are_lists_to_work_off() {
    Site sees = fixtures.site("Sées");
    fixtures.hours(sees, open(DayOfWeek.MONDAY, 9, 12));
    Site lisieux = fixtures.site("Lisieux");
    fixtures.hours(
        lisieux,
        Stream.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)
            .map(day -> open(day, 9, 16))
            .toArray(OpeningRange[]::new));
    Site vire = fixtures.site("Vire");
    timetable.change("update site set postcode = '14100' where id = " + vire.id());
    listed("fewHours", "Sées")
        .body("items[0].minutes", equalTo(180))
        .body("items[0].days", equalTo(1))
        .body("items[0].checks", hasItems("fewHours", "fewDays"))
        .body("items[0].checks", not(hasItem("foreignPostcode")));
    listed("fewDays", "Lisieux", "Sées")
        .body("items[0].minutes", equalTo(4 * 7 * 60))
        .body("items[0].days", equalTo(4))
        .body("items[0].checks", not(hasItem("fewHours")));
    listed("foreignPostcode", "Vire")
        .body("items[0].checks", not(hasItem("fewHours")))
        .body("items[0].checks", not(hasItem("fewDays")));
    api()
        .get("/sites/checks")
        .then()
        .statusCode(200)
        .body("items.find { it.check == 'fewHours' }.houses", equalTo(1))
        .body("items.find { it.check == 'fewDays' }.houses", equalTo(2))
        .body("items.find { it.check == 'foreignPostcode' }.houses", equalTo(1));
  }

  private static OpeningRange open(DayOfWeek day, int from, int to) {
    return new OpeningRange(day, LocalTime.of(from, 0), LocalTime.of(to, 0), OpeningMode.both);
  }

  private ValidatableResponse listed(String check, String... names) {
    return api()
        .get("/sites/register?check={check}", check)
        .then()
        .statusCode(200)
        .body("items.name", contains(names));
  }

  @Test
  @TestSecurity(user = "mireille", roles = Role.MANAGER)
  void what_no_longer_fits_is_listed_with_who_is_booked() {
    fixtures.agent("mireille", AgentRole.manager, moyaux);
    somebodyComes();
    String slot = timetable.text("select cast(min(id) as varchar) from slot");
    String procedure =
        timetable.text("select cast(id as varchar) from procedure where code = 'rsa'");
    api()
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "slotId", slot,
                "procedureId", procedure,
                "visitor", Map.of("firstName", "Jeanne", "lastName", "Lefèvre")))
        .post("/bookings")
        .then()
        .statusCode(201);
    preview(List.of(range("tuesday", "09:00", "13:00"))).body("items", hasSize(0));
    preview(List.of(range("monday", "09:00", "13:00")))
        .body("items.people.flatten().lastName", contains("Lefèvre"))
        .body("items[0].partner.fr", equalTo("caf (fr)"));
    preview(List.of(range("tuesday", "10:00", "13:00"))).body("items", hasSize(1));
    preview(List.of()).body("items", hasSize(0));
    timetable.change("delete from opening_range where weekday = 2");
    preview(List.of(range("monday", "09:00", "13:00"))).body("items", hasSize(0));
    preview(List.of(range("tuesday", "13:00", "10:00"), range("tuesday", "8", "9")))
        .statusCode(400);
  }

  private ValidatableResponse preview(List<Map<String, String>> week) {
    return api()
        .contentType(ContentType.JSON)
        .body(Map.of("openingHours", week))
        .post("/sites/{id}/entry/hours-preview", moyaux.id())
        .then();
  }

  /**
   * Nothing changed: nothing is written. The national list has communes that the register has not
   * got, and rows that nobody would enter so: they hinder nobody who changes another.
   */
  @Test
  void the_table_goes_out_and_comes_in_again() {
    Site lisieux = fixtures.site("Lisieux");
    timetable.change("update site set postcode = '141' where id = " + lisieux.id());
    timetable.change("update site set insee = '14999' where id = " + moyaux.id());
    Map<String, Object> form =
        new java.util.HashMap<>(
            api().get("/sites/{id}/entry", moyaux.id()).then().extract().jsonPath().getMap("form"));
    form.put("rooms", List.of("Bureau 1", "Salle bleue"));
    form.put("accessibility", List.of("stepFree"));
    form.put("phone", "02 31 00 00 00");
    form.put(
        "exceptionalHours",
        List.of(Map.of("date", "2026-12-24", "from", "09:00", "to", "11:00", "mode", "both")));
    put("/sites/{id}/entry", "\"0\"", form).statusCode(200);
    String table =
        api().get("/imports/tables/sites/file").then().statusCode(200).extract().asString();
    api()
        .contentType("text/csv")
        .body(table.getBytes(StandardCharsets.UTF_8))
        .post("/imports/tables/sites/preview")
        .then()
        .statusCode(200)
        .body("rows", hasSize(0));
    api()
        .contentType("text/csv")
        .body(table.getBytes(StandardCharsets.UTF_8))
        .post("/imports/tables/sites/file")
        .then()
        .statusCode(200)
        .body("counts.changed", equalTo(0))
        .body("counts.created", equalTo(0))
        .body("id", equalTo(null));
    api()
        .contentType("text/csv")
        .body(table.replace("Salle bleue", "Salle verte").getBytes(StandardCharsets.UTF_8))
        .post("/imports/tables/sites/file")
        .then()
        .statusCode(200)
        .body("counts.changed", equalTo(1));
    api()
        .get("/sites/{id}/entry", moyaux.id())
        .then()
        .body("form.rooms", hasItem("Salle verte"))
        .body("form.rooms", not(hasItem("Salle bleue")))
        .body("form.name", containsString("Moyaux"));
  }
}
