package fr.porteouverte.cancellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.access.Role;
import fr.porteouverte.support.EventStream;
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

/** Tuesday's session of CAF at Moyaux falls; there is another one on Thursday. */
@TestSecurity(user = "sophie", roles = Role.PARTNER)
@QuarkusTest
public class SessionCancellationTest extends TuesdayAndThursday {
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final String WHY = "L’agent est empêché.";

  private ValidatableResponse cancel() {
    return api()
        .contentType(ContentType.JSON)
        .body(Map.of("reason", WHY))
        .post("/sessions/" + session + "/cancellation")
        .then();
  }

  private Response take(Response made, String slot) {
    return api()
        .contentType(ContentType.JSON)
        .header("Booking-Secret", made.<String>path("secret"))
        .body(Map.of("slotId", slot))
        .post("/bookings/" + made.path("reference") + "/reschedule");
  }

  @Test
  void from_that_second_on_nobody_can_book_in_it() {
    book(tuesday.get(0), rsa).then().statusCode(201);
    for (int time = 0; time < 2; time++) {
      cancel().statusCode(200).body("bookings", equalTo(1)).body("toCall", equalTo(1));
    }
    assertThat(timetable.number("select count(*) from outbox where kind = 'cancelledByHouse'"))
        .isEqualTo(1);
    assertThat(slotsOn("2026-11-24")).isEmpty();
    book(tuesday.get(0), rsa).then().statusCode(409).body("type", equalTo("/problems/slot-closed"));
    book(tuesday.get(3), rsa).then().statusCode(409).body("type", equalTo("/problems/slot-closed"));
    assertThat(seats()).isZero();
  }

  @Test
  void who_holds_a_slot_of_it_while_typing_is_offered_others() {
    String hold = hold(tuesday.get(1), rsa).then().statusCode(201).extract().path("id");
    cancel().statusCode(200).body("bookings", equalTo(0));
    Map<String, Object> held = new HashMap<>(booking(tuesday.get(1), rsa));
    held.put("holdId", hold);
    api()
        .contentType(ContentType.JSON)
        .body(held)
        .post("/bookings")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/slot-closed"))
        .body("alternatives", not(empty()))
        .body("alternatives[0].start", equalTo("2026-11-26T09:00:00+01:00"));
    assertThat(bookings()).isZero();
  }

  @Test
  void who_was_booked_sees_why_and_takes_a_proposed_slot_with_the_same_reference() {
    Response made = book(tuesday.get(0), rsa);
    cancel();
    List<String> proposals =
        seen(made)
            .body("status", equalTo("cancelled"))
            .body("cancelledByHouse.reason", equalTo(WHY))
            .body("cancelledByHouse.proposals[0].start", equalTo("2026-11-26T09:00:00+01:00"))
            .extract()
            .path("cancelledByHouse.proposals.id");
    take(made, proposals.get(0))
        .then()
        .statusCode(200)
        .body("reference", equalTo(made.path("reference")))
        .body("status", equalTo("booked"))
        .body("start", equalTo("2026-11-26T09:00:00+01:00"))
        .body("sequence", equalTo(2));
    seen(made).body("cancelledByHouse", nullValue());
    take(made, proposals.get(0)).then().statusCode(200).body("sequence", equalTo(2));
    assertThat(seats()).isEqualTo(1);
  }

  @Test
  void a_proposal_that_is_gone_meanwhile_is_refused_with_others_and_nothing_is_lost() {
    Response made = book(tuesday.get(0), rsa);
    cancel();
    String wanted = seen(made).extract().path("cancelledByHouse.proposals[0].id");
    book(wanted, rsa).then().statusCode(201);
    take(made, wanted)
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/slot-taken"))
        .body("alternatives", not(empty()));
    seen(made).body("cancelledByHouse.proposals[0].id", not(equalTo(wanted)));
  }

