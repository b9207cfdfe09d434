package fr.porteouverte.keeping;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.Places;
import fr.porteouverte.support.TestClock;
import fr.porteouverte.support.Timetable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestSecurity(user = "mireille", roles = Role.MANAGER)
class SiteEntryTest extends ApiTest {
  @Inject Places places;
  @Inject Timetable timetable;
  private Site moyaux;

  @BeforeEach
  void theHouseOfMoyaux() {
    places.someCommunes();
    moyaux = fixtures.site("Moyaux");
    fixtures.agent("mireille", AgentRole.manager, moyaux);
  }

  private Map<String, Object> form() {
    return new HashMap<>(
        api().get("/sites/{id}/entry", moyaux.id()).then().extract().jsonPath().getMap("form"));
  }

  private ValidatableResponse put(String etag, Map<String, Object> form) {
    var request = api().contentType(ContentType.JSON).body(form);
    return (etag == null ? request : request.header("If-Match", etag))
        .put("/sites/{id}/entry", moyaux.id())
        .then();
  }

  private static Map<String, Object> range(String weekday, String from, String to, String mode) {
    return Map.of("weekday", weekday, "from", from, "to", to, "mode", mode);
  }

  @Test
  void a_manager_edits_her_house_and_everybody_reads_it_at_once() {
    fixtures.procedure("passeport", fixtures.partner("etat"), 15);
    Map<String, Object> form = form();
    form.put("procedures", List.of("passeport"));
    form.put("name", "France Services de Moyaux");
    form.put("phone", "36\u00a046");
    form.put("email", "Accueil@Moyaux.Example.org");
    form.put("website", "http://www.moyaux.example.org");
    form.put("siret", "732 829 320 00074");
    form.put("accessibility", List.of("signLanguage", "stepFree"));
    form.put("accessibilityNote", "Sonnez à droite.");
    form.put("rooms", List.of(" Bureau 1 ", "Salle bleue"));
    form.put(
        "openingHours",
        List.of(
            range("tuesday", "14:00", "17:00", "appointment"),
            range("monday", "09:00", "12:00", "walkIn")));
    form.put(
        "exceptionalHours",
        List.of(Map.of("date", "2026-12-24", "from", "09:00", "to", "11:00", "mode", "both")));
    put("\"0\"", form)
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("form.phone", equalTo("3646"))
        .body("form.email", equalTo("accueil@moyaux.example.org"))
        .body("form.siret", equalTo("73282932000074"))
        .body("form.rooms", contains("Bureau 1", "Salle bleue"));
    api()
        .get("/sites/" + moyaux.id())
        .then()
        .statusCode(200)
        .body("name", equalTo("France Services de Moyaux"))
        .body("phone", equalTo("3646"))
        .body("website", equalTo("http://www.moyaux.example.org"))
        .body("accessibility", contains("stepFree", "signLanguage"))
        .body("openingHours.weekday", contains("monday", "tuesday"))
        .body("exceptionalHours.date", contains("2026-12-24"))
        .body("rooms", contains("Bureau 1", "Salle bleue"))
        .body("live", equalTo(true));
    api().get("/procedures?site=" + moyaux.id()).then().body("items.code", contains("passeport"));
  }

  @Test
  void what_changes_nothing_writes_nothing() {
    put("\"0\"", form()).statusCode(200).header("ETag", "\"0\"");
    api()
        .get("/sites/{id}/entry/history", moyaux.id())
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
  }

  @Test
  void two_managers_never_overwrite_each_other_and_the_second_hears_who_changed_what() {
    Map<String, Object> mine = form();
    Map<String, Object> hers = form();
    hers.put("phone", "02 31 00 00 00");
    hers.put("comment", "Fermé à midi.");
    put(null, mine).statusCode(428);
    put("\"0\"", hers).statusCode(200);
    mine.put("phone", "02 31 11 11 11");
    put("\"0\"", mine)
        .statusCode(412)
        .body("type", equalTo("/problems/stale"))
        .body(
            "detail", containsString("Prénom Nom a changé entre-temps : commentaire, téléphone."));
    put("\"1\"", mine).statusCode(200);
  }

