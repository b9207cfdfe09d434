package fr.porteouverte.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.Timetable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Claire is a clerk of Moyaux and of Lisieux; Hugo of Sées. */
@TestSecurity(user = "claire", roles = Role.CLERK)
@QuarkusTest
class StaffChangesTest extends BookingSuite {
  @Inject Heard heard;
  @Inject StaffChanges changes;
  @Inject Transactions transactions;

  private Site lisieux;
  private Site sees;

  @BeforeEach
  void agents() {
    lisieux = fixtures.site("Lisieux");
    sees = fixtures.site("Sées");
    fixtures.agent("claire", AgentRole.clerk, moyaux, lisieux);
    fixtures.agent("hugo", AgentRole.clerk, sees);
    heard.clear();
  }

  @Test
  void staff_of_the_house_read_a_booking_without_its_secret() {
    Response made = book(slots.get(0), rsa);
    staff()
        .get("/bookings/" + made.path("reference"))
        .then()
        .statusCode(200)
        .body("visitor.lastName", equalTo("Lefèvre"))
        .body("changeableUntil", equalTo("2026-11-24T09:30:00+01:00"));
    staff()
        .get("/bookings/" + made.path("reference") + "/calendar.ics")
        .then()
        .statusCode(200)
        .body(containsString("METHOD:PUBLISH"));
  }

  @Test
  @TestSecurity(user = "hugo", roles = Role.CLERK)
  void to_staff_of_another_house_a_booking_is_as_unknown_as_none() {
    nothingOpens();
  }

  @Test
  @TestSecurity(user = "agent-caf", roles = Role.PARTNER)
  void to_a_partner_a_booking_is_as_unknown_as_none() {
    nothingOpens();
  }

  private void nothingOpens() {
    Response made = book(slots.get(0), rsa);
    String there = "/bookings/" + made.path("reference");
    staff().get(there).then().statusCode(404);
    staff().get(there + "/calendar.ics").then().statusCode(404);
    staff().post(there + "/cancellation").then().statusCode(404);
    json(Map.of("slotId", slots.get(1))).post(there + "/reschedule").then().statusCode(404);
    json(Map.of("contactBy", "none")).put(there + "/contact-by").then().statusCode(404);
    staff().get(there + "/waitlist-entry").then().statusCode(404);
    staff().put(there + "/waitlist-entry").then().statusCode(404);
    assertThat(bookings()).isEqualTo(1);
  }

  @Test
  void staff_ask_for_an_earlier_slot_and_take_it_for_the_person() {
    Response leaves = book(slots.get(0), rsa);
    Response made = bookWith(slots.get(1), Map.of("phone", "06 12 34 56 78"));
    staff().put(path(made, "waitlist-entry")).then().statusCode(200).body("waiting", equalTo(true));
    staff().post(path(leaves, "cancellation")).then().statusCode(200);
    staff()
        .get(path(made, "waitlist-entry"))
        .then()
        .statusCode(200)
        .body("offer.slot.id", equalTo(slots.get(0)));
    json(Map.of("slotId", slots.get(0), "told", true))
        .post(path(made, "reschedule"))
        .then()
        .statusCode(200)
        .body("start", equalTo("2026-11-24T09:00:00+01:00"));
    assertThat(timetable.number("select count(*) from waitlist_offer where state = 'accepted'"))
        .isEqualTo(1);
  }

  @Test
  void a_wrong_secret_opens_nothing_even_to_staff() {
    Response made = book(slots.get(0), rsa);
    staff()
        .header("Booking-Secret", "A".repeat(24))
        .get("/bookings/" + made.path("reference"))
        .then()
        .statusCode(404);
  }

  @Test
  void staff_cancel_until_the_end_of_the_appointment_and_the_visitor_no_more() {
    Response made = book(slots.get(0), rsa);
    clock.set(TUESDAY.plus(Duration.ofMinutes(30)));
    mine(made).post(path(made, "cancellation")).then().statusCode(409);
    staff()
        .post(path(made, "cancellation"))
        .then()
        .statusCode(200)
        .body("status", equalTo("cancelled"));
    assertThat(seats()).isZero();
    assertThat(heard.last().byVisitor()).isFalse();
    assertThat(heard.last().told()).isFalse();
    assertThat(
            timetable.number(
                "select count(*) from booking_event where kind = 'cancelled' and actor = 'claire'"
                    + " and origin = 'counter'"))
        .isEqualTo(1);
  }

  @Test
  void when_the_appointment_is_over_nobody_changes_it() {
    Response made = book(slots.get(0), rsa);
    clock.set(TUESDAY.plus(Duration.ofMinutes(30)).plusSeconds(1));
    staff()
        .post(path(made, "cancellation"))
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/too-late-to-change"))
        .body("detail", containsString("fin du rendez-vous"));
    assertThat(bookings()).isEqualTo(1);
  }

