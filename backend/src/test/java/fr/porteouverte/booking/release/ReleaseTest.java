package fr.porteouverte.booking.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.booking.BookingSuite;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.Timetable;
import fr.porteouverte.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A robot took a house's places; its manager frees them. */
@QuarkusTest
@TestSecurity(user = "marie", roles = Role.MANAGER)
class ReleaseTest extends BookingSuite {
  private static final String ROBOT = "a".repeat(64);
  private List<String> many;
  private List<String> robots;

  @BeforeEach
  void sixOfARobotAndTwoOfPeople() {
    fixtures.agent("marie", AgentRole.manager, moyaux);
    many = timetable.add(Timetable.Session.of(moyaux, caf, TUESDAY, 12, rsa));
    robots = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      robots.add(book(many.get(i), rsa).then().statusCode(201).extract().path("reference"));
    }
    robots.add(person(many.get(5), "prise@exemple.fr"));
    from(ROBOT);
    person(many.get(6), "jeanne@exemple.fr");
    from("b".repeat(64));
  }

  @Test
  void a_manager_sees_what_belongs_together_and_no_address() {
    suspects()
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].kind", equalTo("sameAddress"))
        .body("items[0].bookings.reference", equalTo(robots))
        .body("items[0].bookings[0].name", equalTo("Jeanne Lefèvre"))
        .body(
            "items[0].bookings.contact", equalTo(List.of(false, false, false, false, false, true)))
        .body(not(containsString(ROBOT.substring(0, 20))));
  }

  @Test
  void one_act_frees_them_and_tells_who_left_a_contact_and_nobody_else() {
    release(robots, List.of(), null)
        .then()
        .statusCode(200)
        .body("bookings", equalTo(6))
        .body("told", equalTo(1));
    assertThat(seats()).isEqualTo(1);
    assertThat(bookings()).isEqualTo(1);
    assertThat(
            timetable.number(
                "select count(*) from booking_event where kind = 'cancelledByHouse' and actor ="
                    + " 'marie'"))
        .isEqualTo(6);
    assertThat(timetable.number("select count(*) from outbox where kind = 'cancelledByHouse'"))
        .isEqualTo(1);
    suspects().then().body("items", hasSize(0));
    book(many.get(0), rsa).then().statusCode(201);
  }

  @Test
  void the_same_act_sent_at_once_is_done_once() {
    String key = UUID.randomUUID().toString();
    List<Callable<Response>> twice = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      twice.add(() -> release(robots, List.of(), key));
    }
    assertThat(Together.run(twice)).extracting(one -> one.path("bookings")).containsOnly(6);
    assertThat(timetable.number("select count(*) from release_act")).isEqualTo(1);
  }

  @Test
  void it_is_taken_back_for_whom_the_place_is_still_free() {
    String act = release(robots, List.of(), null).path("id");
    book(many.get(0), rsa).then().statusCode(201);
    undo(act).then().statusCode(200).body("back", equalTo(5)).body("gone", equalTo(1));
    assertThat(bookings()).isEqualTo(7);
    assertThat(seats()).isEqualTo(7);
    undo(act).then().statusCode(409);
  }

  @Test
  void after_an_hour_it_stays_as_it_is() {
    String act = release(robots, List.of(), null).path("id");
    clock.advance(Duration.ofMinutes(61));
    undo(act).then().statusCode(409).body("type", equalTo("/problems/conflict"));
  }

  @Test
  void what_a_robot_only_holds_is_freed_too() {
    for (int i = 7; i < 10; i++) {
      hold(many.get(i), rsa).then().statusCode(201);
    }
    timetable.change("update hold set taken_from = '" + "c".repeat(64) + "'");
    String group =
        suspects()
            .then()
            .body("items", hasSize(2))
            .body("items[1].holds", equalTo(3))
            .extract()
            .path("items[1].id");
    release(List.of(), List.of(group), null)
        .then()
        .statusCode(200)
        .body("holds", equalTo(3))
        .body("bookings", equalTo(0));
    assertThat(timetable.number("select count(*) from hold")).isZero();
    assertThat(seats()).isEqualTo(7);
  }

  @Test
  void who_waits_for_an_earlier_place_is_offered_one_that_is_freed() {
    List<String> later =
        timetable.add(Timetable.Session.of(moyaux, caf, TUESDAY.plus(Duration.ofDays(7)), 1, rsa));
    Response waits = made(later.get(0), "attend@exemple.fr");
    api()
        .header("Booking-Secret", waits.<String>path("secret"))
        .put("/bookings/" + waits.path("reference") + "/waitlist-entry")
        .then()
        .statusCode(200)
        .body("waiting", equalTo(true));
    release(robots, List.of(), null).then().statusCode(200);
    assertThat(timetable.number("select count(*) from waitlist_offer")).isEqualTo(1);
  }

  @Test
  void what_staff_booked_or_another_house_has_is_never_freed() {
    String staffs = book(many.get(8), rsa).path("reference");
    release(List.of(staffs, "AAAA-AAAA"), List.of(), null)
        .then()
        .statusCode(200)
        .body("bookings", equalTo(0));
    Site other = fixtures.site("Orbec");
    api().get("/sites/" + other.id() + "/suspects").then().statusCode(404);
    api()
        .contentType(ContentType.JSON)
        .body(Map.of("references", robots, "groups", List.of()))
        .post("/sites/" + other.id() + "/releases")
        .then()
        .statusCode(404);
    String act = release(robots, List.of(), null).path("id");
    api().post("/sites/" + other.id() + "/releases/" + act + "/undo").then().statusCode(404);
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void a_clerk_neither_sees_nor_frees() {
    suspects().then().statusCode(403);
    release(robots, List.of(), null).then().statusCode(403);
  }

  private void from(String source) {
    timetable.change(
        "update booking set taken_from = '"
            + source
            + "', proved = false where taken_from is null");
  }

  private String person(String slot, String email) {
    return made(slot, email).path("reference");
  }

  private Response made(String slot, String email) {
    Response made =
        api()
            .contentType(ContentType.JSON)
            .body(
                Map.of(
                    "slotId",
                    slot,
                    "procedureId",
                    "" + rsa.id(),
                    "visitor",
                    Map.of("firstName", "A", "lastName", "B", "email", email)))
            .post("/bookings");
    made.then().statusCode(201);
    return made;
  }

  private Response suspects() {
    return api().get("/sites/" + moyaux.id() + "/suspects");
  }

  private Response release(List<String> references, List<String> groups, String key) {
    return api()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key == null ? UUID.randomUUID().toString() : key)
        .body(Map.of("references", references, "groups", groups))
        .post("/sites/" + moyaux.id() + "/releases");
  }

  private Response undo(String act) {
    return api().post("/sites/" + moyaux.id() + "/releases/" + act + "/undo");
  }
}
