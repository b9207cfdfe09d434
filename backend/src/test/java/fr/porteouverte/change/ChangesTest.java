package fr.porteouverte.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.access.Scope;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.http.Ids;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.AsRun;
import fr.porteouverte.support.Bearer;
import fr.porteouverte.support.Systems;
import fr.porteouverte.support.TestClock;
import fr.porteouverte.support.Timetable;
import fr.porteouverte.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Other systems follow what changes: all of it, once, in one order. */
@QuarkusTest
@TestProfile(AsRun.class)
class ChangesTest extends ApiTest {
  @Inject Timetable timetable;
  @Inject Systems systems;
  @Inject ForgetChanges forgetting;
  @Inject NumberChanges numbering;
  private Site moyaux;
  private Site sees;
  private Partner caf;
  private Procedure rsa;
  private List<String> slots;

  @BeforeEach
  void aDay() {
    clock.set(TestClock.MONDAY);
    moyaux = fixtures.site("Moyaux");
    sees = fixtures.site("Sées");
    fixtures.alwaysOpen(moyaux);
    caf = fixtures.partner("caf");
    rsa = fixtures.procedure("rsa", caf, 30);
    slots = add(moyaux, caf);
    fixtures.agent("claire", AgentRole.clerk, moyaux);
    fixtures.agent("marc", AgentRole.manager, moyaux);
    systems.at("coop", List.of(moyaux), Systems.everything());
  }

  private List<String> add(Site site, Partner partner) {
    return timetable.add(
        Timetable.Session.of(site, partner, TestClock.MONDAY.plus(Duration.ofHours(3)), 6, rsa)
            .capacity(50));
  }

  private RequestSpecification coop() {
    return Systems.as("coop", api());
  }

  private RequestSpecification agent(String username) {
    return api().auth().oauth2(Bearer.token(username)).contentType(ContentType.JSON);
  }

  private static Map<String, Object> wanted(String slot, Procedure procedure) {
    return Map.of(
        "slotId",
        slot,
        "procedureId",
        Ids.of(procedure.id()),
        "visitor",
        Map.of("firstName", "Odette", "lastName", "Perrin", "email", "odette@example.org"));
  }

  private Response book(RequestSpecification as, String slot) {
    Response made = as.contentType(ContentType.JSON).body(wanted(slot, rsa)).post("/bookings");
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    return made;
  }

  private String now() {
    return coop()
        .get("/changes")
        .then()
        .statusCode(200)
        .body("items", empty())
        .extract()
        .path("next");
  }

  private ValidatableResponse since(String after) {
    return coop().queryParam("after", after).get("/changes").then().statusCode(200);
  }

  @Test
  void a_booking_is_followed_from_web_counter_and_api_to_its_end() {
    String start = now();
    Response odette = book(api(), slots.get(0));
    String reference = odette.path("reference");
    String secret = odette.path("secret");
    book(agent("claire"), slots.get(1));
    book(coop(), slots.get(2));
    api()
        .header("Booking-Secret", secret)
        .contentType(ContentType.JSON)
        .body(Map.of("slotId", slots.get(3)))
        .post("/bookings/" + reference + "/reschedule")
        .then()
        .statusCode(200);
    api()
        .header("Booking-Secret", secret)
        .post("/bookings/" + reference + "/cancellation")
        .then()
        .statusCode(200);
    since(start)
        .body(
            "items.type",
            contains(
                "booking.created",
                "booking.created",
                "booking.created",
                "booking.moved",
                "booking.cancelled"))
        .body("items.by", contains("visitor", "staff", "api", "visitor", "visitor"))
        .body("items.cause", everyItem(nullValue()))
        .body("items[3].subject", equalTo(reference))
        .body("items.siteId", everyItem(equalTo(Ids.of(moyaux.id()))))
        .body("items.partnerId", everyItem(equalTo(Ids.of(caf.id()))))
        .body("more", is(false));
  }

  @Test
  void who_is_on_the_telephone_is_booked_by_staff() {
    String start = now();
    Map<String, Object> called = new HashMap<>(wanted(slots.get(0), rsa));
    called.put("from", "telephone");
    agent("claire").body(called).post("/bookings").then().statusCode(201);
    assertThat(timetable.text("select max(origin) from booking_event")).isEqualTo("phone");
    since(start).body("items.by", contains("staff"));
  }

  @Test
  void nothing_of_a_person_is_told() {
    String start = now();
    book(api(), slots.get(0));
    String told = since(start).extract().asString();
    assertThat(told).doesNotContain("Odette").doesNotContain("Perrin").doesNotContain("example");
  }

