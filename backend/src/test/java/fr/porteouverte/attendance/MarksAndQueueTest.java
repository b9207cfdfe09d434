package fr.porteouverte.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.access.Role;
import fr.porteouverte.queue.CounterFixture;
import fr.porteouverte.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is noted of a visit and where the queue has its person never contradict each other. */
@TestSecurity(user = "claire", roles = Role.CLERK)
@QuarkusTest
class MarksAndQueueTest extends AttendanceSuite {
  private static final List<String> OUTCOMES = List.of("attended", "absent", "excused");

  /** What may be noted of somebody, by where the queue has them. */
  private static final Map<String, List<String>> TABLE =
      Map.of(
          "notArrived", OUTCOMES,
          "waiting", List.of(),
          "called", List.of(),
          "parked", List.of(),
          "serving", List.of("attended"),
          "done", List.of("attended"),
          "missed", List.of("absent", "excused"),
          "left", List.of("absent", "excused"),
          "passedOn", List.of("attended", "excused"),
          "takenBack", List.of());

  @Inject CounterFixture counters;
  private String counter;
  private String permanence;

  @BeforeEach
  void cafHasItsCounter() {
    permanence = "" + timetable.number("select max(permanence_id) from session");
    clock.set(NINE.plus(Duration.ofMinutes(40)));
    counter = counters.open(moyaux, "Caf", Long.parseLong(permanence));
  }

  private String arrive(String reference) {
    api()
        .contentType(ContentType.JSON)
        .body(Map.of("reference", reference))
        .post("/sites/{id}/arrivals", moyaux.id())
        .then()
        .statusCode(201);
    return "" + timetable.number("select max(id) from ticket");
  }

