package fr.porteouverte.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.queue.CounterFixture;
import fr.porteouverte.queue.QueueSuite;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.TestClock;
import fr.porteouverte.support.Timetable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a house reads of its days, whether they are counted already or still go on. */
@QuarkusTest
@TestSecurity(
    user = "claire",
    roles = {Role.CLERK, Role.MANAGER})
class HouseFiguresTest extends QueueSuite {
  @Inject RollUp rollUp;
  @Inject CounterFixture fixture;

  @BeforeEach
  void itsManager() {
    fixtures.also("claire", AgentRole.manager, moyaux);
  }

  private ValidatableResponse figures(String from, String to) {
    return api()
        .get("/sites/{id}/figures?from={from}&to={to}", moyaux.id(), from, to)
        .then()
        .statusCode(200);
  }

  private void served(Duration wait) {
    String ticket = waiting();
    clock.advance(wait);
    next(counter).then().statusCode(200);
    act(ticket, "start").then().statusCode(200);
    act(ticket, "finish").then().statusCode(200);
  }

  @Test
  void a_wait_ends_at_the_call_and_who_leaves_is_no_visit() {
    served(Duration.ofMinutes(12));
    served(Duration.ofMinutes(31));
    act(waiting(), "leave").then().statusCode(200);
    figures("2026-11-23", "2026-11-24")
        .body("summary.visits", equalTo(2))
        .body("summary.gone", equalTo(1))
        .body("summary.waits", equalTo(2))
        .body("summary.medianWait", equalTo(12))
        .body("summary.shortWaits", equalTo(1))
        .body("before.visits", equalTo(0))
        .body("sheets.find { it.figure == 'partners' }.rows[0].name.fr", equalTo("etat (fr)"))
        .body("sheets.find { it.figure == 'partners' }.rows[0].number", equalTo(2))
        .body("sheets.find { it.figure == 'load' }.rows.key", hasItem("1-16"))
        .body("days", hasSize(1))
        .body("opening.enough", equalTo(true));
  }

  @Test
  void the_same_is_read_when_the_day_is_over_and_counted() {
    served(Duration.ofMinutes(12));
    String live = figures("2026-11-23", "2026-11-24").extract().asString();
    clock.set(TestClock.MONDAY.plus(Duration.ofDays(1)));
    rollUp.run();
    assertThat(timetable.number("select count(*) from figure_day")).isPositive();
    assertThat(figures("2026-11-23", "2026-11-24").extract().jsonPath().getMap("summary"))
        .isEqualTo(JsonPath.from(live).getMap("summary"));
    figures("2026-11-24", "2026-11-25").body("before.visits", equalTo(1));
  }

  /** As after a release that counts in another way. */
  @Test
  void what_was_counted_in_another_way_is_counted_anew() {
    served(Duration.ofMinutes(12));
    clock.set(TestClock.MONDAY.plus(Duration.ofDays(1)));
    rollUp.run();
    String counted = figures("2026-11-23", "2026-11-24").extract().asString();
    List<Long> sums = sums();
    assertThat(sums).doesNotContain(0L);
    for (String table : List.of("figure_day", "figure_month", "figure_area")) {
      timetable.change("update " + table + " set number = number + 7");
    }
    rollUp.run();
    assertThat(sums()).as("of a way that is the present one").isNotEqualTo(sums);
    timetable.change("update figure_run set way = " + (DayCounts.WAY - 1));
    rollUp.run();
    assertThat(sums()).isEqualTo(sums);
    assertThat(figures("2026-11-23", "2026-11-24").extract().asString()).isEqualTo(counted);
    assertThat(timetable.number("select way from figure_run")).isEqualTo(DayCounts.WAY);
  }

  private List<Long> sums() {
    return Stream.of("figure_day", "figure_month", "figure_area")
        .map(table -> timetable.number("select coalesce(sum(number), 0) from " + table))
        .toList();
  }

  /**
   * @param house where it has a permanence
   */
  private void event(String code, Site house, String first, String last, boolean published) {
    timetable.change(
        "insert into event (code, title_fr, title_en, summary_fr, summary_en, first_date,"
            + " last_date, published, created_by) values ('%1$s', '%1$s', '%1$s', '', '', date"
                .formatted(code)
            + " '%s', date '%s', %s, 'anne')".formatted(first, last, published));
    timetable.add(
        Timetable.Session.of(house, null, Instant.parse(first + "T09:00:00Z"), 1, passport));
    timetable.change(
        "update permanence set event_id = (select id from event where code = '%s') where id ="
                .formatted(code)
            + " (select max(id) from permanence)");
  }