  @Test
  void a_cancelled_session_tells_of_itself_and_of_each_appointment() {
    book(api(), slots.get(0));
    book(api(), slots.get(1));
    String start = now();
    long session = timetable.number("select max(id) from session");
    agent("marc")
        .body(Map.of("reason", "malade"))
        .post("/sessions/" + session + "/cancellation")
        .then()
        .statusCode(200);
    List<String> types = since(start).extract().path("items.type");
    assertThat(types)
        .containsExactlyInAnyOrder("session.cancelled", "booking.cancelled", "booking.cancelled");
    List<String> by = since(start).extract().path("items.findAll { it.version != null }.by");
    assertThat(by).containsOnly("house");
    since(start).body("items.cause", everyItem(equalTo("house")));
  }

  @Test
  void a_called_number_is_told_without_its_person() {
    String start = now();
    String site = "/sites/" + moyaux.id();
    String counter =
        agent("marc")
            .body(Map.of("name", "Guichet 1", "serves", "all"))
            .post(site + "/counters")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    agent("claire")
        .body(Map.of("procedureId", Ids.of(rsa.id())))
        .post(site + "/tickets")
        .then()
        .statusCode(201);
    agent("claire").body(Map.of()).post("/counters/" + counter + "/open").then().statusCode(200);
    agent("claire").body(Map.of()).post("/counters/" + counter + "/next").then().statusCode(200);
    since(start)
        .body("items.findAll { it.type == 'ticket.called' }.number", contains("A1"))
        .body("items.findAll { it.type == 'ticket.called' }.by", contains(nullValue()));
  }

  @Test
  void a_system_hears_of_its_houses_its_partner_and_its_scopes_only() {
    Partner travail = fixtures.partner("france-travail");
    systems.at("sees", List.of(sees), Systems.everything());
    systems.of("caf", caf, Scope.BOOKINGS_READ);
    systems.of("travail", travail, Scope.BOOKINGS_READ);
    systems.at("slots", List.of(moyaux), Scope.SLOTS_READ);
    String start = now();
    book(api(), slots.get(0));
    for (var heard : Map.of("coop", 1, "sees", 0, "caf", 1, "travail", 0, "slots", 0).entrySet()) {
      List<String> types =
          Systems.as(heard.getKey(), api())
              .queryParam("after", start)
              .queryParam("type", "booking.created")
              .get("/changes")
              .then()
              .statusCode(200)
              .extract()
              .path("items.type");
      assertThat(types).as(heard.getKey()).hasSize(heard.getValue());
    }
    agent("claire").get("/changes").then().statusCode(403);
    api().get("/changes").then().statusCode(401);
  }

  @Test
  void odd_questions_are_answered_with_the_field() {
    coop().queryParam("after", "x").get("/changes").then().statusCode(400);
    coop()
        .queryParam("type", "booking.eaten")
        .queryParam("site", "-1")
        .queryParam("limit", "0")
        .get("/changes")
        .then()
        .statusCode(400)
        .body("errors.field", contains("limit", "type", "site"));
    coop()
        .queryParam("after", now())
        .queryParam("site", Ids.of(sees.id()))
        .get("/changes")
        .then()
        .statusCode(200)
        .body("items", empty());
  }

  @Test
  void who_stayed_away_for_too_long_is_told_to_read_everything_again() {
    String start = now();
    book(api(), slots.get(0));
    String seen = since(start).extract().path("next");
    clock.advance(Duration.ofDays(31));
    forgetting.run();
    since(seen).body("items", empty());
    coop()
        .queryParam("after", start)
        .get("/changes")
        .then()
        .statusCode(410)
        .body("type", equalTo("/problems/changes-gone"));
  }

  @Test
  void an_appointment_that_moves_to_another_house_is_told_to_the_one_it_leaves() {
    systems.at("sees", List.of(sees), Systems.everything());
    List<String> there = add(sees, caf);
    fixtures.agent("paul", AgentRole.clerk, moyaux, sees);
    String reference = book(api(), slots.get(0)).path("reference");
    String start = now();
    agent("paul")
        .body(Map.of("slotId", there.get(0)))
        .post("/bookings/" + reference + "/reschedule")
        .then()
        .statusCode(200);
    for (String system : List.of("coop", "sees")) {
      Systems.as(system, api())
          .queryParam("after", start)
          .get("/changes")
          .then()
          .body("items.subject", contains(reference))
          .body("items.siteId", contains(Ids.of(sees.id())));
    }
  }

