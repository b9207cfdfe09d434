package fr.porteouverte.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.access.Role;
import fr.porteouverte.site.Site;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventApiTest extends EventSuite {

  /** As a reader sees it who had read the session before and its procedures after the delete. */
  @Test
  void a_workshop_that_is_deleted_while_it_is_read_is_left_out() {
    Event week = week(true);
    workshop(week, moyaux, 12);
    timetable.change("delete from permanence_procedure");
    api().get("/events/portes-ouvertes").then().statusCode(200).body("sessions", hasSize(0));
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_manager_prepares_a_week_and_publishes_it() {
    post("/events", form())
        .statusCode(201)
        .header("ETag", "\"0\"")
        .body("code", equalTo("semaine-portes-ouvertes"))
        .body("published", equalTo(false))
        .body("sessions", hasSize(0));
    api().get("/events").then().statusCode(200).body("items", hasSize(0));
    api().get("/events?mine=true").then().body("items.code", contains("semaine-portes-ouvertes"));
    var form = form();
    form.put("published", true);
    api()
        .contentType(ContentType.JSON)
        .header("If-Match", "\"0\"")
        .body(form)
        .put("/events/semaine-portes-ouvertes")
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("published", equalTo(true));
    api().get("/events").then().body("items.code", contains("semaine-portes-ouvertes"));
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void one_title_twice_makes_two_codes_and_one_request_twice_makes_one_event() {
    String key = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      api()
          .contentType(ContentType.JSON)
          .header("Idempotency-Key", key)
          .body(form())
          .post("/events")
          .then()
          .statusCode(201)
          .body("code", equalTo("semaine-portes-ouvertes"));
    }
    post("/events", form()).statusCode(201).body("code", equalTo("semaine-portes-ouvertes-2"));
    assertThat(timetable.number("select count(*) from event")).isEqualTo(2);
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void nobody_overwrites_what_they_have_not_seen() {
    post("/events", form()).statusCode(201);
    var put = api().contentType(ContentType.JSON).body(form());
    put.put("/events/semaine-portes-ouvertes").then().statusCode(428);
    put.header("If-Match", "\"7\"").put("/events/semaine-portes-ouvertes").then().statusCode(412);
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_draft_of_somebody_else_does_not_exist() {
    Event week = week(false);
    workshop(week, sees, 12);
    api().get("/events/portes-ouvertes").then().statusCode(404);
    api().get("/events/portes-ouvertes/figures").then().statusCode(404);
    post("/events/portes-ouvertes/workshops", workshopForm(moyaux)).statusCode(404);
    api().delete("/events/portes-ouvertes").then().statusCode(404);
    api().get("/events?mine=true").then().body("items", hasSize(0));
  }

  @Test
  @TestSecurity(user = "zoe", roles = Role.MANAGER)
  void the_manager_of_a_house_of_it_prepares_it_too() {
    Event week = week(false);
    workshop(week, sees, 12);
    api()
        .get("/events/portes-ouvertes")
        .then()
        .statusCode(200)
        .body("sessions.siteId", contains("" + sees.id()));
    api().get("/events/portes-ouvertes/figures").then().statusCode(200);
    api().get("/events?mine=true").then().body("items.code", contains("portes-ouvertes"));
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_workshop_goes_into_a_published_week_in_ones_own_house_only() {
    week(true);
    post("/events/portes-ouvertes/workshops", workshopForm(sees)).statusCode(403);
    String key = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      api()
          .contentType(ContentType.JSON)
          .header("Idempotency-Key", key)
          .body(workshopForm(moyaux))
          .post("/events/portes-ouvertes/workshops")
          .then()
          .statusCode(201)
          .body("start", equalTo("2026-12-08T14:00:00+01:00"))
          .body("end", equalTo("2026-12-08T16:00:00+01:00"))
          .body("title.en", equalTo("First steps"))
          .body("capacity", equalTo(12))
          .body("remaining", equalTo(12))
          .body("partner", nullValue())
          .body("slotId", notNullValue());
    }
    assertThat(timetable.number("select count(*) from permanence")).isEqualTo(1);
    assertThat(timetable.number("select count(*) from slot")).isEqualTo(1);
  }

  @Test
  @TestSecurity(user = "admin", roles = Role.ADMIN)
  void every_wrong_field_of_a_workshop_is_named() {
    week(true);
    var form = workshopForm(moyaux);
    form.put("title", Map.of("fr", " "));
    form.put("capacity", 501);
    form.put("siteId", "0");
    form.put("from", "25:00");
    form.put("partnerId", "none");
    form.put("procedureId", "none");
    post("/events/portes-ouvertes/workshops", form)
        .statusCode(400)
        .body(
            "errors.field.unique()",
            containsInAnyOrder(
                "title.fr", "capacity", "siteId", "from", "partnerId", "procedureId"));
    form = workshopForm(moyaux);
    form.put("date", "2026-12-12");
    post("/events/portes-ouvertes/workshops", form).body("errors.field", contains("date"));
    form = workshopForm(moyaux);
    form.put("to", "13:00");
    post("/events/portes-ouvertes/workshops", form).body("errors.field", contains("to"));
    form = workshopForm(moyaux);
    form.put("procedureId", "" + fixtures.procedure("long", caf, 180).id());
    post("/events/portes-ouvertes/workshops", form).body("errors.field", contains("procedureId"));
    assertThat(timetable.number("select count(*) from permanence")).isZero();
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_closed_house_has_no_workshop() {
    week(true);
    post(
            "/sites/" + moyaux.id() + "/closures",
            Map.of("from", "2026-12-08T15:00:00", "to", "2026-12-08T18:00:00", "reason", "Vœux"))
        .statusCode(201);
    post("/events/portes-ouvertes/workshops", workshopForm(moyaux))
        .statusCode(409)
        .body("type", endsWith("/conflict"));
    assertThat(timetable.number("select count(*) from permanence")).isZero();
  }

  @Test
  @TestSecurity(user = "admin", roles = Role.ADMIN)
  void a_workshop_overseas_is_at_its_own_hour() {
    Site cilaos = fixtures.site("Cilaos", "974", -21.13, 55.47);
    week(true);
    post("/events/portes-ouvertes/workshops", workshopForm(cilaos))
        .statusCode(201)
        .body("start", equalTo("2026-12-08T14:00:00+04:00"));
  }

  @Test
  @TestSecurity(user = "admin", roles = Role.ADMIN)
  void a_workshop_over_the_autumn_change_is_one_slot_of_its_real_length() {
    clock.set(java.time.Instant.parse("2027-10-01T08:00:00Z"));
    var week = form();
    week.putAll(Map.of("firstDate", "2027-10-30", "lastDate", "2027-10-31", "published", true));
    post("/events", week).statusCode(201);
    var night = workshopForm(moyaux);
    night.putAll(Map.of("date", "2027-10-31", "from", "01:00", "to", "05:00"));
    post("/events/semaine-portes-ouvertes/workshops", night)
        .statusCode(201)
        .body("start", equalTo("2027-10-31T01:00:00+02:00"))
        .body("end", equalTo("2027-10-31T05:00:00+01:00"));
    assertThat(timetable.number("select count(*) from slot")).isEqualTo(1);
    assertThat(timetable.number("select slot_minutes from permanence")).isEqualTo(300);
  }

  @Test
  void the_houses_week_shows_a_workshop_with_its_places_once_it_is_published() {
    Event week = week(false);
    EventSessionView made = workshop(week, moyaux, 12);
    String days = "/sites/" + moyaux.id() + "/sessions?from=2026-12-07&to=2026-12-12";
    String slots = "/slots?site=" + moyaux.id() + "&procedure=" + made.procedureId();
    api().get(days).then().body("items", hasSize(0));
    api().get(slots).then().body("items", hasSize(0));
    timetable.change("update event set published = true");
    api()
        .get(days)
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].title.fr", equalTo("L’espace famille"))
        .body("items[0].eventCode", equalTo("portes-ouvertes"))
        .body("items[0].places", equalTo(12))
        .body("items[0].remaining", equalTo(12));
    api().get(slots).then().body("items.id", contains(made.slotId()));
  }

  @Test
  void what_is_made_for_workshops_is_not_among_what_people_come_for() {
    fixtures.procedure("rsa", caf, 30);
    EventSessionView made = workshop(week(true), moyaux, 12);
    api().get("/procedures").then().body("items.code", contains("rsa"));
    api()
        .get("/procedures?site=" + moyaux.id())
        .then()
        .body("items.id", not(hasItem(made.procedureId())));
    api().get("/procedures/" + made.procedureId()).then().statusCode(200);
  }

  @Test
  void an_event_that_is_over_leaves_the_list_but_keeps_its_page() {
    workshop(week(true), moyaux, 12);
    clock.set(java.time.Instant.parse("2026-12-14T08:00:00Z"));
    api().get("/events").then().body("items", hasSize(0));
    api()
        .get("/events/portes-ouvertes")
        .then()
        .statusCode(200)
        .body("sessions[0].capacity", equalTo(12))
        .body("sessions[0].slotId", nullValue());
  }

  @Test
  void without_a_login_nothing_is_prepared() {
    week(true);
    post("/events", form()).statusCode(401);
    post("/events/portes-ouvertes/workshops", workshopForm(moyaux)).statusCode(401);
    api().get("/events?mine=true").then().statusCode(401);
    api().get("/events/portes-ouvertes/figures").then().statusCode(401);
    api().delete("/events/portes-ouvertes").then().statusCode(401);
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void a_clerk_prepares_nothing() {
    post("/events", form()).statusCode(403);
    api().get("/events?mine=true").then().statusCode(403);
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void an_event_that_nobody_booked_goes_with_its_workshops() {
    post("/events", form()).statusCode(201);
    post("/events/semaine-portes-ouvertes/workshops", workshopForm(moyaux)).statusCode(201);
    var form = form();
    form.put("firstDate", "2026-12-09");
    api()
        .contentType(ContentType.JSON)
        .header("If-Match", "\"0\"")
        .body(form)
        .put("/events/semaine-portes-ouvertes")
        .then()
        .statusCode(400)
        .body("errors.field", contains("firstDate"));
    api().delete("/events/semaine-portes-ouvertes").then().statusCode(204);
    assertThat(timetable.number("select count(*) from permanence")).isZero();
    assertThat(timetable.number("select count(*) from session")).isZero();
    api().get("/events/semaine-portes-ouvertes").then().statusCode(404);
  }
}
