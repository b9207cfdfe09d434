package fr.porteouverte.cancellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.booking.BookingSuite;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.slot.Materialiser;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tuesday's session is cancelled while its slots are still on screens; there is another one on
 * Thursday.
 */
@QuarkusTest
class GoneSlotTest extends BookingSuite {
  private static final String THURSDAY_NINE = "2026-11-26T09:00:00+01:00";

  @Inject Materialiser materialiser;

  private List<String> tuesday;
  private Permanence permanence;

  @BeforeEach
  void tuesdayAndThursday() {
    for (String table : List.of("slot", "session", "permanence_procedure", "permanence")) {
      timetable.change("delete from " + table);
    }
    permanence =
        fixtures
            .permanence(moyaux, caf, rsa)
            .days(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 26))
            .rrule("FREQ=DAILY;INTERVAL=2")
            .materialised();
    tuesday = slots("2026-11-24", "2026-11-25");
    fixtures.partnerAgent("sophie", caf);
    fixtures.agent("claire", AgentRole.clerk, moyaux);
  }

  private List<String> slots(String from, String to) {
    return api()
        .get("/slots?site={s}&procedure={p}&from={f}&to={t}", moyaux.id(), rsa.id(), from, to)
        .path("items.id");
  }

  private void cancelTuesday() {
    String session =
        timetable.text(
            "select cast(id as varchar) from session where local_date = date '2026-11-24'");
    api()
        .contentType(ContentType.JSON)
        .body(Map.of("reason", "L’agent est empêché."))
        .post("/sessions/{id}/cancellation", session)
        .then()
        .statusCode(200);
  }

  private static void isClosed(Response answer) {
    answer
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/slot-closed"))
        .body("alternatives.start", hasItem(THURSDAY_NINE));
  }

  private Response post(Map<String, ?> body, String path, Object... parameters) {
    return api().contentType(ContentType.JSON).body(body).post(path, parameters);
  }

  @Test
  @TestSecurity(user = "sophie", roles = Role.PARTNER)
  void who_still_sees_it_is_told_that_it_is_closed_and_offered_others() {
    Response booked = book(slots("2026-11-26", "2026-11-27").get(1), rsa);
    cancelTuesday();
    String gone = tuesday.get(1);
    isClosed(hold(gone, rsa));
    isClosed(book(gone, rsa));
    isClosed(
        api()
            .contentType(ContentType.JSON)
            .header("Booking-Secret", booked.<String>path("secret"))
            .body(Map.of("slotId", gone))
            .post("/bookings/{r}/reschedule", booked.<String>path("reference")));
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void staff_hear_the_same_in_whatever_they_do_with_it() {
    Response booked = book(slots("2026-11-26", "2026-11-27").get(1), rsa);
    String reference = booked.path("reference");
    cancelTuesday();
    Map<String, String> gone = Map.of("slotId", tuesday.get(1));
    isClosed(book(tuesday.get(1), rsa));
    isClosed(post(gone, "/bookings/{r}/reschedule", reference));
    isClosed(post(gone, "/bookings/{r}/follow-up", reference));
    Map<String, Object> referral = new HashMap<>(booking(tuesday.get(1), rsa));
    isClosed(post(referral, "/sites/{s}/arrivals", moyaux.id()));
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void a_slot_that_never_was_and_one_whose_time_is_over_are_not_found() {
    cancelTuesday();
    book("999999999", rsa).then().statusCode(404);
    clock.set(TUESDAY.plus(Duration.ofDays(2)));
    materialiser.ahead();
    book(tuesday.get(1), rsa).then().statusCode(404);
    assertThat(timetable.number("select count(*) from gone_slot")).isZero();
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void a_session_that_takes_place_after_all_has_slots_again() {
    cancelTuesday();
    api()
        .post(
            "/sessions/{id}/reinstatement",
            timetable.number("select id from session where local_date = date '2026-11-24'"))
        .then()
        .statusCode(204);
    book(slots("2026-11-24", "2026-11-25").get(1), rsa).then().statusCode(201);
  }
}
