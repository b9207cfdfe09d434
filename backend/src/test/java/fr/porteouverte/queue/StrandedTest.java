package fr.porteouverte.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.support.Timetable;
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
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nobody waits in vain for a permanence that does not serve them: it is said, and passed on. */
@QuarkusTest
class StrandedTest extends QueueSuite {
  private String session() {
    return "" + timetable.number("select id from session where permanence_id = " + cafPermanence);
  }

  private void say(String what, Map<String, ?> body) {
    api()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/sessions/{id}/{what}", session(), what)
        .then()
        .statusCode(200);
  }

  private ValidatableResponse own(String ticket) {
    String id = timetable.text("select public_id from ticket where id = " + ticket);
    return api().get("/tickets/{id}", id).then().statusCode(200);
  }

  private Response pass(Map<String, ?> body, UUID key) {
    return api()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body(body)
        .post("/sites/{id}/stranded-transfers", moyaux.id());
  }

  private Response passAll() {
    return pass(Map.of(), UUID.randomUUID());
  }

  private void strandedBy(String ticket, String cause) {
    own(ticket)
        .body("state", equalTo("waiting"))
        .body("stranded.cause", equalTo(cause))
        .body("stranded.partner.code", equalTo("caf"))
        .body("estimate", nullValue())
        .body("ahead", nullValue());
    queue()
        .then()
        .body("waiting.find { it.id == '" + ticket + "' }.stranded.cause", equalTo(cause))
        .body("waiting.find { it.id == '" + ticket + "' }.estimate", nullValue());
    api()
        .get("/sites/{id}/board", moyaux.id())
        .then()
        .statusCode(200)
        .body("stranded", contains(number(ticket)));
  }

  private String number(String ticket) {
    return queue().path("waiting.find { it.id == '" + ticket + "' }.number");
  }

  @Test
  void a_permanence_that_takes_place_strands_nobody() {
    cafCounter();
    String ticket = waitingForCaf();
    clock.set(NINE.plus(Duration.ofHours(1)));
    own(ticket).body("stranded", nullValue()).body("estimate", notNullValue());
    api().get("/sites/{id}/board", moyaux.id()).then().body("stranded", empty());
    passAll().then().statusCode(200).body("tickets", empty());
  }

  @Test
  void one_that_is_called_off_strands_its_people_though_its_counter_is_open() {
    cafCounter();
    String ticket = waitingForCaf();
    String other = waiting();
    clock.set(NINE.plus(Duration.ofMinutes(10)));
    say("cancellation", Map.of("reason", "Panne de voiture."));
    strandedBy(ticket, "cancelled");
    own(ticket).body("stranded.reason", equalTo("Panne de voiture."));
    own(other).body("stranded", nullValue());
  }

  @Test
  void one_whose_partner_did_not_come_does_and_who_comes_after_all_serves_them() {
    cafCounter();
    String ticket = waitingForCaf();
    clock.set(NINE.plus(Duration.ofMinutes(10)));
    say("held", Map.of("partnerAttendance", "absent"));
    strandedBy(ticket, "partnerAbsent");
    say("held", Map.of("partnerAttendance", "present"));
    own(ticket).body("stranded", nullValue()).body("estimate", notNullValue());
  }

  @Test
  void one_whose_partner_left_does_and_who_is_expected_later_than_that_knows_at_once() {
    cafCounter();
    String reference = booked(slots.get(3));
    clock.set(NINE.plus(Duration.ofMinutes(10)));
    String early = waitingForCaf();
    arrive(reference).then().statusCode(201);
    String late = "" + timetable.number("select max(id) from ticket");
    say("stop", Map.of("at", "2026-11-23T10:00:00+01:00"));
    own(early).body("stranded", nullValue());
    strandedBy(late, "partnerLeft");
    clock.set(NINE.plus(Duration.ofHours(1)));
    own(early)
        .body("stranded.cause", equalTo("partnerLeft"))
        .body("stranded.since", equalTo("2026-11-23T10:00:00+01:00"));
  }

