package fr.porteouverte.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.access.Role;
import fr.porteouverte.support.Timetable;
import fr.porteouverte.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The next appointment is booked on the spot, by who sees the person. */
@TestSecurity(user = "sophie", roles = Role.PARTNER)
@QuarkusTest
class FollowUpTest extends AttendanceSuite {
  private String atSees;
  private String ofTravail;

  @BeforeEach
  void laterSlots() {
    atSees =
        timetable
            .add(Timetable.Session.of(sees, caf, NINE.plus(Duration.ofDays(7)), 1, rsa))
            .get(0);
    ofTravail =
        timetable
            .add(Timetable.Session.of(moyaux, travail, NINE.plus(Duration.ofDays(7)), 1, job))
            .get(0);
    clock.set(NINE.plusSeconds(60));
  }

  private Response follow(String reference, String slot) {
    return follow(reference, slot, UUID.randomUUID());
  }

  private Response follow(String reference, String slot, UUID key) {
    return api()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body(Map.of("slotId", slot))
        .post("/bookings/{reference}/follow-up", reference);
  }

  @Test
  void the_partner_books_the_same_person_without_notice_and_without_their_addresses() {
    // The permanence wants a day's notice of everybody else.
    api()
        .get(
            "/slots?site="
                + moyaux.id()
                + "&procedure="
                + rsa.id()
                + "&from=2026-11-25&to=2026-11-26")
        .then()
        .body("items.id", contains(slots.get(2), slots.get(3)));
    String next =
        follow(jeanne, slots.get(3))
            .then()
            .statusCode(201)
            .body("followUp", equalTo(true))
            .body("visitor.lastName", equalTo("Lefèvre"))
            .body("visitor.phone", nullValue())
            .body("secret", nullValue())
            .body("start", equalTo("2026-11-25T10:30:00+01:00"))
            .extract()
            .path("reference");
    assertThat(next).isNotEqualTo(jeanne);
    people().then().body("items.followUp", contains(false, false, true));
    assertThat(timetable.text("select phone from booking where reference = '" + next + "'"))
        .isEqualTo("+33612345678");
    assertThat(
            timetable.number(
                "select count(*) from outbox where kind = 'confirmation' and booking_id ="
                    + " (select max(id) from booking)"))
        .as("the person is told")
        .isEqualTo(1);
  }

  @Test
  void it_comes_after_the_visit_that_it_continues() {
    timetable.change("update slot set capacity = 2");
    for (String slot : List.of(slots.get(0), slots.get(1))) {
      follow(paul, slot).then().statusCode(400).body("errors.field", contains("slotId"));
    }
    follow(paul, slots.get(2)).then().statusCode(201);
  }

  @Test
  void in_another_house_of_the_same_partner_too_and_with_nobody_else() {
    follow(jeanne, atSees).then().statusCode(201).body("site.name", equalTo("Sées"));
    follow(jeanne, ofTravail).then().statusCode(400).body("errors.field", contains("procedureId"));
    api()
        .contentType(ContentType.JSON)
        .body(Map.of("slotId", ofTravail, "procedureId", "" + job.id()))
        .post("/bookings/{reference}/follow-up", jeanne)
        .then()
        .statusCode(404);
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void staff_of_the_house_book_in_their_house() {
    follow(jeanne, slots.get(2))
        .then()
        .statusCode(201)
        .body("visitor.phone", equalTo("+33612345678"));
    follow(jeanne, atSees).then().statusCode(404);
  }

  @Test
  @TestSecurity(user = "karim", roles = Role.PARTNER)
  void another_partner_books_nothing_for_anybody() {
    follow(jeanne, ofTravail).then().statusCode(404);
    assertThat(timetable.number("select count(*) from booking")).isEqualTo(2);
  }

  @Test
  void the_same_key_books_once() {
    UUID key = UUID.randomUUID();
    String made =
        follow(jeanne, slots.get(2), key).then().statusCode(201).extract().path("reference");
    follow(jeanne, slots.get(2), key).then().statusCode(201).body("reference", equalTo(made));
    follow(paul, slots.get(2), key).then().statusCode(422);
    assertThat(timetable.number("select count(*) from booking")).isEqualTo(3);
  }

  @Test
  void a_slot_that_is_gone_is_refused_with_others_and_two_at_once_do_not_share_one() {
    List<Integer> answers =
        Together.run(
            List.of(
                () -> follow(jeanne, slots.get(2)).statusCode(),
                () -> follow(paul, slots.get(2)).statusCode()));
    assertThat(answers).containsExactlyInAnyOrder(201, 409);
    follow(paul, slots.get(2))
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/slot-taken"))
        .body("alternatives.id", hasItem(slots.get(3)));
  }

  @Test
  void of_a_later_day_the_answer_tells_the_partner_no_more_than_the_list_of_that_day() {
    timetable.change("update booking set booked_by = 'Odile Lefèvre'");
    follow(jeanne, atSees)
        .then()
        .statusCode(201)
        .body("visitor.firstName", equalTo("Jeanne"))
        .body("visitor.lastName", equalTo("L."))
        .body("visitor.bookedBy", nullValue());
    follow(paul, slots.get(2))
        .then()
        .statusCode(201)
        .body("visitor.lastName", equalTo("Ozanne"))
        .body("visitor.bookedBy", nullValue());
  }

  @Test
  void the_partner_books_from_the_day_of_the_visit_until_a_week_after_it() {
    clock.set(NINE.minus(Duration.ofHours(10)));
    refused(follow(jeanne, atSees));
    clock.set(NINE.plus(Duration.ofDays(8)));
    String later =
        timetable
            .add(Timetable.Session.of(moyaux, caf, NINE.plus(Duration.ofDays(14)), 1, rsa))
            .get(0);
    refused(follow(jeanne, later));
    clock.set(NINE.plus(Duration.ofDays(7)).plusSeconds(60));
    follow(jeanne, later).then().statusCode(201);
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void staff_of_the_house_book_on_any_day() {
    clock.set(NINE.minus(Duration.ofDays(1)));
    follow(jeanne, slots.get(2))
        .then()
        .statusCode(201)
        .body("visitor.lastName", equalTo("Lefèvre"));
  }

  private void refused(Response answer) {
    answer.then().statusCode(409).body("type", equalTo("/problems/conflict"));
    assertThat(timetable.number("select count(*) from booking")).isEqualTo(2);
  }
}