  private void came(String date, int people) {
    for (int n = 0; n < people; n++) {
      timetable.change(
          "insert into attendance (counted, site_id, local_date, visited_at, channel, version,"
              + " outcome, standing, at, actor) values ('%1$s %2$d', %3$d, date '%1$s', timestamp"
                  .formatted(date, n, moyaux.id())
              + " with time zone '%1$s 10:00:00+00:00', 'counter', 1, 'attended', true, timestamp"
                  .formatted(date)
              + " with time zone '%s 10:00:00+00:00', 'claire')".formatted(date));
    }
  }

  @Test
  void an_open_door_week_is_told_with_the_four_weeks_before_it_and_after_it() {
    event("week", moyaux, "2026-10-05", "2026-10-09", true);
    event("draft", moyaux, "2026-10-05", "2026-10-09", false);
    event("elsewhere", sees, "2026-10-05", "2026-10-09", true);
    event("running", moyaux, "2026-11-20", "2026-11-27", true);
    came("2026-09-06", 1);
    came("2026-09-07", 2);
    came("2026-10-05", 1);
    came("2026-10-10", 3);
    came("2026-11-06", 5);
    came("2026-11-07", 1);
    rollUp.run();
    figures("2026-10-01", "2026-11-24")
        .body("events.code", contains("week", "running"))
        .body("events.visitsBefore", contains(2, 6))
        .body("events.visitsAfter", contains(8, 0))
        .body("events.daysAfter", contains(28, 0));
  }

  @Test
  void communes_stand_on_a_map_as_far_as_they_are() {
    timetable.change(
        "insert into commune (insee, name, search_name, department, latitude, longitude,"
            + " population) values ('14366', 'Lisieux', 'lisieux', '14', 49.1466, 0.2293, 20000)");
    served(Duration.ofMinutes(2));
    api()
        .contentType(ContentType.JSON)
        .header("If-Match", "\"0\"")
        .body(Map.of("outcome", "attended", "insee", "14366"))
        .put("/tickets/{id}/attendance", timetable.number("select max(id) from ticket"))
        .then()
        .statusCode(200);
    JsonPath there = figures("2026-11-23", "2026-11-24").extract().jsonPath();
    double km = there.getDouble("communes[0].km");
    assertThat(there.getString("communes[0].key")).isEqualTo("14366");
    assertThat(there.getDouble("communes[0].latitude")).isEqualTo(49.1466);
    assertThat(km).isBetween(5.0, 20.0);
    assertThat(there.getString("sheets.find { it.figure == 'communes' }.rows[0].name.fr"))
        .isEqualTo("Lisieux (" + Math.round(km) + " km)");
  }

  @Test
  void a_number_leads_to_the_days_behind_it() {
    served(Duration.ofMinutes(2));
    clock.set(TestClock.MONDAY.plus(Duration.ofDays(1)));
    counter = fixture.open(moyaux, "Guichet 2");
    served(Duration.ofMinutes(2));
    served(Duration.ofMinutes(2));
    api()
        .get(
            "/sites/{id}/figures/procedures/days?key={key}&from=2026-11-01&to=2026-12-01",
            moyaux.id(),
            passport.id())
        .then()
        .statusCode(200)
        .body("days.date", equalTo(List.of("2026-11-23", "2026-11-24")))
        .body("days.number", equalTo(List.of(1, 2)));
    api().get("/sites/{id}/figures/procedures/days", moyaux.id()).then().statusCode(400);
    api().get("/sites/{id}/figures/weather/days?key=1", moyaux.id()).then().statusCode(404);
  }

  @Test
  void a_table_comes_as_french_spreadsheets_open_it() {
    timetable.change("update partner set name_fr = '=1+1;x' where code = 'etat'");
    served(Duration.ofMinutes(2));
    String file =
        api()
            .get("/sites/{id}/figures/partners/file?from=2026-11-23&to=2026-11-24", moyaux.id())
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(file)
        .isEqualTo(
            "\ufeffVisites par organisme concerné;Nombre;Période précédente\r\n"
                + "\"'=1+1;x\";1;0\r\n");
  }