  @Test
  void the_history_says_who_and_leads_back() {
    Map<String, Object> form = form();
    form.put("name", "Ailleurs");
    put("\"0\"", form).statusCode(200);
    Map<String, Object> before =
        api()
            .get("/sites/{id}/entry/history", moyaux.id())
            .then()
            .statusCode(200)
            .body("items.act", contains("changed", "before"))
            .body("items.by", contains("mireille", "mireille"))
            .extract()
            .jsonPath()
            .getMap("items[1].form");
    put("\"1\"", before).statusCode(200).body("form.name", equalTo("Moyaux"));
  }

  @Test
  void every_wrong_field_is_named() {
    Map<String, Object> form = form();
    form.put("name", " ");
    form.put("postcode", "1400");
    form.put("insee", "99999");
    form.put("latitude", 91);
    form.put("longitude", null);
    form.put("phone", "12");
    form.put("email", "nobody");
    form.put("website", "javascript:alert(1)");
    form.put("siret", "73282932000075");
    form.put("rooms", List.of("Bureau", "bureau"));
    form.put("procedures", List.of("nothing"));
    form.put(
        "openingHours",
        List.of(
            range("monday", "09:00", "12:00", "both"),
            range("monday", "11:00", "13:00", "both"),
            range("friday", "12:00", "12:00", "both")));
    put("\"0\"", form)
        .statusCode(400)
        .body(
            "errors.field",
            containsInAnyOrder(
                "name",
                "postcode",
                "commune",
                "latitude",
                "longitude",
                "phone",
                "email",
                "website",
                "siret",
                "rooms[1]",
                "procedures[0]",
                "openingHours[1].from",
                "openingHours[2].to"));
    api().get("/sites/" + moyaux.id()).then().body("name", equalTo("Moyaux"));
  }

  @Test
  void a_house_of_an_association_has_its_rna_in_the_place_of_a_siret() {
    Map<String, Object> form = form();
    form.put("rna", "w143 000 123");
    put("\"0\"", form).statusCode(200).body("form.rna", equalTo("W143000123"));
    form.put("siret", "73282932000074");
    put("\"1\"", form)
        .statusCode(400)
        .body("errors.field", contains("rna"))
        .body("errors[0].message", containsString("SIRET ou un RNA"));
    form.remove("siret");
    form.put("rna", "W1430001");
    RestAssured.given()
        .header("Accept-Language", "en")
        .header("If-Match", "\"1\"")
        .contentType(ContentType.JSON)
        .body(form)
        .put("/api/v1/sites/{id}/entry", moyaux.id())
        .then()
        .statusCode(400)
        .body("errors.field", contains("rna"))
        .body("errors[0].message", containsString("An RNA is a W and nine digits"));
  }

  @Test
  void wrong_hours_are_named_by_their_place_in_what_was_sent() {
    List<Object> week = new ArrayList<>();
    week.add(range("friday", "09:00", "12:00:59", "both"));
    week.add(null);
    week.add(range("tuesday", "11:00", "13:00", "both"));
    week.add(range("tuesday", "09:00", "12:00", "both"));
    week.add(range("monday", "9:00", "12:00", "both"));
    Map<String, Object> form = form();
    form.put("openingHours", week);
    form.put(
        "exceptionalHours",
        List.of(
            Map.of("date", "2026-12-24", "from", "09:00", "to", "12:00", "mode", "both"),
            Map.of("date", "2026-12-23", "from", "09:00", "to", "08:00", "mode", "both")));
    String[] wrong = {
      "exceptionalHours[1].to",
      "openingHours[0].to",
      "openingHours[1]",
      "openingHours[2].from",
      "openingHours[4].from"
    };
    put("\"0\"", form).statusCode(400).body("errors.field", containsInAnyOrder(wrong));
    week.clear();
    week.add(range("tuesday", "14:00", "17:00", "both"));
    week.add(range("tuesday", "09:00", "12:00", "both"));
    form.remove("exceptionalHours");
    put("\"0\"", form).statusCode(200).body("form.openingHours.from", contains("09:00", "14:00"));
  }