  private String walkIn() {
    return api()
        .contentType(ContentType.JSON)
        .body(Map.of("procedureId", "" + rsa.id(), "permanenceId", permanence))
        .post("/sites/{id}/tickets", moyaux.id())
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private void act(String ticket, String action) {
    if (action.equals("undo")) {
      assertThat(undo(ticket)).isEqualTo(200);
    } else {
      seen(ticket).post("/tickets/{id}/{action}", ticket, action).then().statusCode(200);
    }
  }

  private int undo(String ticket) {
    long seq =
        timetable.number(
            "select coalesce(max(seq), 0) from queue_event where kind <> 'undone' and not undone"
                + " and ticket_id = "
                + ticket);
    return api()
        .contentType(ContentType.JSON)
        .body(Map.of("seq", seq))
        .post("/tickets/{id}/undo", ticket)
        .statusCode();
  }

  /** A request by somebody who sees the ticket as it is. */
  private RequestSpecification seen(String ticket) {
    long version = timetable.number("select version from ticket where id = " + ticket);
    return api().header("If-Match", "\"" + version + "\"");
  }

  /** Leads a number that waits to where the queue has it. */
  private void lead(String ticket, String where) {
    switch (where) {
      case "waiting", "notArrived" -> {}
      case "left" -> act(ticket, "leave");
      case "takenBack" -> act(ticket, "undo");
      case "passedOn" ->
          seen(ticket)
              .contentType(ContentType.JSON)
              .body(Map.of("procedureId", "" + rsa.id()))
              .post("/tickets/{id}/transfer", ticket)
              .then()
              .statusCode(200);
      default -> {
        api().post("/counters/{id}/open", counter).then().statusCode(200);
        seen(ticket)
            .contentType(ContentType.JSON)
            .body(Map.of("counterId", counter, "reason", "essai"))
            .post("/tickets/{id}/call", ticket)
            .then()
            .statusCode(200);
        switch (where) {
          case "serving" -> act(ticket, "start");
          case "parked" -> act(ticket, "park");
          case "missed" -> act(ticket, "miss");
          case "done" -> {
            act(ticket, "start");
            act(ticket, "finish");
          }
          default -> {}
        }
      }
    }
  }

  /** Out of everybody's way, for the next one. */
  private void clear() {
    timetable.change("delete from attendance");
    timetable.change("delete from overtaking");
    timetable.change("delete from queue_event");
    timetable.change("delete from ticket");
    timetable.change("update booking set state = 'booked'");
  }

  private Response onTicket(String id, int seen, Map<String, ?> mark) {
    return api()
        .contentType(ContentType.JSON)
        .header("If-Match", "\"" + seen + "\"")
        .body(mark)
        .put("/tickets/{id}/attendance", id);
  }

  @Test
  @Tag("once")
  void each_mark_of_an_appointment_is_as_the_queue_allows_it_and_is_shown_so() {
    for (String where : TABLE.keySet()) {
      List<String> allowed = where.equals("takenBack") ? OUTCOMES : TABLE.get(where);
      for (String outcome : OUTCOMES) {
        if (!where.equals("notArrived")) {
          lead(arrive(jeanne), where);
        }
        people().then().body("items[0].outcomes", containsInAnyOrder(allowed.toArray()));
        Response answer = mark(jeanne, 0, outcome);
        checked(where + " " + outcome, answer, allowed, outcome);
        clear();
      }
    }
  }

  @Test
  @Tag("once")
  void each_mark_of_a_walk_in_is_too() {
    for (String where : TABLE.keySet()) {
      if (where.equals("notArrived") || where.equals("passedOn")) {
        continue;
      }
      for (String outcome : OUTCOMES) {
        String ticket = walkIn();
        lead(ticket, where);
        Response answer = onTicket(ticket, 0, Map.of("outcome", outcome));
        checked(where + " " + outcome, answer, TABLE.get(where), outcome);
        clear();
      }
    }
  }

  private void checked(String what, Response answer, List<String> allowed, String outcome) {
    if (allowed.contains(outcome)) {
      assertThat(answer.statusCode()).as(what).isEqualTo(200);
      assertThat(rows()).as(what).isEqualTo(1);
    } else {
      assertThat(answer.statusCode()).as(what).isEqualTo(409);
      answer.then().body("type", equalTo("/problems/attendance-not-allowed"));
      assertThat(answer.<List<String>>path("allowed"))
          .as(what)
          .containsExactlyElementsOf(new TreeSet<>(allowed));
      assertThat(rows()).as(what).isZero();
    }
  }

  @Test
  void who_saw_somebody_whom_the_queue_still_has_says_so_and_the_number_is_done() {
    for (String where : List.of("waiting", "called", "parked", "missed", "left")) {
      String ticket = arrive(jeanne);
      lead(ticket, where);
      mark(jeanne, 0, Map.of("outcome", "absent", "received", true)).then().statusCode(400);
      mark(jeanne, 0, Map.of("outcome", "attended", "received", true)).then().statusCode(200);
      people()
          .then()
          .body("items[0].status", equalTo("attended"))
          .body("items[0].ticket.state", equalTo("done"));
      assertThat(timetable.number("select count(*) from ticket where started_at is not null"))
          .as("measures nothing: " + where)
          .isZero();
      clear();
    }
    String back = walkIn();
    act(back, "undo");
    onTicket(back, 0, Map.of("outcome", "attended", "received", true)).then().statusCode(409);
  }

  private List<String> attended() {
    return people().path("items.findAll { it.attendance != null }.reference");
  }

  @Test
  void an_arrival_that_is_undone_takes_its_mark_with_it() {
    String ticket = arrive(jeanne);
    lead(ticket, "serving");
    mark(jeanne, 0, "attended").then().statusCode(200);
    for (int undone = 0; undone < 3; undone++) {
      act(ticket, "undo");
    }
    assertThat(attended()).isEmpty();
    api()
        .get("/bookings/{reference}/attendance", jeanne)
        .then()
        .header("ETag", "\"0\"")
        .body("current", nullValue());
    assertThat(rows()).as("nothing is deleted").isEqualTo(1);
    mark(jeanne, 0, "absent").then().statusCode(200).body("version", equalTo(2));
    arrive(jeanne);
    assertThat(attended()).as("who was noted absent is there").isEmpty();
  }

  @Test
  void a_number_that_is_taken_back_takes_its_mark_with_it() {
    String ticket = walkIn();
    lead(ticket, "done");
    onTicket(ticket, 0, Map.of("outcome", "attended")).then().statusCode(200);
    act(ticket, "undo");
    onTicket(ticket, 1, Map.of("outcome", "attended", "note", "Encore là.")).then().statusCode(200);
    act(ticket, "undo");
    api().get("/tickets/{id}/attendance", ticket).then().body("current", nullValue());
  }

  @Test
  @TestSecurity(user = "anne", roles = Role.ADMIN)
  void who_was_served_counts_in_the_report_noted_or_not_until_it_is_taken_back() {
    String ticket = walkIn();
    lead(ticket, "serving");
    assertThat(report("visits.walkIns")).isZero();
    act(ticket, "finish");
    assertThat(report("visits.walkIns")).isEqualTo(1);
    onTicket(ticket, 0, Map.of("outcome", "attended")).then().statusCode(200);
    assertThat(report("visits.walkIns")).isEqualTo(1);
    act(ticket, "undo");
    assertThat(report("visits.walkIns")).isZero();
  }

  private int report(String what) {
    return api()
        .get("/sites/" + moyaux.id() + "/session-report?from=2026-11-23&to=2026-11-30")
        .then()
        .extract()
        .path(what);
  }

  @Test
  void who_was_received_and_goes_on_to_somebody_else_keeps_the_mark() {
    String ticket = arrive(jeanne);
    lead(ticket, "serving");
    mark(jeanne, 0, "attended").then().statusCode(200);
    lead(ticket, "passedOn");
    assertThat(attended()).containsExactly(jeanne);
  }

  private ValidatableResponse allPresent() {
    return api().post("/sessions/{id}/all-present", session).then().statusCode(200);
  }

  @Test
  void all_present_are_those_whom_the_queue_knows_to_have_been_there() {
    Map<String, String> expected = new HashMap<>();
    List<String> marked = new ArrayList<>();
    timetable.change("delete from seat");
    timetable.change("update slot set capacity = 20, taken = 0, next_expiry = null");
    timetable.change("update booking set state = 'cancelled'");
    for (String where : TABLE.keySet()) {
      String one = booked(slots.get(3), rsa, where, "Essai", null);
      if (!where.equals("notArrived")) {
        lead(arrive(one), where);
        if (where.equals("called") || where.equals("serving")) {
          counter = counters.open(moyaux, "Caf " + where, Long.parseLong(permanence));
        }
      }
      if (where.equals("serving") || where.equals("done")) {
        marked.add(one);
      } else {
        expected.put(one, where.equals("takenBack") ? "notArrived" : where);
      }
    }
    clock.set(NINE.plus(Duration.ofMinutes(100)));
    ValidatableResponse answer = allPresent();
    assertThat(attended()).containsExactlyInAnyOrderElementsOf(marked);
    Map<String, String> left = new HashMap<>();
    answer
        .extract()
        .<List<Map<String, String>>>path("notMarked")
        .forEach(one -> left.put(one.get("reference"), one.get("why")));
    assertThat(left).isEqualTo(expected);
  }

  @Test
  void where_nobody_is_registered_all_present_are_all() {
    allPresent().body("notMarked", empty());
    assertThat(attended()).containsExactly(jeanne, paul);
  }

  @Test
  void where_people_are_registered_who_was_not_did_not_come() {
    lead(walkIn(), "done");
    allPresent().body("notMarked.why", equalTo(List.of("notArrived", "notArrived")));
    assertThat(attended()).isEmpty();
    api().get("/sessions/{id}", session).then().body("state", equalTo("planned"));
  }

  @Test
  @TestSecurity(user = "sophie", roles = Role.PARTNER)
  void a_session_in_which_somebody_was_received_takes_place() {
    api().get("/sessions/{id}", session).then().body("unconfirmed", equalTo(true));
    mark(jeanne, 0, "absent").then().statusCode(200);
    api().get("/sessions/{id}", session).then().body("state", equalTo("planned"));
    mark(paul, 0, "attended").then().statusCode(200);
    api()
        .get("/sessions/{id}", session)
        .then()
        .body("state", equalTo("held"))
        .body("partnerAttendance", equalTo("present"))
        .body("unconfirmed", equalTo(false));
    assertThat(timetable.number("select count(*) from session_event where kind = 'held'"))
        .isEqualTo(1);
  }

  @Test
  void what_the_partner_said_of_itself_is_not_changed_by_a_mark() {
    api()
        .contentType(ContentType.JSON)
        .body(Map.of("partnerAttendance", "absent"))
        .post("/sessions/{id}/held", session)
        .then()
        .statusCode(200);
    mark(paul, 0, "attended").then().statusCode(200);
    api().get("/sessions/{id}", session).then().body("partnerAttendance", equalTo("absent"));
  }

  @Test
  void a_walk_in_of_the_partner_makes_it_take_place_too() {
    String ticket = walkIn();
    lead(ticket, "done");
    onTicket(ticket, 0, Map.of("outcome", "attended")).then().statusCode(200);
    api().get("/sessions/{id}", session).then().body("state", equalTo("held"));
  }

  @Test
  void a_mark_and_an_undo_at_once_do_not_contradict_each_other() {
    for (int time = 0; time < 4; time++) {
      String ticket = arrive(jeanne);
      lead(ticket, "serving");
      Together.run(List.of(() -> mark(jeanne, 0, "attended").statusCode(), () -> undo(ticket)));
      people().then().body("items[0].ticket.state", equalTo("called"));
      assertThat(attended()).isEmpty();
      clear();
    }
  }

  @Test
  void who_was_being_served_at_midnight_was_served_and_stays_on_the_list() {
    String ticket = walkIn();
    lead(ticket, "serving");
    clock.advance(Duration.ofDays(1));
    walkIns().body("items", hasSize(1)).body("items[0].ticketId", equalTo(ticket));
    api()
        .contentType(ContentType.JSON)
        .body(Map.of("procedureId", "" + rsa.id()))
        .post("/sites/{id}/tickets", moyaux.id())
        .then()
        .statusCode(201);
    walkIns().body("items[0].state", equalTo("done"));
    onTicket(ticket, 0, Map.of("outcome", "attended")).then().statusCode(200);
    walkIns()
        .body("items[0].state", equalTo("done"))
        .body("items[0].attendance.outcome", equalTo("attended"));
  }

  private ValidatableResponse walkIns() {
    return api().get("/sessions/{id}/walk-ins", session).then().statusCode(200);
  }
}
