package fr.porteouverte.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.queue.order.Serves;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A day at the counter, through the API. */
@QuarkusTest
class QueueApiTest extends QueueSuite {

  @Test
  void a_walk_in_gets_a_number_is_called_served_and_goes() {
    String id =
        walkIn()
            .then()
            .statusCode(201)
            .body("number", equalTo("A001"))
            .body("state", equalTo("waiting"))
            .body("origin", equalTo("walkIn"))
            .body("place", equalTo(1))
            .body("reason", equalTo("arrival"))
            .body("booking", nullValue())
            .body("allowed", contains("call", "leave", "transfer", "undo"))
            .extract()
            .path("id");
    next(counter)
        .then()
        .statusCode(200)
        .body("counter.ticket.id", equalTo(id))
        .body("counter.ticket.state", equalTo("called"))
        .body("counter.ticket.calls", equalTo(1));
    act(id, "start").then().statusCode(200).body("state", equalTo("serving"));
    queue()
        .then()
        .statusCode(200)
        .body("waiting", empty())
        .body("present.id", contains(id))
        .body("counters[0].ticket.number", equalTo("A001"));
    clock.advance(Duration.ofMinutes(7));
    act(id, "finish")
        .then()
        .statusCode(200)
        .body("state", equalTo("done"))
        .body("endedAt", equalTo("2026-11-23T08:07:00+01:00"))
        .body("allowed", contains("undo"));
    queue().then().body("finished.id", contains(id)).body("counters[0].ticket", nullValue());
  }

  @Test
  void nobody_waits_and_the_counter_hears_so() {
    next(counter).then().statusCode(200).body("counter.ticket", nullValue());
  }

  @Test
  void a_busy_counter_calls_nobody_unless_it_finishes_first() {
    String first = waiting();
    String second = waiting();
    next(counter);
    next(counter).then().statusCode(409).body("type", equalTo("/problems/counter-busy"));
    finishAndNext(counter).then().statusCode(409);
    act(first, "start");
    next(counter).then().statusCode(409);
    finishAndNext(counter).then().statusCode(200).body("counter.ticket.id", equalTo(second));
    queue().then().body("finished.id", contains(first));
  }

  @Test
  void an_appointment_arrives_with_its_name_and_only_once() {
    String reference = booked(slots.get(0));
    String shown = reference.substring(0, 4) + "-" + reference.substring(4).toLowerCase();
    String id =
        arrive(shown)
            .then()
            .statusCode(201)
            .body("ticket.number", equalTo("R001"))
            .body("ticket.booking.lastName", equalTo("Lefèvre"))
            .body("ticket.booking.reference", equalTo(reference))
            .body("ticket.dueAt", equalTo("2026-11-23T09:00:00+01:00"))
            .body("ticket.partner.code", equalTo("caf"))
            .extract()
            .path("ticket.id");
    arrive("https://porte-ouverte.example/rendez-vous/" + reference + "#AbCd_-")
        .then()
        .statusCode(200)
        .body("ticket.id", equalTo(id));
    api()
        .post("/bookings/{r}/arrival", reference)
        .then()
        .statusCode(200)
        .body("ticket.id", equalTo(id));
    assertThat(timetable.number("select count(*) from ticket")).isEqualTo(1);
    assertThat(timetable.number("select count(*) from booking where state = 'arrived'"))
        .isEqualTo(1);
  }

  @Test
  void an_undone_arrival_gives_the_booking_back_and_it_may_arrive_anew() {
    String reference = booked(slots.get(0));
    String id = arrive(reference).path("ticket.id");
    act(id, "undo")
        .then()
        .statusCode(200)
        .body("state", equalTo("left"))
        .body("booking", nullValue())
        .body("allowed", empty());
    assertThat(timetable.number("select count(*) from booking where state = 'booked'"))
        .isEqualTo(1);
    act(id, "undo").then().statusCode(409).body("type", equalTo("/problems/action-not-allowed"));
    arrive(reference)
        .then()
        .statusCode(201)
        .body("ticket.number", equalTo("R002"))
        .body("ticket.id", not(equalTo(id)));
  }

  @Test
  void a_booking_of_another_day_or_cancelled_does_not_arrive() {
    clock.set(NINE.minus(Duration.ofDays(1)));
    JsonPath made = book(slots.get(1)).jsonPath();
    arrive(made.get("reference"))
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/not-today"));
    api()
        .header("Booking-Secret", made.<String>get("secret"))
        .post("/bookings/{r}/cancellation", made.<String>get("reference"))
        .then()
        .statusCode(200);
    arrive(made.get("reference"))
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/already-cancelled"));
    arrive("ACDEFGHJ").then().statusCode(404);
    assertThat(timetable.number("select count(*) from ticket")).isZero();
  }

  @Test
  void who_has_arrived_can_no_longer_cancel_or_move() {
    JsonPath made = book(slots.get(3)).jsonPath();
    arrive(made.get("reference")).then().statusCode(201);
    api()
        .header("Booking-Secret", made.<String>get("secret"))
        .post("/bookings/{r}/cancellation", made.<String>get("reference"))
        .then()
        .statusCode(409);
    api()
        .header("Booking-Secret", made.<String>get("secret"))
        .contentType(ContentType.JSON)
        .body(Map.of("slotId", slots.get(2)))
        .post("/bookings/{r}/reschedule", made.<String>get("reference"))
        .then()
        .statusCode(409);
  }

