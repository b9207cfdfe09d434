package fr.porteouverte.cancellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.access.Role;
import fr.porteouverte.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * CAF is at Moyaux on Tuesday, 9 h to 12 h, and has to leave at 10 h 20; there is another session
 * on Thursday.
 */
@TestSecurity(user = "claire", roles = Role.CLERK)
@QuarkusTest
public class SessionStopTest extends TuesdayAndThursday {
  private static final String TWENTY_PAST_TEN = "2026-11-24T10:20:00+01:00";
  private static final String WHY = "L’agent a dû partir.";
  private static final Duration LATER = Duration.ofMinutes(91);

  private ValidatableResponse stop(String at) {
    Map<String, Object> body = new HashMap<>(Map.of("reason", WHY));
    if (at != null) {
      body.put("at", at);
    }
    return api()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/sessions/" + session + "/stop")
        .then();
  }

  private ValidatableResponse held() {
    return api()
        .contentType(ContentType.JSON)
        .body(Map.of("partnerAttendance", "present"))
        .post("/sessions/" + session + "/held")
        .then()
        .statusCode(200);
  }

  private ValidatableResponse report() {
    return api()
        .get("/sites/" + moyaux.id() + "/session-report?from=2026-11-24&to=2026-11-25")
        .then()
        .statusCode(200);
  }

  private long told() {
    return timetable.number("select count(*) from outbox where kind = 'cancelledByHouse'");
  }

