package fr.porteouverte.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.site.Site;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tuesday's session of CAF at Moyaux falls; there is another one on Thursday. */
@TestSecurity(user = "sophie", roles = Role.PARTNER)
abstract class SessionFallSuite extends BookingSuite {
  private static final LocalDate TUESDAY_DAY = LocalDate.of(2026, 11, 24);
  private static final String WHY = "L’agent est empêché.";

  private Site sees;
  private Permanence permanence;
  private List<String> tuesday;
  private String session;

  @BeforeEach
  void tuesdayAndThursday() {
    for (String table : List.of("slot", "session", "permanence_procedure", "permanence")) {
      timetable.change("delete from " + table);
    }
    sees = fixtures.site("Sées");
    permanence =
        fixtures
            .permanence(moyaux, caf, rsa)
            .days(TUESDAY_DAY, TUESDAY_DAY.plusDays(2))
            .rrule("FREQ=DAILY;INTERVAL=2")
            .materialised();
    tuesday = slotsOn("2026-11-24");
    session =
        timetable.text(
            "select cast(id as varchar) from session where local_date = date '2026-11-24' and"
                + " permanence_id = "
                + permanence.id());
    fixtures.partnerAgent("sophie", caf);
    fixtures.partnerAgent("karim", fixtures.partner("france-travail"));
    fixtures.agent("claire", AgentRole.clerk, moyaux);
    fixtures.agent("marc", AgentRole.manager, moyaux);
    fixtures.agent("hugo", AgentRole.manager, sees);
  }

  private List<String> slotsOn(String day) {
    return api()
        .get(
            "/slots?site="
                + moyaux.id()
                + "&procedure="
                + rsa.id()
                + "&from="
                + day
                + "&to="
                + next(day))
        .then()
        .statusCode(200)
        .extract()
        .path("items.id");
  }

  private static String next(String day) {
    return LocalDate.parse(day).plusDays(1).toString();
  }

  private ValidatableResponse cancel() {
    return api()
        .contentType(ContentType.JSON)
        .body(Map.of("reason", WHY))
        .post("/sessions/" + session + "/cancellation")
        .then();
  }

  private ValidatableResponse seen(Response made) {
    return api()
        .header("Booking-Secret", made.<String>path("secret"))
        .get("/bookings/" + made.path("reference"))
        .then()
        .statusCode(200);
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
    cancel().statusCode(200).body("bookings", equalTo(1));
    assertThat(slotsOn("2026-11-24")).isEmpty();
    book(tuesday.get(0), rsa).then().statusCode(404);
    book(tuesday.get(3), rsa).then().statusCode(404);
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
            .body("fallen.reason", equalTo(WHY))
            .body("fallen.proposals[0].start", equalTo("2026-11-26T09:00:00+01:00"))
            .extract()
            .path("fallen.proposals.id");
    take(made, proposals.get(0))
        .then()
        .statusCode(200)
        .body("reference", equalTo(made.path("reference")))
        .body("status", equalTo("booked"))
        .body("start", equalTo("2026-11-26T09:00:00+01:00"))
        .body("sequence", equalTo(2));
    seen(made).body("fallen", nullValue());
    take(made, proposals.get(0)).then().statusCode(200).body("sequence", equalTo(2));
    assertThat(seats()).isEqualTo(1);
  }

  @Test
  void a_proposal_that_is_gone_meanwhile_is_refused_with_others_and_nothing_is_lost() {
    Response made = book(tuesday.get(0), rsa);
    cancel();
    String wanted = seen(made).extract().path("fallen.proposals[0].id");
    book(wanted, rsa).then().statusCode(201);
    take(made, wanted)
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/slot-taken"))
        .body("alternatives", not(empty()));
    seen(made).body("fallen.proposals[0].id", not(equalTo(wanted)));
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
    seen(made).body("fallen", nullValue());
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
        .get("/sessions/" + session + "/fall")
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
    cancel()
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
    api().get("/sessions/" + session + "/fall").then().statusCode(404);
    api().post("/sessions/" + session + "/reinstatement").then().statusCode(404);
    assertThat(bookings()).isEqualTo(1);
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
        .body("fallen.reason", equalTo("Panne de chauffage"));
    assertThat(slotsOn("2026-11-24")).containsExactly(tuesday.get(1), tuesday.get(2));
    assertThat(timetable.number("select count(*) from outbox where kind = 'fallen'")).isEqualTo(1);
    assertThat(seats()).isEqualTo(1);
  }
}
