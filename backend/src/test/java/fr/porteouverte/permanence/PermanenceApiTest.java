package fr.porteouverte.permanence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.SlotSql;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The test's now is Monday 23 November 2026, 8 h in Paris. */
@QuarkusTest
class PermanenceApiTest extends ApiTest {
  private static final Instant NINE = Instant.parse("2026-11-23T08:00:00Z");

  @Inject SlotSql slots;

  private Site site;
  private Site elsewhere;
  private Partner partner;
  private Procedure procedure;

  @BeforeEach
  void aHouseAndItsManager() {
    site = fixtures.site("Sées");
    elsewhere = fixtures.site("Moyaux");
    partner = fixtures.partner("caf");
    procedure = fixtures.procedure("rsa", partner, 30);
    fixtures.agent("marc", AgentRole.manager, site);
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_manager_enters_a_permanence_and_its_slots_can_be_booked_at_once() {
    String id =
        post(form())
            .statusCode(201)
            .header("ETag", "\"0\"")
            .header("Location", containsString("/permanences/"))
            .body("host", equalTo("partner"))
            .body("partner.code", equalTo("caf"))
            .body("procedures.code", contains("rsa"))
            .body("from", equalTo("09:00"))
            .extract()
            .path("id");
    free().body("items", hasSize(6));
    api().get("/permanences/{id}", id).then().statusCode(200).body("id", equalTo(id));
    api().get("/permanences").then().statusCode(200).body("items.id", contains(id));
    api().get("/permanences?site={s}", site.id()).then().body("items.id", contains(id));
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_house_that_takes_none_by_the_list_takes_appointments_with_its_first_bookable_permanence() {
    fixtures.takesNoAppointments(site);
    Map<String, Object> walkIn = form();
    walkIn.put("mode", "walkIn");
    post(walkIn).statusCode(201);
    api().get("/sites/{id}", site.id()).then().body("appointments", equalTo(false));
    Map<String, Object> later = form();
    later.putAll(Map.of("from", "14:00", "to", "16:00"));
    post(later).statusCode(201);
    api().get("/sites/{id}", site.id()).then().body("appointments", equalTo(true));
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void the_house_itself_may_hold_one_with_exceptions() {
    Map<String, Object> form = form();
    form.remove("partnerId");
    form.put(
        "exceptions",
        List.of(
            Map.of("date", "2026-11-23", "kind", "skipped"),
            Map.of("date", "2026-11-23", "kind", "added", "from", "14:00", "to", "15:00")));
    post(form).statusCode(201).body("host", equalTo("house")).body("exceptions", hasSize(2));
    free().body("items", hasSize(2)).body("items[0].start", equalTo("2026-11-23T14:00:00+01:00"));
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void every_wrong_field_is_named_at_once() {
    Procedure others = fixtures.procedure("emploi", fixtures.partner("ft"), 30);
    Map<String, Object> form = form();
    form.putAll(
        Map.of(
            "rrule",
            "FREQ=HOURLY",
            "firstDate",
            "yesterday",
            "untilDate",
            "2099-01-01",
            "from",
            "25:00",
            "slotMinutes",
            4,
            "capacity",
            501,
            "noticeMinutes",
            -1,
            "horizonDays",
            92));
    form.putAll(
        Map.of(
            "changeDeadlineMinutes", 43_201,
            "procedures", List.of(others.id() + "", "none"),
            "exceptions",
                List.of(Map.of("date", "2026-11-23", "kind", "skipped", "from", "9:00"))));
    form.remove("mode");
    post(form)
        .statusCode(400)
        .body("type", endsWith("invalid-request"))
        .body(
            "errors.field.unique()",
            containsInAnyOrder(
                "rrule",
                "firstDate",
                "untilDate",
                "from",
                "slotMinutes",
                "capacity",
                "noticeMinutes",
                "horizonDays",
                "changeDeadlineMinutes",
                "procedures[0]",
                "procedures[1]",
                "exceptions[0].from",
                "exceptions[0].to",
                "mode"));
    post(Map.of()).statusCode(400);
    assertThat(slots.count("permanence")).isZero();
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_manager_acts_only_at_their_houses() {
    Map<String, Object> form = form();
    form.put("siteId", elsewhere.id() + "");
    post(form).statusCode(403).body("type", endsWith("forbidden"));
    long id = fixtures.permanence(elsewhere, partner, procedure).materialised().id();
    api().get("/permanences/{id}", id).then().statusCode(403);
    put(id + "", "\"0\"", form).statusCode(403);
    delete(id + "", "\"0\"").statusCode(403);
    api().get("/permanences?site={s}", elsewhere.id()).then().statusCode(403);
    api().get("/permanences").then().statusCode(200).body("items", hasSize(0));
  }

  @Test
  @TestSecurity(user = "anne", roles = Role.ADMIN)
  void an_admin_acts_everywhere() {
    fixtures.permanence(elsewhere, partner, procedure).materialised();
    post(form()).statusCode(201);
    api().get("/permanences?limit=1").then().body("items", hasSize(1));
    String next = api().get("/permanences?limit=1").then().extract().path("nextCursor");
    api()
        .get("/permanences?limit=1&cursor={c}", next)
        .then()
        .statusCode(200)
        .body("items.siteId", contains(site.id() + ""));
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void a_clerk_enters_none() {
    fixtures.agent("claire", AgentRole.clerk, site);
    post(form()).statusCode(403);
    api().get("/permanences").then().statusCode(403);
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void a_clerk_reads_those_of_her_house_and_no_others() {
    fixtures.agent("claire", AgentRole.clerk, site);
    api().get("/permanences?site=" + site.id()).then().statusCode(200);
    api().get("/permanences?site=" + fixtures.site("Sées").id()).then().statusCode(403);
  }

  @Test
  void nobody_enters_one_without_a_login() {
    post(form()).statusCode(401).body("type", endsWith("unauthorized"));
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_change_needs_the_version_that_was_read() {
    String id = post(form()).extract().path("id");
    Map<String, Object> later = form();
    later.put("from", "10:00");
    put(id, null, later).statusCode(428);
    put(id, "\"7\"", later).statusCode(412);
    free().body("items", hasSize(6));
    put(id, "\"0\"", later).statusCode(200).header("ETag", "\"1\"").body("from", equalTo("10:00"));
    free().body("items", hasSize(4));
    put(id, "\"0\"", later).statusCode(412);
    later.put("procedures", List.of(fixtures.procedure("apl", partner, 30).id() + ""));
    put(id, "\"1\"", later).statusCode(200).header("ETag", "\"2\"");
    free().body("items", hasSize(0));
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void house_and_partner_cannot_change() {
    String id = post(form()).extract().path("id");
    Map<String, Object> form = form();
    form.remove("partnerId");
    form.put("siteId", elsewhere.id() + "");
    put(id, "\"0\"", form).statusCode(400).body("errors.field", contains("siteId", "partnerId"));
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void capacity_below_what_is_taken_is_refused_and_changes_nothing() {
    Permanence permanence =
        fixtures.permanence(site, partner, procedure).capacity(2).materialised();
    slots.seat(permanence, NINE, 1, null);
    slots.seat(permanence, NINE, 2, null);
    Map<String, Object> form = form();
    form.put("to", "11:00");
    put(permanence.id() + "", "\"0\"", form)
        .statusCode(409)
        .body("type", endsWith("capacity-below-taken"))
        .body("errors[0].field", equalTo("capacity"))
        .body("errors[0].message", containsString("2026-11-23 à 09:00"))
        .body("errors[0].message", containsString(slots.id(permanence, NINE) + ""));
    free().body("items", hasSize(5));
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void one_that_nobody_booked_can_go_for_good() {
    String id = post(form()).extract().path("id");
    delete(id, null).statusCode(428);
    delete(id, "\"0\"").statusCode(204);
    api().get("/permanences/{id}", id).then().statusCode(404);
    assertThat(slots.count("slot")).isZero();
    assertThat(slots.count("session")).isZero();
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void one_with_bookings_stays() {
    Permanence permanence = fixtures.permanence(site, partner, procedure).materialised();
    slots.seat(permanence, NINE, 1, null);
    delete(permanence.id() + "", "\"0\"").statusCode(409).body("type", endsWith("conflict"));
    free().body("items", hasSize(5));
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void one_that_only_cancelled_bookings_refer_to_stays_too() {
    Permanence permanence = fixtures.permanence(site, partner, procedure).materialised();
    slots.cancelledBooking(permanence, NINE);
    delete(permanence.id() + "", "\"0\"").statusCode(409).body("type", endsWith("conflict"));
    free().body("items", hasSize(6));
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void sent_twice_with_one_key_it_is_one_permanence() {
    String key = UUID.randomUUID().toString();
    String first = post(form(), key).statusCode(201).extract().path("id");
    post(form(), key).statusCode(201).body("id", equalTo(first));
    Map<String, Object> other = form();
    other.put("capacity", 2);
    post(other, key).statusCode(422);
    assertThat(slots.count("permanence")).isEqualTo(1);
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void room_title_and_kept_places_are_entered_and_stay_within_the_capacity() {
    Map<String, Object> form = form();
    form.putAll(
        Map.of("titleFr", " Atelier ", "room", "Salle 2", "confirmHours", 24, "capacity", 4));
    form.putAll(Map.of("keptPhone", 1, "keptWalkIn", 2));
    String id =
        post(form)
            .statusCode(201)
            .body("titleFr", equalTo("Atelier"))
            .body("titleEn", equalTo("Atelier"))
            .body("room", equalTo("Salle 2"))
            .body("confirmHours", equalTo(24))
            .body("keptPhone", equalTo(1))
            .body("keptWalkIn", equalTo(2))
            .extract()
            .path("id");
    free().body("items.remaining.unique()", contains(2));
    form.put("keptWalkIn", 0);
    put(id, "\"0\"", form).statusCode(200);
    assertThat(slots.count("slot where kept_walk_in > 0")).isZero();
    form.putAll(Map.of("keptPhone", 3, "keptWalkIn", 2, "room", "x".repeat(81)));
    form.putAll(Map.of("confirmHours", 721, "titleFr", "", "titleEn", "Workshop"));
    put(id, "\"1\"", form)
        .statusCode(400)
        .body("errors.field", containsInAnyOrder("keptPhone", "room", "confirmHours", "titleFr"));
  }

  private Map<String, Object> form() {
    Map<String, Object> form = new HashMap<>();
    form.put("siteId", site.id() + "");
    form.put("partnerId", partner.id() + "");
    form.put("procedures", List.of(procedure.id() + ""));
    form.put("rrule", "FREQ=WEEKLY;BYDAY=MO,TH");
    form.put("firstDate", "2026-11-02");
    form.put("from", "09:00");
    form.put("to", "12:00");
    form.put("mode", "appointment");
    form.put("slotMinutes", 30);
    form.put("capacity", 1);
    form.put("noticeMinutes", 0);
    form.put("horizonDays", 60);
    form.put("changeDeadlineMinutes", 60);
    return form;
  }

  private ValidatableResponse free() {
    return api()
        .get(
            "/slots?site={s}&procedure={p}&from=2026-11-23&to=2026-11-24",
            site.id(),
            procedure.id())
        .then()
        .statusCode(200);
  }

  private ValidatableResponse post(Object form) {
    return api().contentType(ContentType.JSON).body(form).post("/permanences").then();
  }

  private ValidatableResponse post(Object form, String key) {
    return api()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body(form)
        .post("/permanences")
        .then();
  }

  private ValidatableResponse put(String id, String etag, Object form) {
    var request = api().contentType(ContentType.JSON).body(form);
    return (etag == null ? request : request.header("If-Match", etag))
        .put("/permanences/" + id)
        .then();
  }

  private ValidatableResponse delete(String id, String etag) {
    return (etag == null ? api() : api().header("If-Match", etag))
        .delete("/permanences/" + id)
        .then();
  }
}
