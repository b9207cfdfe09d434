package fr.porteouverte.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.support.Timetable;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BookingApiTest extends BookingSuite {

  @Test
  void a_house_that_is_not_live_gives_no_place_to_whoever_knows_a_slot() {
    fixtures.hide(moyaux);
    hold(slots.get(0), rsa).then().statusCode(404);
    book(slots.get(0), rsa).then().statusCode(404);
    assertThat(seats()).isZero();
  }

  @Test
  void a_booking_tells_everything_the_visitor_needs() {
    book(slots.get(1), rsa)
        .then()
        .statusCode(201)
        .body("reference", matchesPattern("[2-9A-Z]{8}"))
        .body("secret", matchesPattern("[A-Za-z0-9_-]{24}"))
        .body("status", equalTo("booked"))
        .body("start", equalTo("2026-11-24T09:30:00+01:00"))
        .body("end", equalTo("2026-11-24T10:00:00+01:00"))
        .body("site.name", equalTo("Moyaux"))
        .body("partner.code", equalTo("caf"))
        .body("documents[0].label.fr", equalTo("Pièce d’identité"))
        .body("changeableUntil", equalTo("2026-11-24T08:30:00+01:00"))
        .body("changeable", equalTo(true))
        .body("visitor.contactBy", equalTo("none"));
    assertThat(seats()).isEqualTo(1);
  }

  @Test
  void a_taken_slot_is_refused_in_french_and_in_english() {
    book(slots.get(0), rsa).then().statusCode(201);
    book(slots.get(0), rsa)
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .header("Content-Language", "fr")
        .body("type", equalTo("/problems/slot-taken"))
        .body("title", equalTo("Ce créneau vient d’être pris"));
    api()
        .header("Accept-Language", "en")
        .contentType(ContentType.JSON)
        .body(booking(slots.get(0), rsa))
        .post("/bookings")
        .then()
        .statusCode(409);
    assertThat(bookings()).isEqualTo(1);
  }

  @Test
  void a_long_procedure_takes_consecutive_slots_all_or_none() {
    book(slots.get(2), longOne)
        .then()
        .statusCode(201)
        .body("end", equalTo("2026-11-24T11:00:00+01:00"));
    book(slots.get(1), longOne)
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/slot-taken"));
    book(slots.get(3), longOne).then().statusCode(409);
    book(slots.get(0), longOne).then().statusCode(201);
    assertThat(seats()).isEqualTo(4);
  }

  @Test
  void a_long_procedure_does_not_fit_into_the_last_slot() {
    book(slots.get(3), longOne)
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/slot-closed"));
    assertThat(seats()).isZero();
  }

  @Test
  void a_hold_keeps_the_slot_for_its_owner_only() {
    String hold = hold(slots.get(0), rsa).then().statusCode(201).extract().path("id");
    book(slots.get(0), rsa).then().statusCode(409);
    bookHeld(hold).then().statusCode(201);
    assertThat(seats()).isEqualTo(1);
    assertThat(timetable.number("select count(*) from hold")).isZero();
    assertThat(timetable.number("select count(*) from slot where next_expiry is not null"))
        .isZero();
  }

  @Test
  void an_expired_hold_frees_its_place_at_once_without_a_sweeper() {
    String hold = hold(slots.get(0), longOne).then().statusCode(201).extract().path("id");
    clock.advance(Duration.ofMinutes(10));
    book(slots.get(0), longOne).then().statusCode(201);
    bookHeld(hold).then().statusCode(409).body("type", equalTo("/problems/slot-taken"));
    assertThat(seats()).isEqualTo(2);
  }

  @Test
  void an_expired_hold_still_books_when_nobody_took_the_place() {
    String hold = hold(slots.get(0), rsa).then().extract().path("id");
    clock.advance(Duration.ofMinutes(11));
    bookHeld(hold).then().statusCode(201);
    assertThat(seats()).isEqualTo(1);
  }

  @Test
  void a_hold_is_extended_once() {
    String hold = hold(slots.get(0), rsa).then().extract().path("id");
    clock.advance(Duration.ofMinutes(9));
    api()
        .post("/holds/" + hold + "/extension")
        .then()
        .statusCode(200)
        .body("extended", equalTo(true))
        .body("expiresAt", equalTo("2026-11-23T07:19:00Z"));
    api()
        .post("/holds/" + hold + "/extension")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/hold-already-extended"));
    clock.advance(Duration.ofMinutes(9));
    book(slots.get(0), rsa).then().statusCode(409);
    clock.advance(Duration.ofMinutes(1));
    api().post("/holds/" + hold + "/extension").then().statusCode(404);
    book(slots.get(0), rsa).then().statusCode(201);
  }

  @Test
  void a_released_hold_gives_the_slot_back_and_releasing_again_is_no_error() {
    String hold = hold(slots.get(0), longOne).then().extract().path("id");
    api().delete("/holds/" + hold).then().statusCode(204);
    api().delete("/holds/" + hold).then().statusCode(204);
    assertThat(seats()).isZero();
    book(slots.get(0), longOne).then().statusCode(201);
  }

  @Test
  void a_browser_holds_two_slots_and_no_third_until_one_is_free() {
    UUID browser = UUID.randomUUID();
    String first = holdBy(browser, 0).then().statusCode(201).extract().path("id");
    holdBy(browser, 1).then().statusCode(201);
    holdBy(browser, 2)
        .then()
        .statusCode(429)
        .header("Retry-After", "60")
        .body("type", equalTo("/problems/too-many-holds"));
    api().delete("/holds/" + first).then().statusCode(204);
    holdBy(browser, 2).then().statusCode(201);
  }

  @Test
  void a_contact_has_three_live_bookings_with_a_partner_and_no_fourth() {
    for (int i = 0; i < 3; i++) {
      bookFor("06 12 34 56 78", i).then().statusCode(201);
    }
    bookFor("+33612345678", 3)
        .then()
        .statusCode(429)
        .body("type", equalTo("/problems/too-many-bookings"));
    assertThat(seats()).isEqualTo(3);
  }

  @Test
  void the_same_key_and_body_book_once_and_answer_the_same() {
    String key = UUID.randomUUID().toString();
    String first =
        bookWith(key, booking(slots.get(0), rsa)).then().statusCode(201).extract().asString();
    String again =
        bookWith(key, booking(slots.get(0), rsa)).then().statusCode(201).extract().asString();
    assertThat(again).isEqualTo(first);
    assertThat(bookings()).isEqualTo(1);
    bookWith(key, booking(slots.get(1), rsa))
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/idempotency-key-reused"));
    assertThat(bookings()).isEqualTo(1);
  }

  @Test
  void a_refusal_keeps_no_answer_so_the_same_key_may_try_again() {
    String key = UUID.randomUUID().toString();
    Response other = book(slots.get(0), rsa);
    bookWith(key, booking(slots.get(0), rsa)).then().statusCode(409);
    cancel(other).then().statusCode(200);
    bookWith(key, booking(slots.get(0), rsa)).then().statusCode(201);
  }

  @Test
  void a_booking_opens_with_its_secret_only() {
    Response made = book(slots.get(0), rsa);
    String reference = made.path("reference");
    String secret = made.path("secret");
    api()
        .header("Booking-Secret", secret)
        .get("/bookings/" + reference.substring(0, 4).toLowerCase() + "-" + reference.substring(4))
        .then()
        .statusCode(200)
        .body("secret", nullValue())
        .body("reference", equalTo(reference));
    String wrong =
        api()
            .header("Booking-Secret", "A".repeat(24))
            .get("/bookings/" + reference)
            .then()
            .statusCode(404)
            .extract()
            .path("detail");
    String unknown =
        api()
            .header("Booking-Secret", secret)
            .get("/bookings/AAAAAAAA")
            .then()
            .statusCode(404)
            .extract()
            .path("detail");
    String none =
        api().get("/bookings/" + reference).then().statusCode(404).extract().path("detail");
    assertThat(wrong).isEqualTo(unknown).isEqualTo(none);
    api().post("/bookings/" + reference + "/cancellation").then().statusCode(404);
    api()
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .post("/bookings/" + "x".repeat(600) + "/cancellation")
        .then()
        .statusCode(404);
    assertThat(bookings()).isEqualTo(1);
  }

  @Test
  void a_cancelled_booking_frees_its_places_and_cannot_be_cancelled_again() {
    Response made = book(slots.get(0), longOne);
    cancel(made)
        .then()
        .statusCode(200)
        .body("status", equalTo("cancelled"))
        .body("changeable", equalTo(false))
        .body("sequence", equalTo(1));
    assertThat(seats()).isZero();
    cancel(made).then().statusCode(200).body("sequence", equalTo(1));
    book(slots.get(0), longOne).then().statusCode(201);
  }

  @Test
  void past_the_deadline_a_booking_is_neither_moved_nor_cancelled() {
    Response made = book(slots.get(0), rsa);
    clock.set(TUESDAY.minus(Duration.ofMinutes(60)));
    clock.advance(Duration.ofSeconds(1));
    cancel(made).then().statusCode(409).body("type", equalTo("/problems/too-late-to-change"));
    move(made, slots.get(3)).then().statusCode(409);
    assertThat(bookings()).isEqualTo(1);
  }

  @Test
  void a_moved_booking_keeps_its_reference_and_leaves_its_old_place() {
    Response made = book(slots.get(0), rsa);
    move(made, slots.get(3))
        .then()
        .statusCode(200)
        .body("reference", equalTo(made.path("reference")))
        .body("start", equalTo("2026-11-24T10:30:00+01:00"))
        .body("sequence", equalTo(1));
    assertThat(seats()).isEqualTo(1);
    book(slots.get(0), rsa).then().statusCode(201);
  }

  @Test
  void moving_to_a_full_slot_leaves_the_old_booking_intact() {
    Response made = book(slots.get(0), rsa);
    book(slots.get(1), rsa).then().statusCode(201);
    move(made, slots.get(1)).then().statusCode(409).body("type", equalTo("/problems/slot-taken"));
    open(made)
        .then()
        .statusCode(200)
        .body("start", equalTo("2026-11-24T09:00:00+01:00"))
        .body("sequence", equalTo(0));
    book(slots.get(0), rsa).then().statusCode(409);
  }

  @Test
  void a_long_booking_moves_by_one_slot_over_its_own_places() {
    Response made = book(slots.get(0), longOne);
    move(made, slots.get(1)).then().statusCode(200);
    assertThat(seats()).isEqualTo(2);
    book(slots.get(0), rsa).then().statusCode(201);
    book(slots.get(2), rsa).then().statusCode(409);
  }

  @Test
  void a_get_never_changes_anything() {
    Response made = book(slots.get(0), rsa);
    String before = open(made).asString();
    api().get("/bookings/" + made.path("reference") + "/cancellation").then().statusCode(405);
    assertThat(open(made).asString()).isEqualTo(before);
  }

  @Test
  void the_calendar_keeps_its_uid_raises_sequence_and_really_cancels() {
    Response made = book(slots.get(0), rsa);
    String uid = "UID:" + made.path("reference") + "@porte-ouverte";
    assertThat(calendar(made))
        .contains(uid, "SEQUENCE:0", "METHOD:PUBLISH", "DTSTART;TZID=Europe/Paris:20261124T090000")
        .doesNotContain("Lefèvre");
    move(made, slots.get(1)).then().statusCode(200);
    assertThat(calendar(made))
        .contains(uid, "SEQUENCE:1", "DTSTART;TZID=Europe/Paris:20261124T093000");
    cancel(made).then().statusCode(200);
    assertThat(calendar(made)).contains(uid, "SEQUENCE:2", "METHOD:CANCEL", "STATUS:CANCELLED");
  }

  @Test
  void every_wrong_field_is_named_at_once() {
    api()
        .contentType(ContentType.JSON)
        .body(
            """
            {"slotId": "", "visitor": {"firstName": " ", "lastName": "%s", "language": "de"}}"""
                .formatted("x".repeat(101)))
        .post("/bookings")
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/invalid-request"))
        .body(
            "errors.field",
            hasItems(
                "slotId",
                "procedureId",
                "visitor.firstName",
                "visitor.lastName",
                "visitor.language"));
    assertThat(bookings()).isZero();
  }

  @Test
  void wrong_contacts_are_both_named() {
    bookContact(Map.of("email", "pas une adresse", "phone", "12"))
        .then()
        .statusCode(400)
        .body("errors.field", hasItems("visitor.email", "visitor.phone"));
  }

  @Test
  void a_phone_number_is_kept_in_international_form_and_a_landline_gets_no_sms() {
    bookContact(Map.of("phone", "02 31 61 00 00"))
        .then()
        .statusCode(201)
        .body("visitor.phone", equalTo("+33231610000"))
        .body("visitor.contactBy", equalTo("call"));
    bookContact(Map.of("phone", "02 31 61 00 00", "contactBy", "sms"))
        .then()
        .statusCode(400)
        .body("errors.field", hasItems("visitor.phone"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nguyễn Thị Ánh",
        "عائشة",
        "李小龍",
        "Ольга",
        "O’Connor-d'Été",
        "𐌰𐌱𐌲",
        "<b>Léa</b>"
      })
  void names_may_be_in_any_script(String name) {
    api()
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "slotId", slots.get(0),
                "procedureId", "" + rsa.id(),
                "visitor", Map.of("firstName", name, "lastName", name)))
        .post("/bookings")
        .then()
        .statusCode(201)
        .body("visitor.lastName", equalTo(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\\u0000b", "a\\ud800b", "a\\nb"})
  void a_name_that_nobody_can_read_is_refused(String name) {
    api()
        .contentType(ContentType.JSON)
        .body(
            """
            {"slotId": "%s", "procedureId": "%s", "visitor": {"firstName": "%s", "lastName": "B"}}"""
                .formatted(slots.get(0), rsa.id(), name))
        .post("/bookings")
        .then()
        .statusCode(400)
        .body("errors.field", hasItems("visitor.firstName"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "\"x\"", "null", "", "{\"slotId\": {}}", "{\"surprise\": 1}"})
  void unreadable_bodies_are_refused_without_a_stack_trace(String body) {
    String answer =
        api()
            .contentType(ContentType.JSON)
            .body(body)
            .post("/bookings")
            .then()
            .statusCode(400)
            .contentType("application/problem+json")
            .extract()
            .asString();
    assertThat(answer).doesNotContain("Exception", "\\tat ", "fr.porteouverte");
  }

  @Test
  void a_body_of_five_megabytes_is_refused_before_it_is_read() {
    api()
        .contentType(ContentType.JSON)
        .body("x".repeat(5_000_000))
        .post("/bookings")
        .then()
        .statusCode(413)
        .body("type", equalTo("/problems/body-too-large"));
  }

  @Test
  void an_unknown_parameter_is_named() {
    api()
        .get("/partners?pgae=2")
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/unknown-parameter"))
        .body("errors[0].field", equalTo("pgae"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999999", "0", "-1", "1e3", "abc", "9223372036854775808"})
  void a_forged_slot_does_not_exist(String slotId) {
    book(slotId, rsa).then().statusCode(404).body("type", equalTo("/problems/not-found"));
  }

  @Test
  void a_slot_of_another_procedure_is_refused() {
    var other = fixtures.procedure("impots", caf, 30);
    book(slots.get(0), other).then().statusCode(400).body("errors.field", hasItems("procedureId"));
  }

  @Test
  void a_past_slot_is_closed() {
    clock.set(TUESDAY);
    book(slots.get(0), rsa).then().statusCode(409).body("type", equalTo("/problems/slot-closed"));
    hold(slots.get(0), rsa).then().statusCode(409).body("type", equalTo("/problems/slot-closed"));
  }

  @Test
  void notice_and_horizon_of_the_permanence_are_kept() {
    var soon =
        timetable.add(Timetable.Session.of(moyaux, caf, TUESDAY, 1, rsa).notice(24 * 60 * 2));
    var far =
        timetable.add(
            Timetable.Session.of(moyaux, caf, TUESDAY.plus(Duration.ofDays(30)), 1, rsa)
                .horizon(7));
    book(soon.get(0), rsa).then().statusCode(409).body("type", equalTo("/problems/slot-closed"));
    book(far.get(0), rsa).then().statusCode(409).body("type", equalTo("/problems/slot-closed"));
    assertThat(bookings()).isZero();
  }

  @Test
  void every_answer_carries_a_request_number() {
    api().get("/partners").then().header("X-Request-Id", not(empty()));
    api()
        .header("X-Request-Id", "abc-123")
        .get("/bookings/AAAAAAAA")
        .then()
        .header("X-Request-Id", "abc-123")
        .body("requestId", equalTo("abc-123"));
  }

  private Response bookHeld(String hold) {
    return api()
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "slotId",
                slots.get(0),
                "procedureId",
                "" + (timetable.number("select count(*) from seat") > 1 ? longOne : rsa).id(),
                "holdId",
                hold,
                "visitor",
                visitor()))
        .post("/bookings");
  }

  private Response holdBy(UUID browser, int slot) {
    return api()
        .contentType(ContentType.JSON)
        .header("Browser-Id", browser)
        .body(Map.of("slotId", slots.get(slot), "procedureId", "" + rsa.id()))
        .post("/holds");
  }

  private Response bookFor(String phone, int slot) {
    return api()
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "slotId", slots.get(slot),
                "procedureId", "" + rsa.id(),
                "visitor", Map.of("firstName", "A", "lastName", "B", "phone", phone)))
        .post("/bookings");
  }

  private Response bookContact(Map<String, String> contact) {
    var visitor = new java.util.HashMap<String, Object>(visitor());
    visitor.putAll(contact);
    return api()
        .contentType(ContentType.JSON)
        .body(Map.of("slotId", slots.get(0), "procedureId", "" + rsa.id(), "visitor", visitor))
        .post("/bookings");
  }

  private Response bookWith(String key, Map<String, Object> body) {
    return api()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body(body)
        .post("/bookings");
  }

  private Response open(Response made) {
    return api()
        .header("Booking-Secret", made.<String>path("secret"))
        .get("/bookings/" + made.path("reference"));
  }

  private Response cancel(Response made) {
    return api()
        .header("Booking-Secret", made.<String>path("secret"))
        .post("/bookings/" + made.path("reference") + "/cancellation");
  }

  private Response move(Response made, String slotId) {
    return api()
        .header("Booking-Secret", made.<String>path("secret"))
        .contentType(ContentType.JSON)
        .body(Map.of("slotId", slotId))
        .post("/bookings/" + made.path("reference") + "/reschedule");
  }

  private String calendar(Response made) {
    return api()
        .header("Booking-Secret", made.<String>path("secret"))
        .get("/bookings/" + made.path("reference") + "/calendar.ics")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }
}
