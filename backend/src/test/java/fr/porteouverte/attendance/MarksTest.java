package fr.porteouverte.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.access.Role;
import fr.porteouverte.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of visits is noted, corrected, taken back; nothing noted is ever lost. */
@TestSecurity(user = "sophie", roles = Role.PARTNER)
@QuarkusTest
class MarksTest extends AttendanceSuite {
  @Inject EraseNotes notes;

  @Test
  void before_the_day_the_partner_sees_who_comes_for_what_and_no_more_of_them_than_that() {
    people()
        .then()
        .statusCode(200)
        .body("items.reference", contains(jeanne, paul))
        .body("items.firstName", contains("Jeanne", "Paul"))
        .body("items.lastName", contains("L.", "O."))
        .body("items.phone", everyItem(nullValue()))
        .body("items[0].procedure.code", equalTo("rsa"))
        .body("items[0].documents.label.fr", contains("Pièce d’identité"))
        .body("items[0].followUp", equalTo(false))
        .body("items.status", contains("booked", "booked"));
  }

  @Test
  void on_the_day_itself_the_full_name_and_the_telephone_are_there() {
    clock.set(NINE.minus(Duration.ofHours(8)));
    people()
        .then()
        .body("items.lastName", contains("Lefèvre", "Ozanne"))
        .body("items.phone", contains("+33612345678", "+33231000000"));
    clock.set(NINE.plus(Duration.ofDays(1)));
    people()
        .then()
        .body("items.lastName", contains("Lefèvre", "Ozanne"))
        .body("items.phone", everyItem(nullValue()));
    clock.set(NINE.plus(Duration.ofDays(8)));
    people().then().body("items.lastName", contains("L.", "O."));
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void staff_of_the_house_answer_the_telephone_and_see_all_of_it() {
    people()
        .then()
        .body("items.lastName", contains("Lefèvre", "Ozanne"))
        .body("items.phone", contains("+33612345678", "+33231000000"));
  }

  @Test
  void a_visit_is_noted_from_the_beginning_of_the_session_on() {
    mark(paul, 0, "attended").then().statusCode(409).body("type", equalTo("/problems/not-begun"));
    clock.set(NINE);
    mark(
            paul,
            0,
            Map.of(
                "outcome",
                "attended",
                "papersMissing",
                true,
                "result",
                "continued",
                "note",
                "Revient\navec le RIB."))
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("version", equalTo(1))
        .body("outcome", equalTo("attended"))
        .body("papersMissing", equalTo(true))
        .body("result", equalTo("continued"))
        .body("note", equalTo("Revient\navec le RIB."))
        .body("at", equalTo("2026-11-25T09:00:00+01:00"))
        .body("by", equalTo("sophie"));
    people()
        .then()
        .body("items.status", contains("booked", "attended"))
        .body("items[1].attendance.version", equalTo(1));
  }

  @Test
  void a_year_later_what_was_written_of_a_visit_is_erased_and_its_outcome_stays() {
    clock.set(NINE);
    mark(paul, 0, Map.of("outcome", "attended", "note", "Revient.")).then().statusCode(200);
    clock.set(NINE.plus(Duration.ofDays(365)));
    notes.run();
    assertThat(timetable.number("select count(note) from attendance")).isEqualTo(1);
    clock.advance(Duration.ofSeconds(1));
    notes.run();
    assertThat(timetable.number("select count(note) from attendance")).isZero();
    assertThat(timetable.text("select outcome from attendance")).isEqualTo("attended");
  }

  @Test
  void a_correction_keeps_both_versions() {
    clock.set(NINE);
    mark(jeanne, 0, "absent").then().statusCode(200);
    clock.advance(Duration.ofMinutes(10));
    mark(jeanne, 1, Map.of("outcome", "attended", "result", "solved"))
        .then()
        .statusCode(200)
        .body("version", equalTo(2));
    api()
        .get("/bookings/{reference}/attendance", jeanne)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("current.outcome", equalTo("attended"))
        .body("versions.outcome", contains("absent", "attended"))
        .body("versions.version", contains(1, 2));
    api()
        .get("/bookings/{reference}/attendance", paul)
        .then()
        .header("ETag", "\"0\"")
        .body("current", nullValue())
        .body("versions", empty());
  }

  @Test
  void nobody_corrects_what_they_have_not_seen() {
    clock.set(NINE);
    api()
        .contentType(ContentType.JSON)
        .body(Map.of("outcome", "attended"))
        .put("/bookings/{reference}/attendance", jeanne)
        .then()
        .statusCode(428);
    mark(jeanne, 1, "attended").then().statusCode(412);
    mark(jeanne, 0, "attended").then().statusCode(200);
    mark(jeanne, 0, "absent").then().statusCode(412);
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void of_two_marks_at_once_one_is_noted_and_the_other_has_not_seen_it() {
    clock.set(NINE);
    for (int seen = 0; seen < 4; seen++) {
      int before = seen;
      List<Integer> answers =
          Together.run(
              List.of(
                  () -> mark(jeanne, before, "attended").statusCode(),
                  () -> mark(jeanne, before, "absent").statusCode()));
      assertThat(answers).containsExactlyInAnyOrder(200, 412);
    }
    assertThat(rows()).isEqualTo(4);
  }

  @Test
  void who_did_not_come_solved_nothing_and_a_note_has_an_end() {
    clock.set(NINE);
    mark(jeanne, 0, Map.of("outcome", "absent", "result", "solved", "papersMissing", true))
        .then()
        .statusCode(400)
        .body("errors.field", contains("result", "papersMissing"));
    mark(jeanne, 0, Map.of()).then().statusCode(400).body("errors.field", contains("outcome"));
    mark(jeanne, 0, Map.of("outcome", "excused", "note", "x".repeat(501)))
        .then()
        .statusCode(400)
        .body("errors.field", contains("note"));
    assertThat(rows()).isZero();
  }

  @Test
  void a_cancelled_booking_has_no_attendance() {
    timetable.change("update booking set state = 'cancelled' where reference = '" + paul + "'");
    clock.set(NINE);
    mark(paul, 0, "absent")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/already-cancelled"));
    people().then().body("items.reference", contains(jeanne));
  }

  private Response allPresent() {
    return api().post("/sessions/{id}/all-present", session);
  }

  private Response undo() {
    return api().post("/sessions/{id}/all-present/undo", session);
  }

  @Test
  void one_tap_notes_those_whose_time_has_come_and_leaves_what_is_noted() {
    allPresent().then().statusCode(409).body("type", equalTo("/problems/not-begun"));
    clock.set(NINE);
    allPresent().then().statusCode(200).body("items.status", contains("attended", "booked"));
    mark(jeanne, 1, "absent").then().statusCode(200);
    clock.set(NINE.plus(Duration.ofHours(2)));
    allPresent().then().body("items.status", contains("absent", "attended"));
    allPresent().then().statusCode(200);
    assertThat(rows()).isEqualTo(3);
  }

  @Test
  void the_tap_can_be_taken_back_for_five_minutes_except_what_was_corrected() {
    clock.set(NINE.plus(Duration.ofHours(2)));
    allPresent().then().body("items.status", contains("attended", "attended"));
    mark(jeanne, 1, "excused").then().statusCode(200);
    clock.advance(Duration.ofMinutes(5));
    undo().then().statusCode(200).body("items.status", contains("excused", "booked"));
    mark(paul, 0, "absent").then().statusCode(200).body("version", equalTo(2));
    assertThat(rows()).as("nothing is deleted").isEqualTo(4);
  }

  @Test
  void later_the_tap_stays() {
    clock.set(NINE.plus(Duration.ofHours(2)));
    allPresent();
    clock.advance(Duration.ofMinutes(5).plusSeconds(1));
    undo().then().statusCode(200).body("items.status", contains("attended", "attended"));
  }

  @Test
  void two_taps_at_once_note_everybody_once() {
    clock.set(NINE.plus(Duration.ofHours(2)));
    List<Integer> answers =
        Together.run(List.of(() -> allPresent().statusCode(), () -> allPresent().statusCode()));
    assertThat(answers).containsOnly(200);
    assertThat(rows()).isEqualTo(2);
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void a_walk_in_is_noted_on_its_ticket_and_who_had_an_appointment_on_the_booking() {
    clock.set(NINE);
    String walkIn =
        api()
            .contentType(ContentType.JSON)
            .body(Map.of("procedureId", "" + rsa.id()))
            .post("/sites/{id}/tickets", moyaux.id())
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    onTicket(walkIn, 0, Map.of("outcome", "attended", "result", "autonomous"))
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/attendance-not-allowed"));
    onTicket(walkIn, 0, Map.of("outcome", "attended", "result", "autonomous", "received", true))
        .then()
        .statusCode(200)
        .body("result", equalTo("autonomous"));
    onTicket(walkIn, 0, Map.of("outcome", "attended")).then().statusCode(412);
    api()
        .get("/tickets/{id}/attendance", walkIn)
        .then()
        .statusCode(200)
        .body("versions", hasSize(1));
    api()
        .contentType(ContentType.JSON)
        .body(Map.of("reference", jeanne))
        .post("/sites/{id}/arrivals", moyaux.id())
        .then()
        .statusCode(201);
    String arrived = "" + timetable.number("select id from ticket where booking_id is not null");
    people()
        .then()
        .body("items[0].arrived", equalTo(true))
        .body("items[0].status", equalTo("arrived"))
        .body("items[0].ticket.state", equalTo("waiting"));
    onTicket(arrived, 0, Map.of("outcome", "attended")).then().statusCode(409);
    onTicket(arrived, 0, Map.of("outcome", "attended", "received", true)).then().statusCode(200);
    people()
        .then()
        .body("items[0].status", equalTo("attended"))
        .body("items[0].ticket.state", equalTo("done"))
        .body("items[0].outcomes", contains("attended"));
  }

  @Test
  void the_partner_notes_who_came_without_an_appointment_by_their_number() {
    clock.set(NINE);
    walkIn(7, "done");
    walkIn(8, "left");
    String ticket = "" + timetable.number("select max(id) from ticket where state = 'done'");
    api()
        .get("/sessions/{id}/walk-ins", session)
        .then()
        .statusCode(200)
        .body("items.ticketId", contains(ticket))
        .body("items[0].state", equalTo("done"))
        .body("items[0].outcomes", contains("attended"))
        .body("items[0].procedure.code", equalTo("rsa"))
        .body("items[0].attendance", nullValue());
    onTicket(ticket, 0, Map.of("outcome", "attended", "result", "solved"))
        .then()
        .statusCode(200)
        .body("by", equalTo("sophie"));
    onTicket(ticket, 0, Map.of("outcome", "attended")).then().statusCode(412);
    onTicket(ticket, 1, Map.of("outcome", "absent")).then().statusCode(409);
    api()
        .get("/sessions/{id}/walk-ins", session)
        .then()
        .body("items[0].attendance.result", equalTo("solved"))
        .body("items[0].attendance.version", equalTo(1));
    // The number of somebody with an appointment is the house's; the partner has the booking.
    timetable.change(
        "update ticket set booking_id = (select id from booking where reference = '"
            + jeanne
            + "') where id = "
            + ticket);
    api().get("/tickets/{id}/attendance", ticket).then().statusCode(404);
    api().get("/sessions/{id}/walk-ins", session).then().body("items", hasSize(0));
  }

  private void walkIn(int number, String state) {
    timetable.change(
        "insert into ticket (public_id, site_id, local_date, series, number, state, origin,"
            + " procedure_id, permanence_id, arrived_at) select 'public"
            + number
            + "', s.site_id, s.local_date, 'A', "
            + number
            + ", '"
            + state
            + "', 'walkIn', "
            + rsa.id()
            + ", s.permanence_id, s.start_at from session s where s.id = "
            + session);
  }

  private Response onTicket(String id, int seen, Map<String, ?> mark) {
    return api()
        .contentType(ContentType.JSON)
        .header("If-Match", "\"" + seen + "\"")
        .body(mark)
        .put("/tickets/{id}/attendance", id);
  }
}
