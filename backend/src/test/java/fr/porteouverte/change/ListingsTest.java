package fr.porteouverte.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Other systems list bookings and visits: all of them, each at its last change. */
@QuarkusTest
@TestProfile(AsRun.class)
class ListingsTest extends ApiTest {
  @Inject Timetable timetable;
  @Inject Systems systems;
  @Inject DataSource source;
  private Site moyaux;
  private Partner caf;
  private Procedure rsa;
  private List<String> slots;

  @BeforeEach
  void aDay() {
    clock.set(TestClock.MONDAY);
    moyaux = fixtures.site("Moyaux");
    fixtures.alwaysOpen(moyaux);
    caf = fixtures.partner("caf");
    rsa = fixtures.procedure("rsa", caf, 30);
    slots = add(moyaux);
    fixtures.agent("claire", AgentRole.clerk, moyaux);
    systems.at("coop", List.of(moyaux), Systems.everything());
  }

  private List<String> add(Site site) {
    return timetable.add(
        Timetable.Session.of(site, caf, TestClock.MONDAY.plus(Duration.ofHours(3)), 6, rsa)
            .capacity(50));
  }

  private RequestSpecification coop() {
    return Systems.as("coop", api());
  }

  private RequestSpecification claire() {
    return api().auth().oauth2(Bearer.token("claire")).contentType(ContentType.JSON);
  }

  private String book(String slot) {
    Response made =
        claire()
            .body(
                Map.of(
                    "slotId",
                    slot,
                    "procedureId",
                    Ids.of(rsa.id()),
                    "visitor",
                    Map.of("firstName", "Odette", "lastName", "Perrin")))
            .post("/bookings");
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    return made.path("reference");
  }

  private ValidatableResponse list(String what, String after) {
    RequestSpecification asked = coop();
    return (after == null ? asked : asked.queryParam("after", after))
        .get("/" + what)
        .then()
        .statusCode(200);
  }

  private void cancel(String reference) {
    claire().post("/bookings/" + reference + "/cancellation").then().statusCode(200);
  }

  @Test
  void bookings_come_once_and_again_when_they_change() {
    String first = book(slots.get(0));
    String second = book(slots.get(1));
    Response page = coop().queryParam("limit", 1).get("/bookings");
    page.then().body("items.reference", contains(first)).body("more", is(true));
    cancel(first);
    ValidatableResponse rest = list("bookings", page.path("next"));
    rest.body("items.reference", contains(second, first))
        .body("items.status", contains("booked", "cancelled"))
        .body("more", is(false));
    assertThat(rest.extract().asString()).doesNotContain("Odette").doesNotContain("Perrin");
    list("bookings", rest.extract().path("next")).body("items", empty());
    list("bookings", null).body("items.reference", contains(second, first));
  }

  @Test
  void only_what_changed_since_a_moment_is_listed() {
    book(slots.get(0));
    clock.advance(Duration.ofMinutes(10));
    String second = book(slots.get(1));
    coop()
        .queryParam("updatedSince", TestClock.MONDAY.plus(Duration.ofMinutes(10)).toString())
        .get("/bookings")
        .then()
        .body("items.reference", contains(second));
    for (String[] odd : new String[][] {{"updatedSince", "x"}, {"after", "x"}, {"limit", "0"}}) {
      coop().queryParam(odd[0], odd[1]).get("/bookings").then().statusCode(400);
    }
  }

  @Test
  void a_system_lists_its_own_places_with_its_scope() {
    Site sees = fixtures.site("Sées");
    book(slots.get(0));
    systems.at("sees", List.of(sees), Systems.everything());
    systems.of("caf", caf, Scope.BOOKINGS_READ);
    systems.of("travail", fixtures.partner("france-travail"), Scope.BOOKINGS_READ);
    systems.at("slots", List.of(moyaux), Scope.SLOTS_READ);
    for (var seen : Map.of("coop", 1, "sees", 0, "caf", 1, "travail", 0).entrySet()) {
      List<String> items =
          Systems.as(seen.getKey(), api()).get("/bookings").then().extract().path("items");
      assertThat(items).as(seen.getKey()).hasSize(seen.getValue());
    }
    Systems.as("slots", api()).get("/bookings").then().statusCode(403);
    Systems.as("caf", api()).get("/visits").then().statusCode(403);
    claire().get("/bookings").then().statusCode(403);
    coop().queryParam("site", Ids.of(sees.id())).get("/bookings").then().body("items", empty());
  }

