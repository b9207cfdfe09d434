package fr.porteouverte.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.support.MessageSuite;
import fr.porteouverte.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A clerk puts right what was written down of a person. */
@TestSecurity(user = "claire", roles = Role.CLERK)
@QuarkusTest
class VisitorCorrectionTest extends MessageSuite {

  @BeforeEach
  void claireWorksAtMoyauxAndHugoElsewhere() {
    fixtures.agent("claire", AgentRole.clerk, moyaux);
    fixtures.agent("hugo", AgentRole.clerk, fixtures.site("Sées"));
  }

  private static String address(JsonPath booking) {
    return "/bookings/" + booking.getString("reference") + "/visitor";
  }

  private String version(JsonPath booking) {
    return api().get(address(booking)).then().statusCode(200).extract().header("ETag");
  }

  private Response send(JsonPath booking, String version, Map<String, Object> body) {
    var request = api().contentType(ContentType.JSON).body(body);
    return (version == null ? request : request.header("If-Match", version)).put(address(booking));
  }

  private ValidatableResponse correct(JsonPath booking, Object... fields) {
    return send(booking, version(booking), Map.of("visitor", jeanne(fields))).then();
  }

  private ValidatableResponse correctAndConfirm(JsonPath booking, Object... fields) {
    Map<String, Object> body = new HashMap<>(Map.of("visitor", jeanne(fields)));
    body.put("confirmAgain", true);
    return send(booking, version(booking), body).then();
  }

  private void bounced() {
    timetable.change(
        "update outbox set state = 'bounced', reason = 'mailbox-unknown', settled_at = sent_at where"
            + " kind = 'confirmation' and channel = 'email'");
  }

  @Test
  void a_name_a_number_and_an_address_are_put_right_and_the_history_says_who_did_it() {
    JsonPath booking = booked(slots.get(0), jeanne());

    correct(
            booking,
            "firstName",
            " Jane ",
            "lastName",
            "Martin",
            "email",
            "Jane@Example.org",
            "phone",
            "06 12 34 56 78",
            "language",
            "en")
        .statusCode(200)
        .body("visitor.firstName", equalTo("Jane"))
        .body("visitor.email", equalTo("jane@example.org"))
        .body("visitor.phone", equalTo("+33612345678"))
        .body("visitor.contactBy", equalTo("sms"))
        .body("visitor.language", equalTo("en"));

    assertThat(
            timetable.text("select kind || ' ' || actor from booking_event where kind <> 'booked'"))
        .isEqualTo("corrected claire");
    assertThat(timetable.number("select sequence from booking")).isZero();
    correct(booking, "language", null)
        .body("visitor.phone", nullValue())
        .body("visitor.contactBy", equalTo("none"))
        .body("visitor.language", equalTo("en"));
  }

  @Test
  void what_is_wrong_is_said_at_its_field_and_changes_nothing() {
    JsonPath booking = booked(slots.get(0), jeanne());

    correct(booking, "firstName", "", "email", "jeanne", "phone", "12").statusCode(400);
    correct(booking, "email", "jeanne", "phone", "12")
        .statusCode(400)
        .body("errors.field", contains("visitor.email", "visitor.phone"));
    correct(booking, "contactBy", "call")
        .statusCode(400)
        .body("errors.field", contains("visitor.phone"));
    correctAndConfirm(booking, "phone", "02 31 00 00 00")
        .statusCode(400)
        .body("errors.field", contains("confirmAgain"));
    assertThat(timetable.number("select count(*) from booking where phone is null")).isOne();
  }

  @Test
  void nobody_overwrites_what_they_have_not_seen() {
    JsonPath booking = booked(slots.get(0), jeanne());
    String seen = version(booking);
    Map<String, Object> body = Map.of("visitor", jeanne("phone", "0612345678"));

    send(booking, null, body).then().statusCode(428);
    List<Integer> answers =
        Together.run(
            IntStream.range(0, 4)
                .<Callable<Integer>>mapToObj(i -> () -> send(booking, seen, body).statusCode())
                .toList());

    assertThat(answers).containsOnlyOnce(200);
    assertThat(answers.stream().filter(status -> status == 412)).hasSize(3);
  }

  @Test
  void whom_no_message_reached_is_confirmed_and_reminded_by_the_number_that_was_added() {
    JsonPath booking = booked(slots.get(0), jeanne());
    assertThat(timetable.number("select count(*) from outbox")).isZero();

    correctAndConfirm(booking, "email", "jeanne@example.org").statusCode(200);

    assertThat(mail().to()).isEqualTo("jeanne@example.org");
    assertThat(waiting("reminder")).isEqualTo(1);
    correct(booking, "email", "jeanne@example.org").statusCode(200);
    assertThat(mails()).as("nothing is told twice unless it is asked for").hasSize(1);
  }

