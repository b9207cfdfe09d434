package fr.porteouverte.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.access.Role;
import fr.porteouverte.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What was noted of a visit can be unsaid, also the first; the figures follow, and it is kept who
 * did.
 */
@TestSecurity(user = "sophie", roles = Role.PARTNER)
@QuarkusTest
class UnsayingTest extends AttendanceSuite {

  @BeforeEach
  void itHasBegun() {
    clock.set(NINE);
  }

  private Response unsay(String reference, String seen) {
    var request = api();
    if (seen != null) {
      request.header("If-Match", seen);
    }
    return request.delete("/bookings/{reference}/attendance", reference);
  }

  private ValidatableResponse report() {
    return api()
        .get("/sites/{id}/session-report?from=2026-11-25&to=2026-11-26", moyaux.id())
        .then();
  }

  private ValidatableResponse history(String reference) {
    return api().get("/bookings/{reference}/attendance", reference).then().statusCode(200);
  }

  private ValidatableResponse sessionNow() {
    return api().get("/sessions/{id}", session).then().statusCode(200);
  }

  @Test
  void the_first_mark_is_unsaid_once_by_who_saw_it_and_may_be_said_anew() {
    mark(jeanne, 0, "attended").then().statusCode(200);
    unsay(jeanne, null).then().statusCode(428);
    unsay(jeanne, "\"0\"").then().statusCode(412);
    clock.advance(Duration.ofMinutes(1));
    unsay(jeanne, "\"1\"").then().statusCode(204);
    people()
        .then()
        .body("items[0].status", equalTo("booked"))
        .body("items[0].attendance", nullValue());
    history(jeanne)
        .header("ETag", "\"0\"")
        .body("current", nullValue())
        .body("versions.outcome", contains("attended"))
        .body("versions[0].takenBackAt", equalTo("2026-11-25T09:01:00+01:00"))
        .body("versions[0].takenBackBy", equalTo("sophie"));
    // The answer was lost: once more is the same.
    unsay(jeanne, "\"1\"").then().statusCode(204);
    mark(jeanne, 0, "absent").then().statusCode(200).header("ETag", "\"2\"");
    unsay(jeanne, "\"1\"").then().statusCode(412);
    history(jeanne).body("current.outcome", equalTo("absent"));
  }

  @Test
  void all_versions_go_together() {
    mark(jeanne, 0, "absent").then().statusCode(200);
    mark(jeanne, 1, Map.of("outcome", "attended", "result", "solved")).then().statusCode(200);
    unsay(jeanne, "\"2\"").then().statusCode(204);
    history(jeanne)
        .body("current", nullValue())
        .body("versions.takenBackBy", contains("sophie", "sophie"));
  }

  @Test
  void a_session_that_only_marks_had_noted_as_held_is_no_longer() {
    mark(jeanne, 0, "attended").then().statusCode(200);
    mark(paul, 0, "attended").then().statusCode(200);
    sessionNow().body("state", equalTo("held"));
    unsay(jeanne, "\"1\"").then().statusCode(204);
    sessionNow().body("state", equalTo("held"));
    unsay(paul, "\"1\"").then().statusCode(204);
    sessionNow().body("state", equalTo("planned")).body("partnerAttendance", nullValue());
    assertThat(timetable.text("select kind from session_event order by id desc limit 1"))
        .isEqualTo("unheld");
    mark(paul, 0, "attended").then().statusCode(200);
    sessionNow().body("state", equalTo("held"));
  }

  @Test
  void all_present_taken_back_takes_that_back_too() {
    api().post("/sessions/{id}/all-present", session).then().statusCode(200);
    sessionNow().body("state", equalTo("held"));
    api().post("/sessions/{id}/all-present/undo", session).then().statusCode(200);
    sessionNow().body("state", equalTo("planned"));
    history(jeanne).body("versions[0].takenBackBy", equalTo("sophie"));
  }

  @Test
  void what_a_person_said_of_the_partner_stays() {
    mark(jeanne, 0, "attended").then().statusCode(200);
    api()
        .contentType("application/json")
        .body(Map.of("partnerAttendance", "present"))
        .post("/sessions/{id}/held", session)
        .then()
        .statusCode(200);
    unsay(jeanne, "\"1\"").then().statusCode(204);
    sessionNow().body("state", equalTo("held"));
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void the_figures_follow() {
    clock.advance(Duration.ofMinutes(1));
    mark(jeanne, 0, "attended").then().statusCode(200);
    report().body("sessions.held", equalTo(1)).body("visits.attended", equalTo(1));
    unsay(jeanne, "\"1\"").then().statusCode(204);
    report()
        .body("sessions.held", equalTo(0))
        .body("visits.attended", equalTo(0))
        .body("visits.booked", equalTo(1))
        .body("visits.unmarked", equalTo(1));
  }

  @Test
  void unsaid_and_corrected_at_once_only_one_wins() {
    for (int round = 0; round < 6; round++) {
      mark(jeanne, 0, "absent").then().statusCode(200);
      int seen = (int) timetable.number("select max(version) from attendance");
      List<Integer> answers =
          Together.run(
              List.of(
                  () -> unsay(jeanne, "\"" + seen + "\"").statusCode(),
                  () -> mark(jeanne, seen, "excused").statusCode()));
      assertThat(answers).containsAnyOf(204, 200);
      boolean unsaid = answers.get(0) == 204;
      assertThat(answers.get(1)).isEqualTo(unsaid ? 412 : 200);
      if (!unsaid) {
        assertThat(answers.get(0)).isEqualTo(412);
        unsay(jeanne, "\"" + (seen + 1) + "\"").then().statusCode(204);
      }
    }
  }
}
