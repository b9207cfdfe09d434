package fr.porteouverte.booking;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.support.Timetable;
import fr.porteouverte.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Real requests at the same moment. */
@QuarkusTest
class BookingRacesTest extends BookingSuite {

  @Test
  void the_last_place_goes_to_one_of_fifty() {
    List<Callable<Response>> rush = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      rush.add(() -> book(slots.get(0), rsa));
    }
    assertThat(statuses(Together.run(rush)))
        .containsExactlyInAnyOrderEntriesOf(Map.of(201, 1L, 409, 49L));
    assertThat(seats()).isEqualTo(1);
    assertThat(bookings()).isEqualTo(1);
  }

  @RepeatedTest(3)
  void five_places_are_never_sold_six_times_whatever_is_mixed() {
    List<String> five =
        timetable.add(Timetable.Session.of(moyaux, caf, TUESDAY, 3, rsa, longOne).capacity(5));
    List<Callable<Response>> rush = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      rush.add(() -> book(five.get(0), longOne));
      rush.add(() -> book(five.get(1), longOne));
      rush.add(() -> book(five.get(1), rsa));
      rush.add(() -> hold(five.get(0), longOne));
      rush.add(() -> hold(five.get(2), rsa));
    }
    var answers = Together.run(rush);
    assertThat(statuses(answers).keySet()).isSubsetOf(201, 409);
    assertThat(timetable.number("select max(taken) from slot")).isEqualTo(5);
    assertThat(timetable.number("select max(seat) from seat")).isLessThanOrEqualTo(5);
    seats();
  }

  @Test
  void ten_requests_with_one_key_book_once_and_hear_the_same() {
    String key = UUID.randomUUID().toString();
    List<Callable<Response>> rush = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      rush.add(
          () ->
              api()
                  .contentType(ContentType.JSON)
                  .header("Idempotency-Key", key)
                  .body(booking(slots.get(0), rsa))
                  .post("/bookings"));
    }
    var answers = Together.run(rush);
    assertThat(statuses(answers)).isEqualTo(Map.of(201, 10L));
    assertThat(answers.stream().map(Response::asString).distinct()).hasSize(1);
    assertThat(bookings()).isEqualTo(1);
  }

  @Test
  void one_hold_books_once_however_many_keys_name_it_at_once() {
    List<String> wide =
        timetable.add(Timetable.Session.of(moyaux, caf, TUESDAY, 3, rsa).capacity(40));
    String hold = hold(wide.get(0), rsa).then().statusCode(201).extract().path("id");
    List<Callable<Response>> rush = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      var body = new HashMap<String, Object>(booking(wide.get(0), rsa));
      body.put("holdId", hold);
      rush.add(
          () ->
              api()
                  .contentType(ContentType.JSON)
                  .header("Idempotency-Key", UUID.randomUUID())
                  .body(body)
                  .post("/bookings"));
    }
    var answers = Together.run(rush);
    assertThat(statuses(answers)).isEqualTo(Map.of(201, 1L, 409, 19L));
    assertThat(answers.stream().filter(one -> one.statusCode() == 409))
        .allMatch(one -> one.path("type").equals("/problems/hold-used"));
    assertThat(bookings()).isEqualTo(1);
    assertThat(seats()).isEqualTo(1);
  }

  @Test
  void two_who_swap_their_slots_never_lose_a_booking() {
    Response first = book(slots.get(0), rsa);
    Response second = book(slots.get(1), rsa);
    List<Callable<Response>> rush = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String there = slots.get(2 + i % 2);
      rush.add(() -> move(first, there));
      rush.add(() -> move(second, slots.get(0)));
      rush.add(() -> move(second, slots.get(1)));
    }
    assertThat(statuses(Together.run(rush)).keySet()).isSubsetOf(200, 409);
    assertThat(bookings()).isEqualTo(2);
    assertThat(seats()).isEqualTo(2);
  }

  @Test
  void one_contact_does_not_slip_past_its_limit_by_asking_at_once() {
    List<String> wide =
        timetable.add(Timetable.Session.of(moyaux, caf, TUESDAY, 12, rsa).capacity(2));
    List<Callable<Response>> rush = new ArrayList<>();
    for (String slot : wide) {
      rush.add(
          () ->
              api()
                  .contentType(ContentType.JSON)
                  .body(
                      Map.of(
                          "slotId",
                          slot,
                          "procedureId",
                          "" + rsa.id(),
                          "visitor",
                          Map.of(
                              "firstName",
                              "A",
                              "lastName",
                              "B",
                              "email",
                              "a@exemple.fr",
                              "phone",
                              "0612345678")))
                  .post("/bookings"));
    }
    assertThat(statuses(Together.run(rush))).isEqualTo(Map.of(201, 3L, 429, 9L));
  }

  private Response move(Response made, String slotId) {
    return api()
        .header("Booking-Secret", made.<String>path("secret"))
        .contentType(ContentType.JSON)
        .body(Map.of("slotId", slotId))
        .post("/bookings/" + made.path("reference") + "/reschedule");
  }

  private static Map<Integer, Long> statuses(List<Response> answers) {
    return answers.stream().collect(groupingBy(Response::statusCode, counting()));
  }
}
