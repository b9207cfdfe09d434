package fr.porteouverte.message.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.job.Job;
import fr.porteouverte.support.MessageSuite;
import fr.porteouverte.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has no e-mail and no mobile is called; what came of it is noted, and done. */
@TestSecurity(user = "claire", roles = Role.CLERK)
@QuarkusTest
class CallSheetTest extends MessageSuite {
  private static final String LANDLINE = "02 31 00 00 00";

  @Inject @Any Instance<Job> jobs;

  @BeforeEach
  void claireWorksAtMoyaux() {
    fixtures.agent("claire", AgentRole.clerk, moyaux);
  }

  private ValidatableResponse sheet(String date) {
    return api().get("/sites/" + moyaux.id() + "/call-sheet?date=" + date).then();
  }

  private ValidatableResponse note(String call, Object... fields) {
    Map<String, Object> body = new HashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      body.put((String) fields[i], fields[i + 1]);
    }
    return api().contentType(ContentType.JSON).body(body).post("/calls/" + call + "/result").then();
  }

  /** On Monday 30 November people are called about Tuesday. */
  private String onTheSheet() {
    clock.set(TUESDAY.minus(Duration.ofHours(23)));
    return sheet("2026-11-30")
        .statusCode(200)
        .body("items", hasSize(1))
        .extract()
        .path("items[0].id");
  }

  @Test
  void tomorrows_people_with_a_landline_are_on_todays_sheet_with_what_to_say() {
    booked(slots.get(0), jeanne("phone", LANDLINE, "bookedBy", "sa fille"));

    sheet("2026-11-29").statusCode(200).body("items", empty());
    sheet("2026-11-30")
        .statusCode(200)
        .body("date", equalTo("2026-11-30"))
        .body("items", hasSize(1))
        .body("items[0].kind", equalTo("reminder"))
        .body("items[0].why", equalTo("landline"))
        .body("items[0].state", equalTo("waiting"))
        .body("items[0].phone", equalTo("+33231000000"))
        .body("items[0].bookedBy", equalTo("sa fille"))
        .body("items[0].tell", containsString("le mardi 1er décembre à 9\u00a0h"));
  }

  @Test
  void for_a_monday_the_house_calls_on_the_friday_before() {
    List<String> monday =
        timetable.add(
            fr.porteouverte.support.Timetable.Session.of(
                moyaux, caf, TUESDAY.minus(Duration.ofDays(1)), 2, rsa));
    booked(monday.get(0), jeanne("phone", LANDLINE));

    sheet("2026-11-26").body("items", empty());
    sheet("2026-11-27").body("items", hasSize(1));
  }

  @Test
  void nobody_is_to_call_on_a_day_on_which_the_house_is_closed() {
    timetable.change(
        "insert into closure (site_id, from_time, to_time) values ("
            + moyaux.id()
            + ", timestamp '2026-11-30 00:00:00', timestamp '2026-12-01 00:00:00'), ("
            + moyaux.id()
            + ", timestamp '2026-11-27 14:00:00', timestamp '2026-11-27 18:00:00')");
    booked(slots.get(0), jeanne("phone", LANDLINE));

    sheet("2026-11-26").body("items", empty());
    sheet("2026-11-27").body("items", hasSize(1));
  }

  @Test
  void each_call_says_what_concerns_its_own_person() {
    booked(slots.get(0), jeanne("phone", LANDLINE));
    JsonPath bounced =
        booked(
            slots.get(1),
            Map.of(
                "firstName", "Paul",
                "lastName", "Ozanne",
                "email", "paul@example.org",
                "phone", "02 31 00 00 01"));
    mails();
    timetable.change(
        "update outbox set channel = 'call', recipient = recipient || '/call' where kind ="
            + " 'reminder' and channel = 'email'");
    timetable.change(
        "update outbox set kind = 'reminder', state = 'bounced', reason = 'mailbox-unknown' where"
            + " kind = 'confirmation'");
    clock.set(TUESDAY.minus(Duration.ofHours(23)));

    sheet("2026-11-30")
        .body("items.firstName", contains("Jeanne", "Paul"))
        .body("items.why", contains("landline", "bounced"))
        .body("items[1].reference", equalTo(bounced.getString("reference")));
  }

  @Test
  void what_was_written_of_a_call_is_erased_after_a_month_and_its_result_stays() {
    booked(slots.get(0), jeanne("phone", LANDLINE));
    note(onTheSheet(), "result", "reached", "note", "Son fils l’accompagne.").statusCode(200);
    Job eraser =
        jobs.stream()
            .filter(job -> job.name().equals("message-erase-call-notes"))
            .findFirst()
            .orElseThrow();

    clock.advance(Duration.ofDays(29));
    eraser.run();
    assertThat(timetable.number("select count(note) from call_result")).isEqualTo(1);

    clock.advance(Duration.ofDays(2));
    eraser.run();
    assertThat(timetable.number("select count(note) from call_result")).isZero();
    assertThat(timetable.text("select result from call_result")).isEqualTo("reached");
  }

  @Test
  void who_has_booked_for_tomorrow_just_now_is_not_called_today() {
    clock.set(TUESDAY.minus(Duration.ofHours(20)));
    booked(slots.get(0), jeanne("phone", LANDLINE));

    sheet("2026-11-30").body("items", empty());
  }

  @Test
  void reached_is_settled_and_can_be_taken_back() {
    booked(slots.get(0), jeanne("phone", LANDLINE));
    String call = onTheSheet();

    note(call, "result", "reached", "note", "Elle vient.")
        .statusCode(200)
        .body("state", equalTo("reached"))
        .body("lastResult.result", equalTo("reached"))
        .body("lastResult.by", equalTo("claire"))
        .body("lastResult.note", equalTo("Elle vient."));
    sheet("2026-11-30").body("items[0].state", equalTo("reached"));

    note(call, "result", "noAnswer")
        .statusCode(200)
        .body("state", equalTo("waiting"))
        .body("attempts", equalTo(1));
    assertThat(timetable.number("select count(*) from call_result")).isEqualTo(2);
  }

  @Test
  void no_answer_leaves_the_call_open_and_counts() {
    booked(slots.get(0), jeanne("phone", LANDLINE));
    String call = onTheSheet();

    note(call, "result", "noAnswer").statusCode(200);
    note(call, "result", "noAnswer").statusCode(200).body("attempts", equalTo(2));

    sheet("2026-11-30").body("items[0].state", equalTo("waiting"));
  }

  @Test
  void who_is_on_the_telephone_undoes_nothing_that_somebody_did_meanwhile() {
    booked(slots.get(0), jeanne("phone", LANDLINE));
    String call = onTheSheet();
    timetable.change("update booking set sequence = sequence + 1");
    for (String result : List.of("moved", "cancelled")) {
      note(call, "result", result, result.equals("moved") ? "slotId" : "note", slots.get(1))
          .statusCode(412)
          .body("type", containsString("stale"));
    }
    assertThat(timetable.text("select state from booking")).isEqualTo("booked");
  }

  @Test
  void a_person_who_cannot_come_is_cancelled_on_the_telephone_and_called_no_more() {
    JsonPath booking = booked(slots.get(0), jeanne("phone", LANDLINE));
    String call = onTheSheet();

    note(call, "result", "cancelled")
        .statusCode(200)
        .body("state", equalTo("cancelled"))
        .body("status", equalTo("cancelled"));

    assertThat(timetable.text("select state from booking")).isEqualTo("cancelled");
    assertThat(timetable.number("select count(*) from seat")).isZero();
    assertThat(timetable.number("select count(*) from outbox where state = 'waiting'"))
        .as("they know")
        .isZero();
    note(call, "result", "reached").statusCode(409).body("type", containsString("call-settled"));
    assertThat(booking.getString("reference")).isNotEmpty();
  }

  @Test
  void a_person_who_wants_another_time_is_moved_on_the_telephone() {
    booked(slots.get(0), jeanne("phone", LANDLINE));
    String call = onTheSheet();

    note(call, "result", "moved", "slotId", slots.get(5))
        .statusCode(200)
        .body("state", equalTo("moved"))
        .body("start", equalTo("2026-12-01T11:30:00+01:00"));

    sheet("2026-11-30").body("items", hasSize(1)).body("items[0].state", equalTo("moved"));
  }

  @Test
  void a_slot_that_is_gone_changes_nothing_and_offers_others() {
    booked(slots.get(0), jeanne("phone", LANDLINE));
    booked(slots.get(1), jeanne("email", "other@example.org"));
    String call = onTheSheet();

    note(call, "result", "moved", "slotId", slots.get(1))
        .statusCode(409)
        .body("type", containsString("slot-taken"))
        .body("alternatives", notNullValue());

    sheet("2026-11-30").body("items[0].state", equalTo("waiting"));
    assertThat(timetable.number("select count(*) from call_result")).isZero();
  }

  @Test
  void what_the_house_changed_without_telling_is_called_first() {
    booked(slots.get(0), jeanne("phone", LANDLINE));
    JsonPath other =
        booked(
            slots.get(3),
            Map.of("firstName", "Paul", "lastName", "Ozanne", "phone", "02 31 00 00 01"));
    clock.set(TUESDAY.minus(Duration.ofHours(23)));
    api()
        .contentType(ContentType.JSON)
        .body(Map.of("told", false))
        .post("/bookings/" + other.getString("reference") + "/cancellation")
        .then()
        .statusCode(200);

    sheet("2026-11-30")
        .body("items.firstName", contains("Paul", "Jeanne"))
        .body("items[0].kind", equalTo("cancelled"))
        .body("items[0].tell", containsString("est annulé"));
  }

  @Test
  void what_the_house_changed_on_the_telephone_needs_no_call() {
    JsonPath booking = booked(slots.get(0), jeanne("phone", LANDLINE));
    api()
        .contentType(ContentType.JSON)
        .body(Map.of("told", true))
        .post("/bookings/" + booking.getString("reference") + "/cancellation")
        .then()
        .statusCode(200);

    sheet("2026-11-30").body("items", empty());
  }

  @Test
  void two_clerks_at_one_call_cancel_the_booking_once() {
    booked(slots.get(0), jeanne("phone", LANDLINE));
    String call = onTheSheet();

    List<Integer> answers =
        Together.run(
            IntStream.range(0, 4)
                .<Callable<Integer>>mapToObj(
                    i -> () -> note(call, "result", "cancelled").extract().statusCode())
                .toList());

    assertThat(answers).containsOnlyOnce(200);
    assertThat(answers.stream().filter(status -> status == 409)).hasSize(3);
    assertThat(timetable.number("select count(*) from call_result")).isEqualTo(1);
  }

  @Test
  void a_slot_without_a_move_and_a_move_without_a_slot_are_refused() {
    booked(slots.get(0), jeanne("phone", LANDLINE));
    String call = onTheSheet();

    note(call, "result", "moved").statusCode(400).body("errors.field", contains("slotId"));
    note(call, "result", "reached", "slotId", slots.get(1))
        .statusCode(400)
        .body("errors.field", contains("slotId"));
    note(call).statusCode(400).body("errors.field", contains("result"));
    sheet("tomorrow").statusCode(400).body("errors.field", contains("date"));
  }

  @Test
  void at_night_who_is_on_the_telephone_has_the_confirmation_at_once_and_a_call_is_on_the_sheet() {
    clock.set(TUESDAY.minus(Duration.ofHours(60)));
    JsonPath booking = booked(slots.get(0), jeanne("email", "jeanne@example.org"));
    assertThat(mail().to()).isEqualTo("jeanne@example.org");
    JsonPath other = booked(slots.get(3), jeanne("phone", LANDLINE));
    api()
        .contentType(ContentType.JSON)
        .body(Map.of("told", false))
        .post("/bookings/" + other.getString("reference") + "/cancellation")
        .then()
        .statusCode(200);

    sheet("2026-11-28").body("items", hasSize(1)).body("items[0].kind", equalTo("cancelled"));
    assertThat(booking.getString("reference")).isNotEmpty();
  }

  /** On the telephone, without leaving anything; then the house moves it and cannot tell her. */
  private JsonPath movedWithoutATrace() {
    JsonPath booking = booked(slots.get(0), jeanne());
    clock.set(TUESDAY.minus(Duration.ofHours(23)));
    api()
        .contentType(ContentType.JSON)
        .body(Map.of("slotId", slots.get(5), "told", false))
        .post("/bookings/" + booking.getString("reference") + "/reschedule")
        .then()
        .statusCode(200);
    return booking;
  }

  private ValidatableResponse agenda() {
    return api().get("/sites/" + moyaux.id() + "/agenda?date=2026-12-01").then().statusCode(200);
  }

  @Test
  void who_left_nothing_and_is_moved_is_on_the_sheet_and_it_says_so() {
    movedWithoutATrace();

    sheet("2026-11-30")
        .body("items", hasSize(1))
        .body("items[0].kind", equalTo("moved"))
        .body("items[0].why", equalTo("noContact"))
        .body("items[0].previousStart", equalTo("2026-12-01T09:00:00+01:00"));
  }

  @Test
  void who_cannot_be_called_is_told_otherwise_and_the_line_is_closed() {
    movedWithoutATrace();
    String call = sheet("2026-11-30").extract().path("items[0].id");
    agenda().body("untold.firstName", contains("Jeanne"));

    note(call, "result", "toldOtherwise", "note", "Sa voisine lui a dit.")
        .statusCode(200)
        .body("state", equalTo("reached"))
        .body("lastResult.result", equalTo("toldOtherwise"));

    sheet("2026-11-30").body("items[0].state", equalTo("reached"));
    agenda().body("untold", empty());
  }

  @Test
  void whom_nobody_can_tell_is_told_when_they_come() {
    JsonPath booking = movedWithoutATrace();
    String call = sheet("2026-11-30").extract().path("items[0].id");

    note(call, "result", "unreachable")
        .statusCode(200)
        .body("state", equalTo("expired"))
        .body("lastResult.result", equalTo("unreachable"));

    sheet("2026-11-30").body("items", hasSize(1)).body("items[0].state", equalTo("expired"));
    agenda()
        .body("untold", hasSize(1))
        .body("untold[0].reference", equalTo(booking.getString("reference")))
        .body("untold[0].status", equalTo("booked"))
        .body("untold[0].expectedAt", equalTo("2026-12-01T09:00:00+01:00"))
        .body("untold[0].start", equalTo("2026-12-01T11:30:00+01:00"));
    note(call, "result", "noAnswer").statusCode(200).body("state", equalTo("waiting"));
    note(call, "result", "reached").statusCode(200).body("state", equalTo("reached"));
    agenda().body("untold", empty());
  }

  @Test
  void whose_appointment_is_cancelled_untold_hears_it_from_the_clerk_at_the_counter() {
    JsonPath booking = booked(slots.get(0), jeanne());
    clock.set(TUESDAY.minus(Duration.ofHours(23)));
    api()
        .contentType(ContentType.JSON)
        .body(Map.of("told", false))
        .post("/bookings/" + booking.getString("reference") + "/cancellation")
        .then()
        .statusCode(200);
    String call =
        sheet("2026-11-30")
            .body("items[0].why", equalTo("noContact"))
            .extract()
            .path("items[0].id");
    note(call, "result", "unreachable").statusCode(200);
    clock.set(TUESDAY);

    agenda()
        .body("untold[0].status", equalTo("cancelled"))
        .body("untold[0].expectedAt", equalTo("2026-12-01T09:00:00+01:00"));
    api()
        .contentType(ContentType.JSON)
        .body(Map.of("reference", booking.getString("reference")))
        .post("/sites/" + moyaux.id() + "/arrivals")
        .then()
        .statusCode(409)
        .body("type", containsString("already-cancelled"))
        .body("detail", containsString("n’a pas pu prévenir la personne"));
  }

  @Test
  void a_call_that_nobody_made_in_time_leaves_the_sheet_and_not_the_agenda() {
    movedWithoutATrace();
    clock.set(TUESDAY.plus(Duration.ofHours(4)));
    jobs.stream()
        .filter(job -> job.name().equals("message-overdue-calls"))
        .findFirst()
        .orElseThrow()
        .run();

    sheet("2026-12-01").body("items", empty());
    agenda().body("untold", hasSize(1));
  }

  @Test
  void why_somebody_is_to_be_called_never_invents_a_number() {
    JsonPath silent = booked(slots.get(0), jeanne("phone", "06 12 34 56 78", "contactBy", "none"));
    JsonPath mailOnly = booked(slots.get(1), jeanne("email", "jeanne@example.org"));
    mails();
    timetable.change(
        "update outbox set state = 'bounced', reason = 'mailbox-unknown' where kind ="
            + " 'confirmation'");
    clock.set(TUESDAY.minus(Duration.ofHours(23)));
    for (JsonPath booking : List.of(silent, mailOnly)) {
      api()
          .contentType(ContentType.JSON)
          .body(Map.of("told", false))
          .post("/bookings/" + booking.getString("reference") + "/cancellation")
          .then()
          .statusCode(200);
    }

    sheet("2026-11-30")
        .body("items.why", contains("silent", "bounced"))
        .body("items.email", contains(null, "jeanne@example.org"));
  }
}