  @Test
  void visits_go_to_la_coop_in_its_own_words_and_without_a_person() {
    timetable.change(
        "insert into procedure_adaptation (site_id, procedure_id, duration_minutes, beneath_minutes,"
            + " beneath_documents) values (%d, %d, 25, 15, '')"
                .formatted(moyaux.id(), passport.id()));
    served(Duration.ofMinutes(2));
    timetable.change("update ticket set started_at = null");
    String file =
        api()
            .get("/sites/{id}/activities/file?from=2026-11-23&to=2026-11-24", moyaux.id())
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(file.split("\r\n"))
        .containsExactly(
            "\ufeffdate;type;duree;type_lieu;lieu_code_postal;lieu_commune;lieu_code_insee;autonomie;"
                + "materiel;thematiques;oriente_vers_structure;structure_de_redirection;tranche_age",
            "2026-11-23;individuel;25;lieu_activite;14590;Moyaux;14460;;;"
                + "aide_aux_demarches_administratives;;;non_communique");
    api()
        .get("/sites/{id}/activities/file?from=2026-01-01&to=2026-11-24", moyaux.id())
        .then()
        .statusCode(400);
  }

  private void mark(String reference, String outcome) {
    api()
        .contentType(ContentType.JSON)
        .header("If-Match", "\"0\"")
        .body(Map.of("outcome", outcome))
        .put("/bookings/{reference}/attendance", reference)
        .then()
        .statusCode(200);
  }

  /** An appointment that is kept and one that is not, an undo, a walk-in served and one gone. */
  @Test
  void one_day_is_the_same_in_the_queue_on_the_session_page_in_the_report_and_here() {
    String jeanne = booked(slots.get(0));
    String paul = booked(slots.get(1));
    clock.set(NINE);
    String caf = cafCounter();
    String ticket = arrive(jeanne).then().statusCode(201).extract().path("ticket.id");
    next(caf).then().statusCode(200);
    act(ticket, "start").then().statusCode(200);
    act(ticket, "finish").then().statusCode(200);
    act(ticket, "undo").then().statusCode(200);
    act(ticket, "finish").then().statusCode(200);
    mark(jeanne, "attended");
    mark(paul, "absent");
    served(Duration.ofMinutes(3));
    act(waiting(), "leave").then().statusCode(200);
    clock.set(NINE.plus(Duration.ofHours(1)));

    JsonPath here = figures("2026-11-23", "2026-11-24").extract().jsonPath();
    JsonPath report =
        api()
            .get("/sites/{id}/session-report?from=2026-11-23&to=2026-11-24", moyaux.id())
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    JsonPath page =
        api()
            .get(
                "/sessions/{id}/bookings",
                timetable.number("select max(id) from session where site_id = " + moyaux.id()))
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    List<String> queue = queue().then().statusCode(200).extract().path("finished.state");
    assertThat(here.getInt("summary.attended"))
        .isEqualTo(report.getInt("visits.attended"))
        .isEqualTo(page.getList("items.findAll { it.attendance?.outcome == 'attended' }").size())
        .isEqualTo(1);
    assertThat(here.getInt("summary.absent"))
        .isEqualTo(report.getInt("visits.absent"))
        .isEqualTo(page.getList("items.findAll { it.attendance?.outcome == 'absent' }").size())
        .isEqualTo(1);
    assertThat(here.getInt("summary.sessions")).isEqualTo(report.getInt("sessions.total"));
    assertThat(here.getInt("summary.sessionsHeld")).isEqualTo(report.getInt("sessions.held"));
    assertThat(here.getInt("summary.visits"))
        .isEqualTo((int) queue.stream().filter("done"::equals).count())
        .isEqualTo(2);
    assertThat(here.getInt("summary.gone"))
        .isEqualTo((int) queue.stream().filter("left"::equals).count())
        .isEqualTo(1);
  }

  @Test
  @TestSecurity(user = "hugo", roles = Role.MANAGER)
  void another_house_is_as_unknown_as_nothing() {
    api().get("/sites/{id}/figures", moyaux.id()).then().statusCode(404);
    api().get("/sites/{id}/figures/partners/file", moyaux.id()).then().statusCode(404);
  }

  @Test
  void at_most_a_year_at_once() {
    api()
        .get("/sites/{id}/figures?from=2025-01-01&to=2026-11-24", moyaux.id())
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("to"));
  }
}