  @Test
  void whoever_spoke_to_the_person_says_so() {
    Response made = book(slots.get(0), rsa);
    json(Map.of("slotId", slots.get(1), "told", true))
        .post(path(made, "reschedule"))
        .then()
        .statusCode(200);
    assertThat(heard.last().kind()).isEqualTo(BookingHappened.Kind.moved);
    assertThat(heard.last().told()).isTrue();
    assertThat(heard.last().previousStart()).isEqualTo(TUESDAY);
    json(Map.of("slotId", slots.get(2))).post(path(made, "reschedule")).then().statusCode(200);
    assertThat(heard.last().told()).isFalse();
    json(Map.of("told", true)).post(path(made, "cancellation")).then().statusCode(200);
    assertThat(heard.last().told()).isTrue();
  }

  @Test
  void a_visitor_always_knows_what_they_did() {
    Response made = book(slots.get(0), rsa);
    mine(made)
        .contentType(ContentType.JSON)
        .body(Map.of("slotId", slots.get(1), "told", false))
        .post(path(made, "reschedule"))
        .then()
        .statusCode(200);
    assertThat(heard.last().told()).isTrue();
    assertThat(heard.last().byVisitor()).isTrue();
  }

  @Test
  void staff_move_a_booking_without_notice_to_any_of_their_own_houses_and_to_no_other() {
    Response made = book(slots.get(0), rsa);
    String here =
        timetable
            .add(Timetable.Session.of(lisieux, caf, TUESDAY, 1, rsa).notice(24 * 60 * 2))
            .get(0);
    String elsewhere = timetable.add(Timetable.Session.of(sees, caf, TUESDAY, 1, rsa)).get(0);
    json(Map.of("slotId", elsewhere)).post(path(made, "reschedule")).then().statusCode(404);
    json(Map.of("slotId", here))
        .post(path(made, "reschedule"))
        .then()
        .statusCode(200)
        .body("site.name", equalTo("Lisieux"));
    assertThat(seats()).isEqualTo(1);
  }

  @Test
  void a_full_slot_is_refused_to_staff_with_others_and_nothing_moves() {
    Response made = book(slots.get(0), rsa);
    book(slots.get(1), rsa).then().statusCode(201);
    json(Map.of("slotId", slots.get(1)))
        .post(path(made, "reschedule"))
        .then()
        .statusCode(409)
        .body("alternatives.id", hasItem(slots.get(2)));
    assertThat(seats()).isEqualTo(2);
  }

  @Test
  void the_way_to_reach_somebody_needs_an_address_and_none_is_always_possible() {
    Response made = bookWith(slots.get(0), Map.of("phone", "02 31 61 00 00"));
    for (String way : List.of("email", "sms")) {
      contactBy(mine(made), made, way)
          .then()
          .statusCode(400)
          .body("errors.field", equalTo(List.of("contactBy")));
    }
    contactBy(mine(made), made, "none")
        .then()
        .statusCode(200)
        .body("visitor.contactBy", equalTo("none"))
        .body("sequence", equalTo(0));
    contactBy(staff(), made, "call")
        .then()
        .statusCode(200)
        .body("visitor.contactBy", equalTo("call"));
    json(Map.of()).put(path(made, "contact-by")).then().statusCode(400);
    contactBy(staff(), made, "pigeon").then().statusCode(400);
  }

  @Test
  @ActivateRequestContext
  void a_change_by_staff_is_undone_with_the_transaction_that_it_is_a_part_of() {
    book(slots.get(0), rsa).then().statusCode(201);
    long id = timetable.number("select max(id) from booking");
    assertThatThrownBy(
            () ->
                transactions.run(
                    () -> {
                      changes.move(id, null, slots.get(1), Change.atCounter("claire", true));
                      changes.cancel(id, null, Change.atCounter("claire", true));
                      throw new IllegalStateException("the rest of it failed");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(bookings()).isEqualTo(1);
    transactions.run(() -> changes.cancel(id, null, Change.atCounter("claire", true)));
    assertThat(bookings()).isZero();
    assertThat(seats()).isZero();
  }

  private Response bookWith(String slotId, Map<String, String> contact) {
    Map<String, Object> visitor = new HashMap<>(visitor());
    visitor.putAll(contact);
    return json(Map.of("slotId", slotId, "procedureId", "" + rsa.id(), "visitor", visitor))
        .post("/bookings");
  }

  private Response contactBy(RequestSpecification who, Response made, String way) {
    return who.contentType(ContentType.JSON)
        .body(Map.of("contactBy", way))
        .put(path(made, "contact-by"));
  }

  private RequestSpecification staff() {
    return api();
  }

  private RequestSpecification json(Map<String, Object> body) {
    return staff().contentType(ContentType.JSON).body(body);
  }

  private RequestSpecification mine(Response made) {
    return api().header("Booking-Secret", made.<String>path("secret"));
  }

  private static String path(Response made, String what) {
    return "/bookings/" + made.path("reference") + "/" + what;
  }
}