  @Test
  void what_waits_goes_to_the_new_address_in_the_new_way() {
    JsonPath booking = booked(slots.get(0), jeanne("email", "jaenne@example.org"));

    correct(booking, "email", "jeanne@example.org").statusCode(200);
    assertThat(mail().to()).isEqualTo("jeanne@example.org");

    correct(booking, "phone", "0612345678").statusCode(200);
    assertThat(states("reminder")).isEqualTo("sms:waiting");
    correct(booking, "phone", "0231000000").statusCode(200);
    assertThat(states("reminder")).isEqualTo("call:waiting");
    correct(booking).statusCode(200);
    assertThat(states("reminder")).isEmpty();
  }

  @Test
  void an_address_from_which_mail_came_back_is_alive_again_once_it_is_put_right() {
    JsonPath booking = booked(slots.get(0), jeanne("email", "jaenne@example.org"));
    mails();
    bounced();
    clock.advance(Duration.ofMinutes(5));

    correct(booking, "email", "jeanne@example.org").statusCode(200);
    move(booking, slots.get(2)).then().statusCode(200);

    assertThat(mails()).hasSize(2);
    assertThat(states("moved")).isEqualTo("email:sent");
  }

  @Test
  void the_same_address_is_alive_again_when_the_clerk_vouches_for_it() {
    JsonPath booking = booked(slots.get(0), jeanne("email", "jeanne@example.org"));
    mails();
    bounced();
    clock.advance(Duration.ofMinutes(5));

    correctAndConfirm(booking, "email", "jeanne@example.org").statusCode(200);

    assertThat(mails()).hasSize(2);
    assertThat(states("reminder")).isEqualTo("email:waiting");
  }

  @Test
  void whom_a_clerk_was_to_call_of_a_change_is_written_to_once_there_is_an_address() {
    JsonPath booking = booked(slots.get(0), jeanne());
    api()
        .contentType(ContentType.JSON)
        .body(Map.of("told", false))
        .post("/bookings/" + booking.getString("reference") + "/cancellation")
        .then()
        .statusCode(200);
    assertThat(states("cancelled")).isEqualTo("call:waiting");

    correct(booking, "email", "jeanne@example.org").statusCode(200);

    assertThat(mail().subject()).contains("annulé");
    assertThat(states("cancelled")).isEqualTo("call:superseded email:sent");
    api()
        .get("/sites/" + moyaux.id() + "/call-sheet?date=2026-11-23")
        .then()
        .body("items", empty());
  }

  @Test
  void who_is_no_longer_known_cannot_be_corrected() {
    JsonPath booking = booked(slots.get(0), jeanne());
    timetable.change("update booking set first_name = '—', last_name = '—'");

    correct(booking, "phone", "0612345678")
        .statusCode(409)
        .body("type", containsString("conflict"));
  }

  @Test
  @TestSecurity(user = "hugo", roles = Role.CLERK)
  void another_house_does_not_find_them() {
    JsonPath booking = booked(slots.get(0), jeanne());

    api().get(address(booking)).then().statusCode(404);
    send(booking, "\"0\"", Map.of("visitor", jeanne())).then().statusCode(404);
    api().get("/bookings/ZZZZ2222/visitor").then().statusCode(404);
  }

  @Test
  @TestSecurity(user = "sophie", roles = Role.PARTNER)
  void a_partner_may_not() {
    JsonPath booking = booked(slots.get(0), jeanne());

    api().get(address(booking)).then().statusCode(403);
    send(booking, "\"0\"", Map.of("visitor", jeanne())).then().statusCode(403);
  }

  @Test
  @TestSecurity
  void nor_whoever_has_the_private_link() {
    JsonPath booking = booked(slots.get(0), jeanne());
    String secret = booking.getString("secret");

    api().header("Booking-Secret", secret).get(address(booking)).then().statusCode(401);
    api()
        .header("Booking-Secret", secret)
        .header("If-Match", "\"0\"")
        .contentType(ContentType.JSON)
        .body(Map.of("visitor", jeanne("phone", "0699999999")))
        .put(address(booking))
        .then()
        .statusCode(401);
    assertThat(timetable.number("select count(*) from booking where phone is not null")).isZero();
  }
}