  @Test
  void what_is_wrong_in_a_list_is_named_by_its_place_in_what_was_sent() {
    Map<String, Object> form = form();
    List<Object> rooms = new ArrayList<>(List.of("Bureau", " "));
    rooms.add(null);
    rooms.add("bureau");
    form.put("rooms", rooms);
    form.put("procedures", List.of("zzz", "", "aaa"));
    put("\"0\"", form)
        .statusCode(400)
        .body("errors.field", containsInAnyOrder("rooms[3]", "procedures[0]", "procedures[2]"));
    rooms.set(3, "Salle 2");
    form.remove("procedures");
    put("\"0\"", form).statusCode(200).body("form.rooms", contains("Bureau", "Salle 2"));
    put("\"1\"", form).statusCode(200).body("version", equalTo(1));
  }

  @Test
  void a_commune_is_found_by_its_name_and_postcode() {
    Map<String, Object> form = form();
    form.put("commune", "Lisieux");
    form.put("postcode", "14100");
    form.remove("insee");
    put("\"0\"", form).statusCode(200).body("form.insee", equalTo("14366"));
    form.put("commune", "Nulle-Part");
    put("\"1\"", form).statusCode(400).body("errors.field", contains("commune"));
  }

  /** Three houses of the national list stand in communes that the register has not got. */
  @Test
  void a_house_whose_commune_is_unknown_is_kept_all_the_same() {
    timetable.change("update site set insee = '14999' where id = " + moyaux.id());
    Map<String, Object> form = form();
    form.put("phone", "02 31 00 00 00");
    put("\"0\"", form).statusCode(200).body("form.insee", equalTo("14999"));
    form.put("commune", "Moyaux-le-Neuf");
    put("\"1\"", form).statusCode(400).body("errors.field", contains("commune"));
  }

  /** Else its page would say that it takes none, above the button that books one. */
  @Test
  void a_house_where_people_can_book_takes_appointments() {
    Partner caf = fixtures.partner("caf");
    Procedure rsa = fixtures.procedure("rsa", caf, 30);
    timetable.add(Timetable.Session.of(moyaux, caf, TestClock.MONDAY, 2, rsa));
    Map<String, Object> form = form();
    form.remove("appointments");
    form.put("name", "Ailleurs");
    put("\"0\"", form).statusCode(200).body("form.appointments", equalTo(true));
    api()
        .get("/sites/{id}/entry/history", moyaux.id())
        .then()
        .body("items[0].form.appointments", equalTo(true));
    timetable.change("update permanence set mode = 'walkIn'");
    put("\"1\"", form).statusCode(200).body("form.appointments", equalTo(false));
  }

  @Test
  void a_point_far_from_the_commune_is_a_slip_of_the_finger() {
    Map<String, Object> form = form();
    form.put("latitude", 43.3);
    form.put("longitude", 5.4);
    put("\"0\"", form).statusCode(400).body("errors.field", contains("latitude"));
  }

  @Test
  void a_house_of_others_is_unknown() {
    Site lisieux = fixtures.site("Lisieux");
    api().get("/sites/{id}/entry", lisieux.id()).then().statusCode(404);
    api()
        .contentType(ContentType.JSON)
        .header("If-Match", "\"0\"")
        .body(form())
        .put("/sites/{id}/entry", lisieux.id())
        .then()
        .statusCode(404);
  }

  @Test
  @TestSecurity(user = "boss", roles = Role.ADMIN)
  void a_new_house_is_for_its_staff_alone() {
    Map<String, Object> form = form();
    form.remove("code");
    form.put("name", "Maison de Lisieux");
    String id =
        api()
            .contentType(ContentType.JSON)
            .body(form)
            .post("/sites")
            .then()
            .statusCode(201)
            .body("live", equalTo(false))
            .body("form.code", equalTo("maison-de-lisieux-moyaux"))
            .extract()
            .path("id");
    api()
        .contentType(ContentType.JSON)
        .body(form)
        .post("/sites")
        .then()
        .statusCode(400)
        .body("errors.field", contains("code"));
    api().get("/sites/" + id).then().statusCode(200).body("live", equalTo(false));
    api().get("/sites?near=14590").then().body("items.name", contains("Moyaux"));
  }

