package fr.porteouverte.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Claire, a clerk of the house, and the person act on one booking: decision 030. */
@TestSecurity(user = "claire", roles = Role.CLERK)
@QuarkusTest
class SeenBookingTest extends BookingSuite {
  private Response made;

  @BeforeEach
  void aBooking() {
    fixtures.agent("claire", AgentRole.clerk, moyaux);
    made = book(slots.get(0), rsa);
  }

  private RequestSpecification visitor(String seen) {
    return staff(seen).header("Booking-Secret", made.<String>path("secret"));
  }

  private RequestSpecification staff(String seen) {
    RequestSpecification request = api().contentType(ContentType.JSON);
    return seen == null ? request : request.header("If-Match", seen);
  }

  private Response move(RequestSpecification by, String slot) {
    return by.body(Map.of("slotId", slot)).post("/bookings/{r}/reschedule", reference());
  }

  private Response cancel(RequestSpecification by) {
    return by.post("/bookings/{r}/cancellation", reference());
  }

  private String reference() {
    return made.path("reference");
  }

  @Test
  void every_answer_with_a_booking_tells_its_version() {
    made.then().header("ETag", "\"0\"");
    move(staff("\"0\""), slots.get(1)).then().statusCode(200).header("ETag", "\"1\"");
    api().get("/bookings/{r}", reference()).then().header("ETag", "\"1\"");
    cancel(staff("\"1\"")).then().statusCode(200).header("ETag", "\"2\"");
  }

  @Test
  void of_moves_that_saw_the_same_one_is_done_and_the_others_are_stale() {
    List<Callable<Response>> rush = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      String slot = slots.get(1 + i % 3);
      rush.add(i % 2 == 0 ? () -> move(staff("\"0\""), slot) : () -> move(visitor("\"0\""), slot));
    }
    var answers = Together.run(rush);
    assertThat(answers).allMatch(one -> one.statusCode() == 200 || one.statusCode() == 412);
    assertThat(
            answers.stream().filter(one -> one.statusCode() == 200).map(one -> one.path("slotId")))
        .as("all who were answered 200 see the one slot")
        .isNotEmpty()
        .allMatch(timetable.text("select cast(slot_id as varchar) from booking")::equals);
    assertThat(timetable.number("select count(*) from booking_event where kind = 'moved'"))
        .isEqualTo(1);
    assertThat(seats()).isEqualTo(1);
  }

  @Test
  void who_saw_something_else_hears_in_words_who_did_what() {
    move(visitor(null), slots.get(1)).then().statusCode(200);
    cancel(staff("\"0\""))
        .then()
        .statusCode(412)
        .body("type", equalTo("/problems/stale"))
        .body("detail", containsString("La personne a déplacé ce rendez-vous au mardi 24 novembre"))
        .body("detail", containsString("9\u00a0h\u00a030"));
    move(staff(null), slots.get(2)).then().statusCode(200);
    move(visitor("\"1\""), slots.get(3))
        .then()
        .statusCode(412)
        .body("detail", allOf(containsString("La maison a déplacé"), not(containsString("laire"))));
    move(staff("\"1\""), slots.get(3))
        .then()
        .statusCode(412)
        .body("detail", not(containsString("La maison")));
    assertThat(seats()).isEqualTo(1);
  }

  @Test
  void who_names_nothing_that_they_saw_acts_on_what_is() {
    move(visitor(null), slots.get(1)).then().statusCode(200);
    cancel(staff(null)).then().statusCode(200);
  }

  @Test
  void a_move_whose_answer_was_lost_is_answered_again() {
    for (int time = 0; time < 2; time++) {
      move(visitor("\"0\""), slots.get(1)).then().statusCode(200).header("ETag", "\"1\"");
    }
  }

  @Test
  void a_cancellation_is_answered_the_same_again_whoever_sends_it() {
    String first = cancel(visitor("\"0\"")).then().statusCode(200).extract().asString();
    assertThat(cancel(visitor("\"0\"")).then().statusCode(200).extract().asString())
        .isEqualTo(first);
    cancel(staff(null)).then().statusCode(200).body("status", equalTo("cancelled"));
    assertThat(timetable.number("select count(*) from booking_event where kind = 'cancelled'"))
        .isEqualTo(1);
    move(visitor("\"1\""), slots.get(1))
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/already-cancelled"));
  }

  @Test
  void many_cancellations_at_once_hear_the_same_and_cancel_once() {
    List<Callable<Response>> rush = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      rush.add(() -> cancel(visitor("\"0\"")));
    }
    var answers = Together.run(rush);
    assertThat(answers).allMatch(one -> one.statusCode() == 200);
    assertThat(answers.stream().map(Response::asString).distinct()).hasSize(1);
    assertThat(timetable.number("select count(*) from booking_event where kind = 'cancelled'"))
        .isEqualTo(1);
    assertThat(seats()).isZero();
  }
}
