package fr.porteouverte.attendance;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.access.Role;
import fr.porteouverte.support.Timetable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Figures of a house: what nobody confirmed is not absent, and nothing is counted twice. */
@TestSecurity(user = "marc", roles = Role.MANAGER)
@QuarkusTest
class SessionReportTest extends AttendanceSuite {

  private String more(int days) {
    timetable.add(Timetable.Session.of(moyaux, caf, NINE.plus(Duration.ofDays(days)), 2, rsa));
    return "" + timetable.number("select max(id) from session");
  }

  private void say(String id, String what, Map<String, ?> body) {
    api()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/sessions/{id}/{what}", id, what)
        .then()
        .statusCode(200);
  }

  @Test
  void a_session_that_was_called_off_because_nobody_came_counts_as_absent_not_as_cancelled() {
    String absent = more(1);
    clock.set(NINE.plus(Duration.ofDays(1)).plusSeconds(600));
    say(absent, "held", Map.of("partnerAttendance", "absent"));
    say(absent, "cancellation", Map.of("reason", "Personne n’est venu."));
    api()
        .get("/sites/" + moyaux.id() + "/session-report?from=2026-11-26&to=2026-11-27")
        .then()
        .statusCode(200)
        .body("sessions.total", equalTo(1))
        .body("sessions.partnerAbsent", equalTo(1))
        .body("sessions.cancelled", equalTo(0));
  }

  @Test
  void each_session_is_counted_once_and_unconfirmed_is_never_absent() {
    String present = more(1);
    String absent = more(2);
    String called = more(5);
    String confirmed = more(6);
    more(3);
    more(30);
    timetable.add(Timetable.Session.of(moyaux, null, NINE.plus(Duration.ofDays(1)), 1, rsa));
    api().post("/sessions/{id}/confirmation", confirmed).then().statusCode(200);
    say(called, "cancellation", Map.of("reason", "Malade"));
    Instant later = NINE.plus(Duration.ofDays(10));
    clock.set(later);
    say(present, "held", Map.of("partnerAttendance", "present"));
    say(absent, "held", Map.of("partnerAttendance", "absent"));
    mark(jeanne, 0, "absent").then().statusCode(200);
    mark(jeanne, 1, Map.of("outcome", "attended", "papersMissing", true, "result", "continued"))
        .then()
        .statusCode(200);

    api()
        .get("/sites/" + moyaux.id() + "/session-report?from=2026-11-23&to=2027-01-01")
        .then()
        .statusCode(200)
        .body("sessions.total", equalTo(8))
        .body("sessions.held", equalTo(3))
        .body("sessions.stopped", equalTo(0))
        .body("sessions.partnerAbsent", equalTo(1))
        .body("sessions.unconfirmed", equalTo(1))
        .body("sessions.cancelled", equalTo(1))
        .body("sessions.notRecorded", equalTo(1))
        .body("sessions.upcoming", equalTo(1))
        .body("visits.booked", equalTo(2))
        .body("visits.attended", equalTo(1))
        .body("visits.absent", equalTo(0))
        .body("visits.unmarked", equalTo(1))
        .body("visits.papersMissing", equalTo(1))
        .body("visits.continued", equalTo(1))
        .body("partners[0].partner", nullValue())
        .body("partners[0].sessions.held", equalTo(1))
        .body("partners[1].partner.code", equalTo("caf"))
        .body("partners[1].sessions.held", equalTo(2));
    api()
        .get("/sites/" + moyaux.id() + "/session-report?from=2026-11-23&to=2028-01-01")
        .then()
        .statusCode(400);
  }

  @Test
  void what_was_taken_back_does_not_count_and_what_is_to_come_is_not_missing() {
    clock.set(NINE);
    api().post("/sessions/{id}/all-present", session).then().statusCode(200);
    clock.advance(Duration.ofMinutes(1));
    String report = "/sites/" + moyaux.id() + "/session-report";
    api().get(report).then().body("visits.booked", equalTo(1)).body("visits.attended", equalTo(1));
    api().post("/sessions/{id}/all-present/undo", session).then().statusCode(200);
    api()
        .get(report)
        .then()
        .body("visits.attended", equalTo(0))
        .body("visits.unmarked", equalTo(1));
  }
}