  @Test
  void visits_are_listed_corrected_and_taken_back() {
    String start = coop().get("/changes").path("next");
    String reference = book(slots.get(0));
    clock.advance(Duration.ofHours(4));
    String path = "/bookings/" + reference + "/attendance";
    claire()
        .header("If-Match", "\"0\"")
        .body(Map.of("outcome", "absent"))
        .put(path)
        .then()
        .statusCode(200);
    ValidatableResponse seen = list("visits", null);
    seen.body("items.booking", contains(reference))
        .body("items.outcome", contains("absent"))
        .body("items.partnerId", contains(Ids.of(caf.id())))
        .body("items.takenBack", contains(false));
    String id = seen.extract().path("items[0].id");
    claire()
        .header("If-Match", "\"1\"")
        .body(Map.of("outcome", "excused"))
        .put(path)
        .then()
        .statusCode(200);
    String next = seen.extract().path("next");
    list("visits", next)
        .body("items.id", contains(id))
        .body("items.outcome", contains("excused"))
        .body("items.version", contains(2));
    claire().header("If-Match", "\"2\"").delete(path).then().statusCode(204);
    list("visits", null).body("items.takenBack", contains(true)).body("items.id", contains(id));
    coop()
        .queryParam("after", start)
        .get("/changes")
        .then()
        .body(
            "items.findAll { it.type.startsWith('visit.') }.type",
            contains("visit.recorded", "visit.corrected", "visit.takenBack"))
        .body("items.findAll { it.type.startsWith('visit.') }.subject", contains(id, id, id));
  }

  /** The one lock of the numbers is held for as long as numbering takes. */
  @Test
  void who_reads_for_long_holds_up_nobody_else() throws Exception {
    String reference = book(slots.get(0));
    try (Connection other = source.getConnection()) {
      assumeTrue(
          other.getMetaData().getDatabaseProductName().equals("PostgreSQL"),
          "H2 keeps no reader out of a table");
      other.setAutoCommit(false);
      try (Statement statement = other.createStatement()) {
        statement.execute("lock table booking in access exclusive mode");
        CompletableFuture<Response> slow =
            CompletableFuture.supplyAsync(() -> coop().get("/bookings"));
        await()
            .until(() -> timetable.number("select count(*) from pg_locks where not granted") > 0);
        statement.execute("select seq from change_last for update nowait");
        assertThat(slow).isNotDone();
        other.rollback();
        slow.get().then().statusCode(200).body("items.reference", contains(reference));
      } finally {
        other.rollback();
      }
    }
  }

  /** A department has a million visits; a page has a hundred. */
  @Test
  void a_page_of_visits_finds_each_by_its_key() throws Exception {
    try (Connection other = source.getConnection()) {
      assumeTrue(
          other.getMetaData().getDatabaseProductName().equals("PostgreSQL"),
          "as PostgreSQL explains itself");
      other.setAutoCommit(false);
      StringBuilder plan = new StringBuilder();
      try (Statement statement = other.createStatement()) {
        // A table of a test is too small for an index to be worth it.
        statement.execute("set local enable_seqscan = off");
        ResultSet lines =
            statement.executeQuery(
                "explain select b.version"
                    + ListedVisit.FROM
                    + " where l.kind = 'visit' and l.seq > 0 order by l.seq limit 101");
        while (lines.next()) {
          plan.append(lines.getString(1)).append('\n');
        }
      } finally {
        other.rollback();
      }
      assertThat(plan.toString()).doesNotContain("Seq Scan on attendance");
    }
  }

  @Test
  void a_systems_readings_are_counted() {
    for (String list : List.of("bookings", "visits", "changes")) {
      coop().get("/" + list).then().header("RateLimit-Policy", containsString("searches"));
    }
  }

  @Test
  void a_visit_that_is_put_right_to_another_partner_is_told_to_the_first() {
    Partner travail = fixtures.partner("france-travail");
    systems.of("caf", caf, Scope.VISITS_READ);
    systems.of("travail", travail, Scope.VISITS_READ);
    String start = coop().get("/changes").path("next");
    String reference = book(slots.get(0));
    clock.advance(Duration.ofHours(4));
    String path = "/bookings/" + reference + "/attendance";
    claire()
        .header("If-Match", "\"0\"")
        .body(Map.of("outcome", "absent"))
        .put(path)
        .then()
        .statusCode(200);
    for (int version = 1; version < 3; version++) {
      claire()
          .header("If-Match", "\"" + version + "\"")
          .body(Map.of("outcome", "absent", "partnerId", Ids.of(travail.id())))
          .put(path)
          .then()
          .statusCode(200);
    }
    claire().header("If-Match", "\"3\"").delete(path).then().statusCode(204);
    told("caf", start, "visit.recorded", "visit.corrected");
    told("travail", start, "visit.corrected", "visit.corrected", "visit.takenBack");
  }

  private void told(String system, String after, String... types) {
    Systems.as(system, api())
        .queryParam("after", after)
        .get("/changes")
        .then()
        .statusCode(200)
        .body("items.type", contains(types));
  }