  @Test
  void a_counter_serves_only_its_own_people() {
    String cafCounter = cafCounter();
    String house = waiting();
    String partner = waitingForCaf();
    queue()
        .then()
        .body("nextByCounter.'" + counter + "'", equalTo(house))
        .body("nextByCounter.'" + cafCounter + "'", equalTo(partner));
    next(cafCounter).then().body("counter.ticket.id", equalTo(partner));
    next(counter).then().body("counter.ticket.id", equalTo(house));
  }

  @Test
  void whoever_does_not_know_what_for_is_called_at_any_counter_of_the_house_and_at_no_other() {
    String passports =
        counters.open(moyaux, "Passeports", Serves.procedures, List.of(passport.id()), null);
    String cafCounter = cafCounter();
    String unsure = walkIn(Map.of()).then().statusCode(201).extract().path("id");
    queue()
        .then()
        .body("nextByCounter.'" + counter + "'", equalTo(unsure))
        .body("nextByCounter.'" + passports + "'", equalTo(unsure))
        .body("nextByCounter.'" + cafCounter + "'", nullValue());
    next(passports).then().body("counter.ticket.id", equalTo(unsure));
  }

  @Test
  void someone_out_of_turn_is_called_with_a_reason_and_it_is_kept() {
    String first = waiting();
    String second = waiting();
    call(second, counter, null).then().statusCode(400).body("errors.field", contains("reason"));
    call(second, counter, " a ").then().statusCode(400);
    call(second, counter, "Son train part à 9 h").then().statusCode(200);
    assertThat(
            timetable.number(
                "select count(*) from queue_event where kind = 'called'"
                    + " and reason = 'Son train part à 9 h' and actor = 'claire'"))
        .isEqualTo(1);
    assertThat(timetable.number("select count(*) from overtaking where ticket_id = " + first))
        .isEqualTo(1);
  }

  @Test
  void calling_again_rings_again_at_the_same_counter_only() {
    String other = counters.open(moyaux, "Guichet 2");
    String id = waiting();
    next(counter);
    call(id, counter, null).then().statusCode(200).body("calls", equalTo(2));
    call(id, other, "ailleurs")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/action-not-allowed"))
        .body("detail", containsString("A001"));
    assertThat(timetable.number("select count(*) from queue_event where kind = 'calledAgain'"))
        .isEqualTo(1);
  }

  @Test
  void passing_on_keeps_the_number_and_the_first_arrival() {
    String cafCounter = cafCounter();
    String id = waiting();
    next(counter);
    act(id, "start");
    clock.advance(Duration.ofMinutes(5));
    waitingForCaf();
    transfer(id, rsa, cafPermanence)
        .then()
        .statusCode(200)
        .body("number", equalTo("A001"))
        .body("state", equalTo("waiting"))
        .body("arrivedAt", equalTo("2026-11-23T08:00:00+01:00"))
        .body("place", equalTo(1))
        .body("partner.code", equalTo("caf"));
    next(cafCounter).then().body("counter.ticket.id", equalTo(id));
    transfer(id, passport, cafPermanence).then().statusCode(400);
    transfer(id, passport, null).then().statusCode(200).body("partner", nullValue());
  }

  @Test
  void the_same_request_prints_one_ticket() {
    String key = UUID.randomUUID().toString();
    String first = keyed(key).then().statusCode(201).extract().path("id");
    keyed(key).then().statusCode(201).body("id", equalTo(first));
    assertThat(timetable.number("select count(*) from ticket")).isEqualTo(1);
  }

  private io.restassured.response.Response keyed(String key) {
    return api()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body(Map.of("procedureId", "" + passport.id()))
        .post("/sites/{id}/tickets", moyaux.id());
  }

  @Test
  void what_nobody_comes_for_is_named() {
    walkIn(Map.of("procedureId", "999999")).then().statusCode(400);
    walkIn(Map.of("procedureId", "" + rsa.id(), "permanenceId", "999999"))
        .then()
        .statusCode(400)
        .body("errors.field", contains("permanenceId"));
  }

  @Test
  void a_counter_closes_only_when_nobody_is_there() {
    waiting();
    next(counter);
    api().post("/counters/{id}/close", counter).then().statusCode(409);
    finishAndNext(counter).then().statusCode(409);
    String id = queue().path("present[0].id");
    act(id, "start");
    act(id, "finish");
    api().post("/counters/{id}/close", counter).then().statusCode(200).body("open", equalTo(false));
    next(counter).then().statusCode(409).body("type", equalTo("/problems/counter-closed"));
    api()
        .post("/counters/{id}/open", counter)
        .then()
        .statusCode(200)
        .body("open", equalTo(true))
        .body("openedBy", equalTo("claire"));
  }

  @Test
  void every_change_is_an_event_and_seq_has_no_gap() {
    String id = waiting();
    next(counter);
    act(id, "start");
    act(id, "park");
    act(id, "resume");
    act(id, "leave");
    queue().then().body("seq", equalTo(6)).body("finished", hasSize(1));
    assertThat(
            timetable.number(
                "select count(*) from queue_event where actor = 'claire' and origin = 'counter'"))
        .isEqualTo(6);
    assertThat(timetable.number("select max(seq) from queue_event")).isEqualTo(6);
  }
}