  @Test
  void what_comes_after_falls_and_what_was_stays_held() {
    Response nine = book(tuesday.get(0), rsa);
    Response ten = book(tuesday.get(2), rsa);
    Response half = book(tuesday.get(3), rsa);
    Response last = book(tuesday.get(5), rsa);
    clock.set(TUESDAY.plusSeconds(300));
    held().body("actions", hasItems("stop")).body("actions", not(hasItems("cancel")));
    clock.set(TUESDAY.plus(Duration.ofMinutes(80)));
    api()
        .get("/sessions/" + session + "/stop-preview")
        .then()
        .statusCode(200)
        .body("bookings", equalTo(2))
        .body("toCall", equalTo(2));
    stop(null).statusCode(200).body("bookings", equalTo(2)).body("toCall", equalTo(2));

    seen(nine).body("status", equalTo("booked"));
    seen(ten).body("status", equalTo("booked"));
    seen(half)
        .body("status", equalTo("cancelled"))
        .body("cancelledByHouse.reason", equalTo(WHY))
        .body("cancelledByHouse.proposals[0].start", equalTo("2026-11-26T09:00:00+01:00"));
    seen(last).body("status", equalTo("cancelled"));
    assertThat(told()).isEqualTo(2);
    assertThat(slotsOn("2026-11-24")).isEmpty();
    book(tuesday.get(4), rsa).then().statusCode(409);

    api()
        .get("/sessions/" + session)
        .then()
        .body("state", equalTo("held"))
        .body("partnerAttendance", equalTo("present"))
        .body("stoppedAt", equalTo(TWENTY_PAST_TEN))
        .body("end", equalTo("2026-11-24T12:00:00+01:00"))
        .body("reason", equalTo(WHY))
        .body("actions", contains("reinstate", "markHeld"));
    clock.advance(Duration.ofMinutes(2));
    for (String again : new String[] {null, TWENTY_PAST_TEN}) {
      stop(again).statusCode(200).body("bookings", equalTo(2)).body("toCall", equalTo(2));
    }
    api().get("/sessions/" + session).then().body("stoppedAt", equalTo(TWENTY_PAST_TEN));
    stop("2026-11-24T10:40:00+01:00")
        .statusCode(409)
        .body("type", equalTo("/problems/session-action-not-allowed"))
        .body("allowed", contains("reinstate", "markHeld"));
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void it_counts_as_held_and_everybody_reads_when_it_ended() {
    clock.set(TUESDAY.plusSeconds(300));
    held();
    clock.set(TUESDAY.plus(LATER));
    stop(TWENTY_PAST_TEN).statusCode(200);
    report()
        .body("sessions.total", equalTo(1))
        .body("sessions.held", equalTo(1))
        .body("sessions.stopped", equalTo(1));
    api()
        .get("/sites/" + moyaux.id() + "/sessions?from=2026-11-24&to=2026-11-25")
        .then()
        .statusCode(200)
        .body("items[0].state", equalTo("held"))
        .body("items[0].stoppedAt", equalTo(TWENTY_PAST_TEN));
    api()
        .get("/sites/" + moyaux.id() + "/board")
        .then()
        .statusCode(200)
        .body("notices", hasSize(1))
        .body("notices[0].cancelled", equalTo(false))
        .body("notices[0].stoppedAt", equalTo(TWENTY_PAST_TEN))
        .body("notices[0].reason", equalTo(WHY));
    api()
        .get("/sites/" + moyaux.id() + "/agenda")
        .then()
        .statusCode(200)
        .body("sessions[0].stoppedAt", equalTo(TWENTY_PAST_TEN));
    String calendar =
        api().get("/sites/" + moyaux.id() + "/calendar.ics").then().extract().asString();
    assertThat(calendar).contains("20261124T102000").doesNotContain("20261124T120000");
    clock.advance(Duration.ofDays(1));
    report().body("sessions.held", equalTo(1));
  }

  @Test
  @TestSecurity(user = "sophie", roles = Role.PARTNER)
  void its_agent_says_beforehand_that_they_will_have_to_leave() {
    Response ten = book(tuesday.get(2), rsa);
    Response eleven = book(tuesday.get(4), rsa);
    clock.set(TUESDAY.plusSeconds(300));
    stop(TWENTY_PAST_TEN).statusCode(200).body("bookings", equalTo(1));
    seen(ten).body("status", equalTo("booked"));
    seen(eleven).body("status", equalTo("cancelled"));
    // Half past nine is wholly before; ten begins before and would end after.
    assertThat(slotsOn("2026-11-24")).containsExactly(tuesday.get(1));
    book(tuesday.get(1), rsa).then().statusCode(201);
    api().get("/sessions/" + session).then().body("state", equalTo("held"));
  }

  @Test
  void it_goes_on_after_all_and_who_was_told_otherwise_is_not_booked_again() {
    Response eleven = book(tuesday.get(4), rsa);
    clock.set(TUESDAY.plus(Duration.ofMinutes(80)));
    stop(null).statusCode(200);
    api().post("/sessions/" + session + "/reinstatement").then().statusCode(204);
    api()
        .get("/sessions/" + session)
        .then()
        .body("state", equalTo("held"))
        .body("stoppedAt", nullValue())
        .body("reason", nullValue())
        .body("partnerAttendance", equalTo("present"));
    assertThat(slotsOn("2026-11-24")).hasSize(3);
    seen(eleven).body("status", equalTo("cancelled"));
    assertThat(told()).isEqualTo(1);
    clock.advance(Duration.ofMinutes(20));
    stop(null).statusCode(200).body("bookings", equalTo(0));
  }

  @Test
  void a_time_lies_within_its_hours_and_the_act_on_its_day() {
    clock.set(TUESDAY.minus(Duration.ofHours(1)));
    stop(TWENTY_PAST_TEN)
        .statusCode(409)
        .body("type", equalTo("/problems/session-action-not-allowed"));
    clock.set(TUESDAY.plus(LATER));
    for (String wrong : List.of("2026-11-24T09:00:00+01:00", "2026-11-24T12:00:00+01:00")) {
      stop(wrong).statusCode(400).body("errors.field", contains("at"));
      api()
          .queryParam("at", wrong)
          .get("/sessions/" + session + "/stop-preview")
          .then()
          .statusCode(400);
    }
    api().get("/sessions/" + session + "/stop-preview?at=x").then().statusCode(400);
    api().get("/sessions/" + session).then().body("state", equalTo("planned"));
    clock.set(TUESDAY.plus(Duration.ofDays(1)));
    stop(TWENTY_PAST_TEN).statusCode(409);
  }

  @Test
  void said_in_the_afternoon_it_still_tells_who_found_nobody() {
    Response eleven = book(tuesday.get(4), rsa);
    clock.set(TUESDAY.plus(Duration.ofHours(5)));
    stop(null).statusCode(400).body("errors.field", contains("at"));
    stop(TWENTY_PAST_TEN).statusCode(200).body("bookings", equalTo(1));
    seen(eleven).body("status", equalTo("cancelled"));
    assertThat(told()).isEqualTo(1);
  }

  @Test
  void who_is_there_or_was_marked_keeps_the_appointment() {
    Response there = book(tuesday.get(4), rsa);
    Response early = book(tuesday.get(5), rsa);
    clock.set(TUESDAY.plus(Duration.ofMinutes(60)));
    api()
        .contentType(ContentType.JSON)
        .post("/bookings/" + there.path("reference") + "/arrival")
        .then()
        .statusCode(201);
    api()
        .contentType(ContentType.JSON)
        .header("If-Match", "\"0\"")
        .body(Map.of("outcome", "attended"))
        .put("/bookings/" + early.path("reference") + "/attendance")
        .then()
        .statusCode(200);
    clock.advance(Duration.ofMinutes(20));
    stop(null).statusCode(200).body("bookings", equalTo(0));
    seen(there).body("status", equalTo("arrived"));
    seen(early).body("status", equalTo("booked"));
  }

  @Test
  void who_books_meanwhile_is_refused_or_falls_with_the_others() {
    clock.set(TUESDAY.plus(Duration.ofMinutes(80)));
    for (String slot : tuesday.subList(3, 6)) {
      List<Integer> answers =
          Together.run(
              List.of(() -> book(slot, rsa).statusCode(), () -> stop(null).extract().statusCode()));
      assertThat(answers.get(1)).isEqualTo(200);
      assertThat(answers.get(0)).isIn(201, 404, 409);
      assertThat(timetable.number("select count(*) from booking where state = 'booked'")).isZero();
      assertThat(seats()).isZero();
      api().post("/sessions/" + session + "/reinstatement").then().statusCode(204);
    }
  }

  @Test
  @TestSecurity(user = "karim", roles = Role.PARTNER)
  void another_partner_does_not_find_it() {
    notFound();
  }

  @Test
  @TestSecurity(user = "hugo", roles = Role.MANAGER)
  void staff_of_another_house_do_not_find_it() {
    notFound();
  }

  private void notFound() {
    clock.set(TUESDAY.plus(Duration.ofMinutes(80)));
    stop(null).statusCode(404);
    api().get("/sessions/" + session + "/stop-preview").then().statusCode(404);
  }

  /** Every road on which the calendar takes the rest of a day away: what was stays held. */
  private void heldWithNobodyLeftBehind() {
    api()
        .get("/sessions/" + session)
        .then()
        .statusCode(200)
        .body("state", equalTo("held"))
        .body("withdrawn", equalTo(false))
        .body("partnerAttendance", equalTo("present"));
    report().body("sessions.held", equalTo(1)).body("sessions.total", equalTo(1));
    assertThat(
            timetable.number(
                "select count(*) from booking b join slot l on l.id = b.slot_id join session s on"
                    + " s.id = l.session_id where b.state = 'booked' and s.withdrawn"))
        .isZero();
  }

  private void aMorningThatWasHeld() {
    book(tuesday.get(0), rsa).then().statusCode(201);
    book(tuesday.get(2), rsa).then().statusCode(201);
    clock.set(TUESDAY.plusSeconds(300));
    held();
    clock.set(TUESDAY.plus(LATER));
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_closure_in_the_middle_of_the_day_loses_nothing_of_its_morning() {
    aMorningThatWasHeld();
    Response late = book(tuesday.get(5), rsa);
    String closure =
        api()
            .contentType(ContentType.JSON)
            .body(Map.of("from", "2026-11-24T10:20:00", "to", "2026-11-25T00:00:00"))
            .post("/sites/" + moyaux.id() + "/closures")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    seen(late).body("status", equalTo("cancelled"));
    heldWithNobodyLeftBehind();
    api().get("/sessions/" + session).then().body("end", containsString("T10:20:00"));
    api().delete("/sites/" + moyaux.id() + "/closures/" + closure).then().statusCode(204);
    api()
        .get("/sessions/" + session)
        .then()
        .body("state", equalTo("held"))
        .body("start", equalTo("2026-11-24T09:00:00+01:00"))
        .body("end", equalTo("2026-11-24T12:00:00+01:00"));
    assertThat(slotsOn("2026-11-24")).hasSize(2);
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_closure_that_is_entered_as_of_midnight_ends_what_was_held_now() {
    aMorningThatWasHeld();
    api()
        .contentType(ContentType.JSON)
        .body(Map.of("from", "2026-11-24T00:00:00", "to", "2026-11-25T00:00:00"))
        .post("/sites/" + moyaux.id() + "/closures")
        .then()
        .statusCode(201);
    heldWithNobodyLeftBehind();
    api().get("/sessions/" + session).then().body("end", containsString("T10:31:00"));
  }

  private Map<String, Object> form(String to) {
    Map<String, Object> form = new HashMap<>();
    form.put("siteId", moyaux.id() + "");
    form.put("partnerId", caf.id() + "");
    form.put("procedures", List.of(rsa.id() + ""));
    form.put("rrule", "FREQ=DAILY;INTERVAL=2");
    form.put("firstDate", "2026-11-24");
    form.put("untilDate", "2026-11-26");
    form.put("from", "09:00");
    form.put("to", to);
    form.put("mode", "appointment");
    form.put("slotMinutes", 30);
    form.put("capacity", 1);
    form.put("noticeMinutes", 0);
    form.put("horizonDays", 91);
    form.put("changeDeadlineMinutes", 60);
    return form;
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_shorter_day_loses_nothing_of_it() {
    aMorningThatWasHeld();
    api()
        .contentType(ContentType.JSON)
        .header("If-Match", "\"0\"")
        .body(form("10:20"))
        .put("/permanences/" + permanence.id())
        .then()
        .statusCode(200);
    heldWithNobodyLeftBehind();
    api().get("/sessions/" + session).then().body("end", containsString("T10:20:00"));
  }

  @ParameterizedTest
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  @ValueSource(strings = {"one", "following", "out"})
  void a_day_that_is_shortened_cut_off_or_taken_out_loses_nothing_of_it(String how) {
    aMorningThatWasHeld();
    Response late = book(tuesday.get(5), rsa);
    boolean out = how.equals("out");
    Map<String, Object> change = new HashMap<>();
    change.put("permanenceId", permanence.id() + "");
    change.put("scope", out ? "one" : how);
    change.put("date", "2026-11-24");
    if (!out) {
      change.put("form", form("10:20"));
    }
    change.put(
        "decisions", List.of(Map.of("reference", late.path("reference"), "decision", "cancel")));
    api()
        .contentType(ContentType.JSON)
        .header("If-Match", "\"0\"")
        .body(change)
        .post("/permanence-changes")
        .then()
        .statusCode(200)
        .body("cancelled", equalTo(1));
    seen(late).body("status", equalTo("cancelled"));
    assertThat(told()).isEqualTo(1);
    heldWithNobodyLeftBehind();
  }
}
