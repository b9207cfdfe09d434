package fr.porteouverte.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.support.Timetable;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A hold serves once, on whichever road. */
@QuarkusTest
class HoldUseTest extends BookingSuite {
  @Inject Sweeper sweeper;

  @Test
  void a_hold_serves_one_booking_whatever_the_key() {
    List<String> wide = slotsForFive();
    String hold = hold(wide.get(0), rsa).then().extract().path("id");
    UUID key = UUID.randomUUID();
    String made =
        bookHeld(hold, wide.get(0), key).then().statusCode(201).extract().path("reference");
    bookHeld(hold, wide.get(0), key).then().statusCode(201).body("reference", equalTo(made));
    for (String slot : List.of(wide.get(0), wide.get(1))) {
      bookHeld(hold, slot, UUID.randomUUID())
          .then()
          .statusCode(409)
          .body("type", equalTo("/problems/hold-used"))
          .body("detail", startsWith("Un rendez-vous a déjà été pris avec ce créneau retenu."));
    }
    bookHeld(hold, wide.get(0), null).then().statusCode(409);
    api()
        .post("/holds/" + hold + "/extension")
        .then()
        .statusCode(409)
        .body("type", endsWith("/hold-used"));
    api().delete("/holds/" + hold).then().statusCode(204);
    bookHeld(hold, wide.get(0), UUID.randomUUID()).then().statusCode(409);
    assertThat(bookings()).isEqualTo(1);
    assertThat(seats()).isEqualTo(1);
  }

  @Test
  void an_expired_hold_serves_one_booking_too() {
    List<String> wide = slotsForFive();
    String hold = hold(wide.get(0), rsa).then().extract().path("id");
    clock.advance(Duration.ofMinutes(11));
    bookHeld(hold, wide.get(0), UUID.randomUUID()).then().statusCode(201);
    bookHeld(hold, wide.get(0), UUID.randomUUID())
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/hold-used"));
    sweeper.run();
    bookHeld(hold, wide.get(0), UUID.randomUUID()).then().statusCode(409);
    assertThat(bookings()).isEqualTo(1);
  }

  @Test
  void a_hold_that_moved_a_booking_makes_no_other_and_moves_no_other() {
    List<String> wide = slotsForFive();
    Response mine = book(slots.get(0), rsa);
    Response other = book(slots.get(1), rsa);
    String hold = hold(wide.get(0), rsa).then().extract().path("id");
    move(mine, wide.get(0), hold).then().statusCode(200);
    // A lost answer is asked for again.
    move(mine, wide.get(0), hold).then().statusCode(200);
    move(other, wide.get(0), hold).then().statusCode(409).body("type", endsWith("/hold-used"));
    bookHeld(hold, wide.get(0), UUID.randomUUID()).then().statusCode(409);
    assertThat(timetable.number("select count(*) from booking where slot_id = " + wide.get(0)))
        .isEqualTo(1);
  }

  @Test
  void a_refused_booking_leaves_its_hold_to_the_next_try() {
    String hold = hold(slots.get(0), rsa).then().extract().path("id");
    api()
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "slotId",
                slots.get(0),
                "procedureId",
                "" + rsa.id(),
                "holdId",
                hold,
                "visitor",
                Map.of("firstName", "Jeanne", "lastName", "L", "phone", "12")))
        .post("/bookings")
        .then()
        .statusCode(400);
    bookHeld(hold, slots.get(0), UUID.randomUUID()).then().statusCode(201);
  }

  private void lasts(Procedure procedure, int minutes) {
    timetable.change(
        "update procedure set duration_minutes = " + minutes + " where id = " + procedure.id());
  }

  /** A house may adapt it while somebody types. */
  @Test
  void a_duration_that_grew_under_a_hold_takes_all_the_slots_it_needs() {
    String hold = hold(slots.get(0), rsa).then().extract().path("id");
    lasts(rsa, 60);
    bookInto(hold, slots.get(0), rsa)
        .then()
        .statusCode(201)
        .body("end", equalTo("2026-11-24T10:00:00+01:00"));
    assertThat(seats()).isEqualTo(2);
    assertThat(timetable.number("select count(*) from seat where booking_id is not null"))
        .isEqualTo(2);
    assertThat(timetable.number("select count(*) from hold")).isZero();
    book(slots.get(1), rsa).then().statusCode(409);
  }

  @Test
  void a_duration_that_grew_into_somebody_elses_place_is_refused_and_the_hold_stays() {
    String hold = hold(slots.get(0), rsa).then().extract().path("id");
    book(slots.get(1), rsa).then().statusCode(201);
    lasts(rsa, 60);
    bookInto(hold, slots.get(0), rsa).then().statusCode(409).body("type", endsWith("/slot-taken"));
    assertThat(seats()).isEqualTo(2);
    assertThat(bookings()).isEqualTo(1);
    lasts(rsa, 30);
    bookInto(hold, slots.get(0), rsa).then().statusCode(201);
    assertThat(seats()).isEqualTo(2);
  }

  @Test
  void a_duration_that_shrank_under_a_hold_gives_back_what_it_does_not_need() {
    String hold = hold(slots.get(0), longOne).then().extract().path("id");
    assertThat(seats()).isEqualTo(2);
    lasts(longOne, 30);
    bookInto(hold, slots.get(0), longOne)
        .then()
        .statusCode(201)
        .body("end", equalTo("2026-11-24T09:30:00+01:00"));
    assertThat(seats()).isEqualTo(1);
    book(slots.get(1), rsa).then().statusCode(201);
  }

  @Test
  void a_booking_moves_into_a_hold_of_another_length_as_into_free_places() {
    Response mine = book(slots.get(3), rsa);
    String hold = hold(slots.get(0), rsa).then().extract().path("id");
    lasts(rsa, 60);
    move(mine, slots.get(0), hold).then().statusCode(200);
    assertThat(seats()).isEqualTo(2);
    String back = hold(slots.get(2), rsa).then().extract().path("id");
    lasts(rsa, 30);
    move(mine, slots.get(2), back).then().statusCode(200);
    assertThat(seats()).isEqualTo(1);
    assertThat(timetable.number("select count(*) from hold")).isZero();
  }

  private Response bookInto(String hold, String slot, Procedure procedure) {
    var body = new HashMap<String, Object>(booking(slot, procedure));
    body.put("holdId", hold);
    return api().contentType(ContentType.JSON).body(body).post("/bookings");
  }

  private List<String> slotsForFive() {
    return timetable.add(
        Timetable.Session.of(moyaux, caf, TUESDAY.plus(Duration.ofDays(1)), 3, rsa).capacity(5));
  }

  private Response bookHeld(String hold, String slot, @Nullable UUID key) {
    var body = new HashMap<String, Object>(booking(slot, rsa));
    body.put("holdId", hold);
    var request = api().contentType(ContentType.JSON).body(body);
    return (key == null ? request : request.header("Idempotency-Key", key)).post("/bookings");
  }

  private Response move(Response made, String slot, String hold) {
    return api()
        .header("Booking-Secret", made.<String>path("secret"))
        .contentType(ContentType.JSON)
        .body(Map.of("slotId", slot, "holdId", hold))
        .post("/bookings/" + made.path("reference") + "/reschedule");
  }
}