  /** Many write while one reads page by page: at the end it knows each booking as it is. */
  @Test
  void pages_read_while_others_write_skip_nothing_and_repeat_only_what_changed() {
    AtomicInteger writing = new AtomicInteger(6);
    List<String> made = java.util.Collections.synchronizedList(new ArrayList<>());
    List<Callable<Map<String, List<Integer>>>> acts = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String slot = slots.get(i);
      boolean cancels = i % 2 == 0;
      acts.add(
          () -> {
            for (int n = 0; n < 8; n++) {
              String reference = book(slot);
              made.add(reference);
              if (cancels) {
                cancel(reference);
              }
            }
            writing.decrementAndGet();
            return Map.of();
          });
    }
    acts.add(() -> followed(writing));
    Map<String, List<Integer>> seen = Together.run(acts).get(6);
    assertThat(seen.keySet()).containsExactlyInAnyOrderElementsOf(made);
    Map<String, Integer> last = new HashMap<>();
    list("bookings", null)
        .extract()
        .<List<Map<String, Object>>>path("items")
        .forEach(one -> last.put((String) one.get("reference"), (Integer) one.get("sequence")));
    seen.forEach(
        (reference, sequences) ->
            assertThat(sequences)
                .as(reference)
                .isSorted()
                .hasSizeLessThanOrEqualTo(2)
                .endsWith(last.get(reference)));
  }

  private Map<String, List<Integer>> followed(AtomicInteger writing) {
    Map<String, List<Integer>> seen = new HashMap<>();
    String after = null;
    boolean over = false;
    while (true) {
      RequestSpecification asked = coop().queryParam("limit", 5);
      Response page = (after == null ? asked : asked.queryParam("after", after)).get("/bookings");
      assertThat(page.statusCode()).isEqualTo(200);
      List<Map<String, Object>> items = page.path("items");
      items.forEach(
          one ->
              seen.computeIfAbsent((String) one.get("reference"), any -> new ArrayList<>())
                  .add((Integer) one.get("sequence")));
      after = page.path("next");
      boolean more = page.path("more");
      if (over && !more) {
        return seen;
      }
      over = writing.get() == 0;
    }
  }

  @Test
  void free_slots_of_many_houses_come_in_one_answer() {
    Site sees = fixtures.site("Sées");
    Site none = fixtures.site("Vire");
    fixtures.alwaysOpen(sees);
    add(sees);
    api()
        .queryParam("site", Ids.of(sees.id()), Ids.of(none.id()), Ids.of(moyaux.id()), "999999")
        .queryParam("procedure", Ids.of(rsa.id()))
        .queryParam("limit", 2)
        .get("/slots/by-site")
        .then()
        .statusCode(200)
        .body("items.siteId", contains(Ids.of(sees.id()), Ids.of(none.id()), Ids.of(moyaux.id())))
        .body("items.slots*.size()", contains(2, 0, 2))
        .body("items[2].slots[0].id", equalTo(slots.get(0)))
        .body("items[2].nextCursor", notNullValue());
    api()
        .queryParam("procedure", Ids.of(rsa.id()))
        .get("/slots/by-site")
        .then()
        .statusCode(400)
        .body("errors.field", contains("site"));
    api()
        .queryParam("site", Ids.of(sees.id()))
        .queryParam("procedure", "999999")
        .get("/slots/by-site")
        .then()
        .statusCode(404);
    coop()
        .queryParam("type", "booking.created", "booking.moved")
        .queryParam("after", (String) coop().get("/changes").path("next"))
        .get("/changes")
        .then()
        .statusCode(200);
  }

  @Test
  void a_repeat_says_so() {
    RequestSpecification first = coop().header("Idempotency-Key", "k");
    Map<String, Object> wanted =
        Map.of(
            "slotId",
            slots.get(0),
            "procedureId",
            Ids.of(rsa.id()),
            "visitor",
            Map.of("firstName", "Odette", "lastName", "Perrin"));
    String reference =
        first
            .body(wanted)
            .post("/bookings")
            .then()
            .statusCode(201)
            .header("Idempotent-Replayed", equalTo(null))
            .header("Location", notNullValue())
            .extract()
            .path("reference");
    coop()
        .header("Idempotency-Key", "k")
        .body(wanted)
        .post("/bookings")
        .then()
        .statusCode(201)
        .header("Idempotent-Replayed", equalTo("true"))
        .body("reference", equalTo(reference));
    for (String replayed : new String[] {null, "true"}) {
      coop()
          .header("Idempotency-Key", "c")
          .post("/bookings/" + reference + "/cancellation")
          .then()
          .statusCode(200)
          .header("Idempotent-Replayed", equalTo(replayed))
          .body("status", equalTo("cancelled"));
    }
  }
}