  @Test
  void who_cancels_themself_cannot_take_it_up_again() {
    Response made = book(tuesday.get(0), rsa);
    api()
        .header("Booking-Secret", made.<String>path("secret"))
        .post("/bookings/" + made.path("reference") + "/cancellation")
        .then()
        .statusCode(200);
    cancel().body("bookings", equalTo(0));
    seen(made).body("cancelledByHouse", nullValue());
    take(made, slotsOn("2026-11-26").get(0))
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/already-cancelled"));
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void who_is_in_the_house_already_does_not_fall() {
    Response there = book(tuesday.get(0), rsa);
    Response comes = book(tuesday.get(1), rsa);
    clock.set(TUESDAY.minus(Duration.ofMinutes(5)));
    api()
        .contentType(ContentType.JSON)
        .post("/bookings/" + there.path("reference") + "/arrival")
        .then()
        .statusCode(201);
    cancel().statusCode(200).body("bookings", equalTo(1));
    seen(there).body("status", equalTo("arrived"));
    seen(comes).body("status", equalTo("cancelled"));
  }

  @Test
  void one_is_told_before_whom_it_concerns_and_nothing_happens() {
    book(tuesday.get(0), rsa);
    api()
        .get("/sessions/" + session + "/cancellation-preview")
        .then()
        .statusCode(200)
        .body("bookings", equalTo(1))
        .body("told", equalTo(0))
        .body("toCall", equalTo(1));
    assertThat(bookings()).isEqualTo(1);
  }

  @Test
  void once_cancelled_it_can_only_take_place_after_all() {
    cancel().statusCode(200);
    cancel().statusCode(200);
    api()
        .contentType(ContentType.JSON)
        .header("If-Match", api().get("/sessions/" + session).header("ETag"))
        .body(Map.of("minutes", 10))
        .post("/sessions/" + session + "/delay")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/session-action-not-allowed"))
        .body("allowed", contains("reinstate"));
    api().post("/sessions/" + session + "/reinstatement").then().statusCode(204);
    assertThat(slotsOn("2026-11-24")).hasSize(6);
    book(slotsOn("2026-11-24").get(0), rsa).then().statusCode(201);
    api().post("/sessions/" + session + "/reinstatement").then().statusCode(409);
  }

  @Test
  void the_house_page_and_the_wall_say_it() {
    clock.set(TUESDAY.minus(Duration.ofHours(1)));
    cancel().statusCode(200);
    api()
        .get("/sites/" + moyaux.id() + "/sessions")
        .then()
        .statusCode(200)
        .body("items.find { it.id == '" + session + "' }.state", equalTo("cancelled"))
        .body("items.find { it.id == '" + session + "' }.reason", equalTo(WHY));
    api()
        .get("/sites/" + moyaux.id() + "/board")
        .then()
        .statusCode(200)
        .body("notices", hasSize(1))
        .body("notices[0].cancelled", equalTo(true))
        .body("notices[0].reason", equalTo(WHY))
        .body("notices[0].partner.id", equalTo("" + caf.id()))
        .body("seq", equalTo(1));
  }

  private ValidatableResponse board() {
    return api().get("/sites/" + moyaux.id() + "/board").then().statusCode(200);
  }

  private ValidatableResponse hold(String attendance) {
    return api()
        .contentType(ContentType.JSON)
        .body(Map.of("partnerAttendance", attendance))
        .post("/sessions/" + session + "/held")
        .then();
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void nobody_books_with_a_partner_who_did_not_come_and_the_session_can_still_be_cancelled() {
    Response comes = book(tuesday.get(4), rsa);
    clock.set(TUESDAY.plus(TEN_MINUTES));
    hold("absent").statusCode(200).body("actions", hasItems("markHeld", "cancel"));
    assertThat(slotsOn("2026-11-24")).isEmpty();
    book(tuesday.get(2), rsa).then().statusCode(409);
    seen(comes).body("status", equalTo("booked"));
    board().body("notices", hasSize(1)).body("notices[0].cancelled", equalTo(true));
    cancel().statusCode(200).body("bookings", equalTo(1)).body("toCall", equalTo(1));
    seen(comes).body("status", equalTo("cancelled")).body("cancelledByHouse.reason", equalTo(WHY));
    assertThat(timetable.number("select count(*) from outbox where kind = 'cancelledByHouse'"))
        .isEqualTo(1);
    board().body("notices[0].reason", equalTo(WHY)).body("seq", equalTo(2));
    api()
        .get("/sites/" + moyaux.id() + "/sessions")
        .then()
        .body("items.find { it.id == '" + session + "' }.state", equalTo("cancelled"));
    api().post("/sessions/" + session + "/reinstatement").then().statusCode(204);
    assertThat(slotsOn("2026-11-24")).hasSize(5);
    hold("present").statusCode(200).body("partnerAttendance", equalTo("present"));
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void who_comes_after_all_is_booked_again_and_cannot_be_cancelled_any_more() {
    clock.set(TUESDAY.plus(TEN_MINUTES));
    hold("absent").statusCode(200);
    hold("present").statusCode(200).body("actions", contains("stop", "markHeld"));
    assertThat(slotsOn("2026-11-24")).hasSize(5);
    book(slotsOn("2026-11-24").get(0), rsa).then().statusCode(201);
    board().body("notices", empty());
    cancel().statusCode(409).body("type", equalTo("/problems/session-action-not-allowed"));
    assertThat(bookings()).isEqualTo(1);
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void a_session_that_is_over_is_not_cancelled_even_if_nobody_came() {
    clock.set(TUESDAY.plus(Duration.ofHours(3)));
    hold("absent").statusCode(200).body("actions", contains("markHeld"));
    cancel().statusCode(409);
  }

  @Test
  void a_place_that_was_proposed_can_be_taken_when_its_notice_has_run_out() {
    timetable.change("update permanence set notice_minutes = 1440");
    Response made = book(tuesday.get(0), rsa);
    cancel().statusCode(200);
    String proposed = seen(made).extract().path("cancelledByHouse.proposals[0].id");
    clock.set(TUESDAY.plus(Duration.ofHours(30)));
    book(proposed, rsa).then().statusCode(409).body("type", equalTo("/problems/slot-closed"));
    take(made, proposed).then().statusCode(200).body("status", equalTo("booked"));
  }

  @Test
  void a_reason_is_needed() {
    api()
        .contentType(ContentType.JSON)
        .body(Map.of("reason", " "))
        .post("/sessions/" + session + "/cancellation")
        .then()
        .statusCode(400)
        .body("errors.field", contains("reason"));
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
    book(tuesday.get(0), rsa);
    cancel().statusCode(404);
    api().get("/sessions/" + session + "/cancellation-preview").then().statusCode(404);
    api().post("/sessions/" + session + "/reinstatement").then().statusCode(404);
    assertThat(bookings()).isEqualTo(1);
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_house_that_closes_this_afternoon_says_so_on_the_wall_at_once() {
    clock.set(TUESDAY.minus(Duration.ofHours(1)));
    Response early = book(tuesday.get(0), rsa);
    Response late = book(tuesday.get(4), rsa);
    try (EventStream screen = EventStream.open("/sites/" + moyaux.id() + "/board/stream", null)) {
      assertThat(screen.next().json().getList("notices")).isEmpty();
      String closure =
          close("2026-11-24T10:30:00", "2026-11-24T18:00:00").statusCode(201).extract().path("id");
      assertThat(screen.next().json().getString("kind")).isEqualTo("sessionChanged");
      board()
          .body("notices", hasSize(1))
          .body("notices[0].closed", equalTo(true))
          .body("notices[0].cancelled", equalTo(true))
          .body("notices[0].start", equalTo("2026-11-24T10:30:00+01:00"))
          .body("notices[0].end", equalTo("2026-11-24T18:00:00+01:00"))
          .body("notices[0].reason", equalTo("Panne de chauffage"))
          .body("notices[0].partner", nullValue());
      seen(early).body("status", equalTo("booked"));
      seen(late).body("status", equalTo("cancelled"));
      api().delete("/sites/" + moyaux.id() + "/closures/" + closure).then().statusCode(204);
      assertThat(screen.next().json().getString("kind")).isEqualTo("sessionChanged");
      board().body("notices", empty());
    }
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_session_that_a_closure_takes_away_counts_as_cancelled_and_is_said_on_the_page() {
    book(tuesday.get(0), rsa);
    close("2026-11-24T00:00:00", "2026-11-27T00:00:00").statusCode(201);
    clock.set(TUESDAY.minus(Duration.ofHours(1)));
    board()
        .body("notices", hasSize(1))
        .body("notices[0].start", equalTo("2026-11-24T00:00:00+01:00"))
        .body("notices[0].end", equalTo("2026-11-25T00:00:00+01:00"));
    // Of Thursday's nobody was told anything: it is as if it had never been.
    api()
        .get("/sites/" + moyaux.id() + "/sessions?from=2026-11-24&to=2026-11-28")
        .then()
        .body("items.state", contains("cancelled"));
    api()
        .get("/sites/" + moyaux.id() + "/session-report?from=2026-11-24&to=2026-11-28")
        .then()
        .body("sessions.total", equalTo(1))
        .body("sessions.cancelled", equalTo(1));
  }

  private ValidatableResponse close(String from, String to) {
    return api()
        .contentType(ContentType.JSON)
        .body(Map.of("from", from, "to", to, "reason", "Panne de chauffage"))
        .post("/sites/" + moyaux.id() + "/closures")
        .then();
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_house_that_closes_for_half_a_day_lets_only_that_half_fall() {
    Response early = book(tuesday.get(0), rsa);
    Response late = book(tuesday.get(4), rsa);
    Map<String, Object> closure =
        Map.of(
            "from",
            "2026-11-24T10:30:00",
            "to",
            "2026-11-24T18:00:00",
            "reason",
            "Panne de chauffage");
    api()
        .contentType(ContentType.JSON)
        .body(closure)
        .post("/sites/" + moyaux.id() + "/closures/preview")
        .then()
        .statusCode(200)
        .body("bookings", equalTo(1));
    api()
        .contentType(ContentType.JSON)
        .body(closure)
        .post("/sites/" + moyaux.id() + "/closures")
        .then()
        .statusCode(201)
        .body("id", notNullValue());
    seen(early).body("status", equalTo("booked"));
    seen(late)
        .body("status", equalTo("cancelled"))
        .body("cancelledByHouse.reason", equalTo("Panne de chauffage"));
    assertThat(slotsOn("2026-11-24")).containsExactly(tuesday.get(1), tuesday.get(2));
    assertThat(timetable.number("select count(*) from outbox where kind = 'cancelledByHouse'"))
        .isEqualTo(1);
    assertThat(seats()).isEqualTo(1);
  }
}
