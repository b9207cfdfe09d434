package fr.porteouverte.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import fr.porteouverte.access.Scope;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.http.Ids;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.Site;
import fr.porteouverte.slot.Materialiser;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.AsRun;
import fr.porteouverte.support.Bearer;
import fr.porteouverte.support.Systems;
import fr.porteouverte.support.TestClock;
import fr.porteouverte.support.Timetable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each session is followed from the day it is planned, whatever made or took it away. */
@QuarkusTest
@TestProfile(AsRun.class)
class CalendarChangesTest extends ApiTest {
  @Inject Timetable timetable;
  @Inject Systems systems;
  @Inject Materialiser materialiser;
  private Site moyaux;
  private Partner caf;
  private Procedure rsa;
  private String start;

  @BeforeEach
  void aHouse() {
    clock.set(TestClock.MONDAY);
    moyaux = fixtures.site("Moyaux");
    fixtures.alwaysOpen(moyaux);
    caf = fixtures.partner("caf");
    rsa = fixtures.procedure("rsa", caf, 30);
    fixtures.agent("marc", AgentRole.manager, moyaux);
    fixtures.partnerAgent("sophie", caf);
    systems.at("coop", List.of(moyaux), Scope.SLOTS_READ, Scope.BOOKINGS_READ);
    start = coop().get("/changes").path("next");
  }

  private RequestSpecification coop() {
    return Systems.as("coop", api());
  }

  private RequestSpecification agent(String username) {
    return api().auth().oauth2(Bearer.token(username)).contentType(ContentType.JSON);
  }

  private Permanence tuesdays() {
    return fixtures.permanence(moyaux, caf, rsa).rrule("FREQ=WEEKLY;BYDAY=TU").materialised();
  }

  /** What happened since then, of one type; the next question begins behind it. */
  private List<Map<String, String>> heard(String type) {
    return coop()
        .queryParam("after", start)
        .queryParam("limit", 100)
        .get("/changes")
        .then()
        .statusCode(200)
        .body("more", equalTo(false))
        .extract()
        .path("items.findAll { it.type == '" + type + "' }");
  }

  private void fromNowOn() {
    start = coop().get("/changes").path("next");
  }

  private long sessions() {
    return timetable.number("select count(*) from session where not withdrawn");
  }

  @Test
  void each_session_of_a_new_series_is_planned_once_and_says_when_it_begins() {
    tuesdays();
    List<Map<String, String>> planned = heard("session.planned");
    assertThat(planned).hasSize((int) sessions()).hasSizeGreaterThan(10);
    assertThat(planned.stream().map(one -> one.get("subject"))).doesNotHaveDuplicates();
    assertThat(planned.get(0))
        .containsEntry("start", "2026-11-24T08:00:00Z")
        .containsEntry("siteId", Ids.of(moyaux.id()))
        .containsEntry("partnerId", Ids.of(caf.id()))
        .doesNotContainKeys("by", "cause");
  }

  @Test
  void the_job_that_plans_further_weeks_tells_those_weeks_and_nothing_else() {
    tuesdays();
    fromNowOn();
    long before = sessions();
    clock.advance(Duration.ofDays(14));
    materialiser.ahead();
    assertThat(heard("session.planned")).hasSize((int) (sessions() - before)).hasSize(2);
    materialiser.ahead();
    assertThat(heard("session.planned")).hasSize(2);
    assertThat(heard("session.moved")).isEmpty();
    assertThat(heard("session.cancelled")).isEmpty();
  }

  @Test
  void a_closed_day_takes_its_session_away_and_gives_it_back() {
    tuesdays();
    fromNowOn();
    String id =
        agent("marc")
            .body(Map.of("from", "2026-12-01T00:00:00", "to", "2026-12-02T00:00:00"))
            .post("/sites/" + moyaux.id() + "/closures")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    assertThat(heard("site.closuresChanged")).hasSize(1);
    assertThat(heard("session.cancelled"))
        .singleElement()
        .satisfies(
            one -> assertThat(one).containsEntry("by", "house").containsEntry("cause", "closure"));
    fromNowOn();
    agent("marc").delete("/sites/" + moyaux.id() + "/closures/" + id).then().statusCode(204);
    assertThat(heard("session.planned"))
        .singleElement()
        .satisfies(one -> assertThat(one).containsEntry("start", "2026-12-01T08:00:00Z"));
  }

  @Test
  void a_presence_that_is_deleted_takes_its_sessions_with_it() {
    Permanence presence = tuesdays();
    fromNowOn();
    long all = sessions();
    String etag = agent("marc").get("/permanences/" + presence.id()).header("ETag");
    agent("marc")
        .header("If-Match", etag)
        .delete("/permanences/" + presence.id())
        .then()
        .statusCode(204);
    assertThat(heard("session.cancelled"))
        .hasSize((int) all)
        .allSatisfy(one -> assertThat(one).containsEntry("cause", "planning"));
  }

  @Test
  void what_a_partner_cancels_says_so_and_names_nobody() {
    List<String> slots =
        timetable.add(
            Timetable.Session.of(moyaux, caf, TestClock.MONDAY.plus(Duration.ofHours(30)), 6, rsa));
    Map<String, Object> visitor =
        Map.of("firstName", "Odette", "lastName", "Perrin", "email", "odette@example.org");
    api()
        .contentType(ContentType.JSON)
        .body(Map.of("slotId", slots.get(0), "procedureId", Ids.of(rsa.id()), "visitor", visitor))
        .post("/bookings")
        .then()
        .statusCode(201);
    fromNowOn();
    long session = timetable.number("select max(id) from session");
    agent("sophie")
        .body(Map.of("reason", "Sophie est malade"))
        .post("/sessions/" + session + "/cancellation")
        .then()
        .statusCode(200);
    for (String type : List.of("session.cancelled", "booking.cancelled")) {
      assertThat(heard(type))
          .singleElement()
          .satisfies(
              one ->
                  assertThat(one).containsEntry("by", "partner").containsEntry("cause", "partner"));
    }
    assertThat(coop().queryParam("after", start).get("/changes").asString())
        .doesNotContain("malade")
        .doesNotContain("Odette")
        .doesNotContain("sophie");
  }
}