  @Test
  void one_that_is_over_does_unless_somebody_works_through_its_people() {
    String counter = cafCounter();
    String served = waitingForCaf();
    String waits = waitingForCaf();
    call(served, counter, null).then().statusCode(200);
    act(served, "start");
    clock.set(NINE.plus(Duration.ofMinutes(160)));
    own(waits).body("stranded", nullValue());
    act(served, "finish");
    own(waits).body("stranded", nullValue());
    clock.advance(Duration.ofMinutes(10));
    strandedBy(waits, "over");
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void one_that_a_closure_ends_does_at_once_and_one_that_it_takes_away_too() {
    fixtures.agent("marc", AgentRole.manager, moyaux);
    String counter = cafCounter();
    api().post("/counters/{id}/open", counter).then().statusCode(200);
    String served = waitingForCaf();
    String waits = waitingForCaf();
    call(served, counter, null).then().statusCode(200);
    act(served, "start");
    clock.set(NINE.plus(Duration.ofMinutes(40)));
    api()
        .contentType(ContentType.JSON)
        .body(Map.of("from", "2026-11-23T09:30:00", "to", "2026-11-24T00:00:00"))
        .post("/sites/{id}/closures", moyaux.id())
        .then()
        .statusCode(201);
    strandedBy(waits, "over");
    passAll().then().body("tickets.id", contains(waits));
  }

  @Test
  void all_are_passed_on_at_once_and_each_can_be_taken_back() {
    cafCounter();
    String one = waitingForCaf();
    String two = waitingForCaf();
    String parked = waitingForCaf();
    clock.set(NINE.plus(Duration.ofMinutes(10)));
    String caf = queue().path("counters.find { it.name == 'Caf' }.id");
    call(parked, caf, "essai").then().statusCode(200);
    act(parked, "park");
    say("held", Map.of("partnerAttendance", "absent"));
    UUID key = UUID.randomUUID();
    long events = timetable.number("select count(*) from queue_event");
    for (int again = 0; again < 2; again++) {
      pass(Map.of(), key)
          .then()
          .statusCode(200)
          .body("tickets.id", contains(one, two, parked))
          .body("tickets.state", contains("waiting", "waiting", "waiting"))
          .body("tickets.permanenceId", contains(nullValue(), nullValue(), nullValue()))
          .body("tickets.stranded", contains(nullValue(), nullValue(), nullValue()));
    }
    assertThat(timetable.number("select count(*) from queue_event")).isEqualTo(events + 3);
    passAll().then().statusCode(200).body("tickets", empty());
    next(counter).then().statusCode(200).body("counter.ticket.id", equalTo(one));
    act(two, "undo").then().statusCode(200).body("stranded.cause", equalTo("partnerAbsent"));
    act(parked, "undo").then().statusCode(200).body("state", equalTo("parked"));
    passAll().then().body("tickets", hasSize(2));
  }

  @Test
  void they_go_to_another_permanence_that_is_there_and_to_no_other() {
    timetable.add(Timetable.Session.of(moyaux, caf, NINE, 4, rsa).capacity(2));
    String other = "" + timetable.number("select max(id) from permanence");
    cafCounter();
    String ticket = waitingForCaf();
    clock.set(NINE.plus(Duration.ofMinutes(10)));
    say("held", Map.of("partnerAttendance", "absent"));
    Map<String, String> unfit = new HashMap<>(Map.of("permanenceId", other));
    unfit.put("procedureId", "" + passport.id());
    pass(unfit, UUID.randomUUID()).then().statusCode(400);
    pass(Map.of("permanenceId", cafPermanence), UUID.randomUUID())
        .then()
        .statusCode(400)
        .body("errors.field", contains("permanenceId"));
    own(ticket).body("stranded", notNullValue());
    pass(Map.of("permanenceId", other), UUID.randomUUID())
        .then()
        .statusCode(200)
        .body("tickets[0].permanenceId", equalTo(other));
    own(ticket).body("stranded", nullValue());
  }

  @Test
  void two_clerks_who_press_at_once_pass_each_on_once() {
    waitingForCaf();
    waitingForCaf();
    clock.set(NINE.plus(Duration.ofMinutes(10)));
    say("held", Map.of("partnerAttendance", "absent"));
    List<Integer> passed =
        Together.run(
            List.of(
                () -> passAll().<List<?>>path("tickets").size(),
                () -> passAll().<List<?>>path("tickets").size()));
    assertThat(passed).containsExactlyInAnyOrder(0, 2);
    assertThat(timetable.number("select count(*) from queue_event where kind = 'transferred'"))
        .isEqualTo(2);
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_series_that_is_cut_off_today_takes_its_people_along() {
    fixtures.agent("marc", AgentRole.manager, moyaux);
    String ticket = waitingForCaf();
    clock.set(NINE.plus(Duration.ofMinutes(10)));
    Map<String, Object> form = new HashMap<>();
    form.put("siteId", moyaux.id() + "");
    form.put("partnerId", caf.id() + "");
    form.put("procedures", List.of(rsa.id() + ""));
    form.put("rrule", "FREQ=DAILY;COUNT=1");
    form.put("firstDate", "2026-11-23");
    form.put("from", "09:00");
    form.put("to", "10:00");
    form.put("mode", "both");
    form.put("slotMinutes", 30);
    form.put("capacity", 7);
    form.put("noticeMinutes", 0);
    form.put("horizonDays", 91);
    form.put("changeDeadlineMinutes", 60);
    api()
        .contentType(ContentType.JSON)
        .header("If-Match", "\"0\"")
        .body(
            Map.of(
                "permanenceId",
                cafPermanence,
                "scope",
                "one",
                "date",
                "2026-11-23",
                "form",
                form,
                "decisions",
                List.of()))
        .post("/permanence-changes")
        .then()
        .statusCode(200)
        .body("also", notNullValue());
    own(ticket).body("stranded", nullValue());
    assertThat(timetable.number("select permanence_id from ticket where id = " + ticket))
        .isEqualTo(timetable.number("select max(permanence_id) from session"));
  }
}