  @Test
  void a_presence_that_is_deleted_is_told() {
    long id = timetable.number("select max(id) from permanence");
    String start = now();
    String etag = agent("marc").get("/permanences/" + id).header("ETag");
    agent("marc").header("If-Match", etag).delete("/permanences/" + id).then().statusCode(204);
    since(start)
        .body(
            "items.findAll { it.type == 'permanence.changed' }.subject",
            contains(Long.toString(id)));
  }

  @Test
  void a_partners_system_hears_that_a_house_closes() {
    systems.of("caf", caf, Scope.SLOTS_READ);
    String start = now();
    timetable.change(
        "insert into change_entry (type, at, site_id, subject) values ('site.closuresChanged',"
            + " current_timestamp, "
            + moyaux.id()
            + ", '1')");
    Systems.as("caf", api())
        .queryParam("after", start)
        .get("/changes")
        .then()
        .body("items.type", contains("site.closuresChanged"));
  }

  @Test
  void a_number_that_was_never_given_is_gone() {
    String beyond = Long.toString(Long.parseLong(now()) + 1_000);
    coop()
        .queryParam("after", beyond)
        .get("/changes")
        .then()
        .statusCode(410)
        .body("type", equalTo("/problems/changes-gone"));
  }

  @Test
  void changes_get_their_numbers_when_nobody_reads_too() {
    many(ChangeFeed.AT_ONCE + 5);
    numbering.run();
    assertThat(timetable.number("select count(*) from change_entry where seq is null")).isZero();
  }

  @Test
  void who_begins_after_a_flood_begins_behind_it() {
    many(ChangeFeed.AT_ONCE + 5);
    String start = now();
    since(start).body("items", empty()).body("more", is(false));
  }

  @Test
  void there_is_more_while_some_have_no_number_yet() {
    String start = now();
    many(ChangeFeed.AT_ONCE + 5);
    coop()
        .queryParam("after", start)
        .queryParam("type", "booking.created")
        .get("/changes")
        .then()
        .statusCode(200)
        .body("items", empty())
        .body("more", is(true));
  }

  private void many(int rows) {
    for (int i = 0; i < rows; i += 100) {
      timetable.change(
          "insert into change_entry (type, at, site_id, subject) values "
              + java.util.stream.IntStream.range(0, 100)
                  .mapToObj(
                      n -> "('site.closuresChanged', current_timestamp, " + moyaux.id() + ", '1')")
                  .collect(java.util.stream.Collectors.joining(", ")));
    }
  }

  @Test
  void what_is_left_of_the_changes_has_no_gap() {
    book(api(), slots.get(0));
    book(api(), slots.get(1));
    now();
    long first = timetable.number("select min(seq) from change_entry");
    timetable.change("update change_entry set at = at - interval '40' day where seq > " + first);
    forgetting.run();
    assertThat(timetable.number("select min(seq) from change_entry")).isEqualTo(first);
    assertThat(timetable.number("select count(*) from change_entry")).isGreaterThan(1);
  }

  /** Many write while others read on: everybody hears of every booking once, in the same order. */
  @Test
  void pages_read_while_others_write_skip_and_repeat_nothing() {
    String start = now();
    AtomicInteger writing = new AtomicInteger(8);
    List<String> made = java.util.Collections.synchronizedList(new ArrayList<>());
    List<Callable<List<String>>> acts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String slot = slots.get(i % slots.size());
      acts.add(
          () -> {
            for (int n = 0; n < 12; n++) {
              Response one = agent("claire").body(wanted(slot, rsa)).post("/bookings");
              if (one.statusCode() == 201) {
                made.add(one.path("reference"));
              }
            }
            writing.decrementAndGet();
            return List.of();
          });
    }
    for (int reader = 0; reader < 3; reader++) {
      acts.add(() -> followed(start, writing));
    }
    List<List<String>> results = Together.run(acts);
    List<String> first = results.get(8);
    assertThat(first).hasSize(made.size()).containsExactlyInAnyOrderElementsOf(made);
    assertThat(new HashSet<>(first)).hasSize(first.size());
    assertThat(results.get(9)).isEqualTo(first);
    assertThat(results.get(10)).isEqualTo(first);
  }

  private List<String> followed(String start, AtomicInteger writing) {
    List<String> heard = new ArrayList<>();
    String after = start;
    boolean over = false;
    while (true) {
      Response page = coop().queryParam("after", after).queryParam("limit", 7).get("/changes");
      assertThat(page.statusCode()).isEqualTo(200);
      heard.addAll(page.path("items.subject"));
      after = page.path("next");
      boolean more = page.path("more");
      if (over && !more) {
        return heard;
      }
      over = writing.get() == 0;
    }
  }
}