  @Test
  @TestSecurity(user = "boss", roles = Role.ADMIN)
  void an_archived_house_is_nowhere_and_comes_back() {
    api()
        .contentType(ContentType.JSON)
        .header("If-Match", "\"0\"")
        .body(Map.of("archived", true))
        .put("/sites/{id}/entry/archived", moyaux.id())
        .then()
        .statusCode(409)
        .body("detail", containsString("l’agent mireille"));
    Site lisieux = fixtures.site("Lisieux");
    api()
        .contentType(ContentType.JSON)
        .header("If-Match", "\"0\"")
        .body(Map.of("archived", true))
        .put("/sites/{id}/entry/archived", lisieux.id())
        .then()
        .statusCode(200)
        .body("archived", equalTo(true));
    api().get("/sites?near=14590").then().body("items.name", contains("Moyaux"));
    api()
        .contentType(ContentType.JSON)
        .header("If-Match", "\"1\"")
        .body(Map.of("archived", false))
        .put("/sites/{id}/entry/archived", lisieux.id())
        .then()
        .statusCode(200);
    api().get("/sites?near=14590").then().body("items", hasSize(2));
  }

  @Test
  @TestSecurity(user = "boss", roles = Role.ADMIN)
  void a_house_at_work_is_not_archived() {
    Site lisieux = fixtures.site("Lisieux");
    fixtures.procedure("licence", fixtures.partner("ants"), 30);
    String[] somethingOf = {
      "insert into device_key (site_id, name, hash, created_at, created_by) values (%d, 'Hall', 'h',"
          + " timestamp '2026-11-01 10:00:00', 'boss')",
      "insert into counter (site_id, name, position, serves, opened_by, opened_at) values (%d,"
          + " 'Guichet 1', 1, 'all', 'claire', timestamp '2026-11-23 09:00:00')",
      "insert into counter (site_id, name, position, serves) values (%d, 'Guichet 2', 2, 'all')",
      "insert into ticket (public_id, site_id, local_date, series, number, state, origin,"
          + " procedure_id, arrived_at) select 'p', %d, date '2026-11-23', 'A', 1, 'waiting',"
          + " 'walkIn', min(id), timestamp '2026-11-23 09:00:00' from procedure",
      "insert into event (code, title_fr, title_en, summary_fr, summary_en, first_date, last_date,"
          + " published, created_by) values ('portes', 'Portes', 'Doors', 'x', 'x', date"
          + " '2026-12-01', date '2026-12-05', true, 'boss')",
      "insert into event_site (event_id, site_id) select max(id), %d from event"
    };
    for (String statement : somethingOf) {
      timetable.change(statement.formatted(lisieux.id()));
    }
    api()
        .contentType(ContentType.JSON)
        .header("If-Match", "\"0\"")
        .body(Map.of("archived", true))
        .put("/sites/{id}/entry/archived", lisieux.id())
        .then()
        .statusCode(409)
        .body("detail", containsString("la borne Hall"))
        .body("detail", containsString("le guichet ouvert « Guichet 1 »"))
        .body("detail", not(containsString("Guichet 2")))
        .body("detail", containsString("des personnes qui attendent"))
        .body("detail", containsString("l’événement publié « Portes »"));
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.CLERK)
  void a_clerk_may_not() {
    fixtures.agent("marc", AgentRole.clerk, moyaux);
    api().get("/sites/{id}/entry", moyaux.id()).then().statusCode(403);
  }

  @Test
  @TestSecurity
  void nobody_else_sees_what_is_not_live() {
    fixtures.hide(moyaux);
    api().get("/sites/" + moyaux.id()).then().statusCode(404);
    api().get("/sites/" + moyaux.id() + "/status").then().statusCode(404);
    api().get("/sites/" + moyaux.id() + "/calendar.ics").then().statusCode(404);
    api().get("/sites/" + moyaux.id() + "/board").then().statusCode(404);
    api().get("/sites/" + moyaux.id() + "/sessions").then().statusCode(404);
    api().get("/sites/" + moyaux.id() + "/next-sessions").then().statusCode(404);
    api().get("/sites?near=14590").then().statusCode(200).body("items", empty());
  }
}
