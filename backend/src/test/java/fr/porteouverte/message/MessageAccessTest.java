package fr.porteouverte.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.support.MessageSuite;
import fr.porteouverte.support.Post;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may see and send what; and sending once more. */
@QuarkusTest
class MessageAccessTest extends MessageSuite {
  private JsonPath booking;
  private String message;
  private String call;

  @BeforeEach
  void aBookingWithItsMessages() {
    var sees = fixtures.site("Sées");
    fixtures.agent("claire", AgentRole.clerk, moyaux);
    fixtures.agent("marc", AgentRole.manager, moyaux);
    fixtures.agent("hugo", AgentRole.clerk, sees);
    fixtures.agent("marie", AgentRole.manager, sees);
    booking = booked(slots.get(0), jeanne("email", "jeanne@example.org"));
    booked(slots.get(1), jeanne("phone", "02 31 00 00 00"));
    dispatcher.run();
    message = "" + timetable.number("select min(id) from outbox where kind = 'confirmation'");
    call = "" + timetable.number("select min(id) from outbox where channel = 'call'");
  }

  /** The status of each staff operation of this issue, asked with Moyaux's real ids. */
  private List<Integer> statuses() {
    String house = "/sites/" + moyaux.id();
    String words = house + "/message-templates";
    Map<String, String> some =
        Map.of("subject", "a", "opening", "b", "closing", "", "sms", "{link}");
    List<Integer> statuses = new ArrayList<>();
    statuses.add(
        api().get("/bookings/" + booking.getString("reference") + "/messages").statusCode());
    statuses.add(api().get(house + "/message-settings").statusCode());
    statuses.add(api().get(words).statusCode());
    statuses.add(api().get(house + "/call-sheet").statusCode());
    statuses.add(json(Map.of("result", "reached")).post("/calls/" + call + "/result").statusCode());
    statuses.add(json(some).post(words + "/confirmation/fr/preview").statusCode());
    statuses.add(api().post("/messages/" + message + "/resend").statusCode());
    statuses.add(
        json(settings())
            .header("If-Match", "\"-1\"")
            .put(house + "/message-settings")
            .statusCode());
    statuses.add(
        json(some).header("If-Match", "\"-1\"").put(words + "/confirmation/fr").statusCode());
    statuses.add(api().header("If-Match", "\"0\"").delete(words + "/confirmation/fr").statusCode());
    return statuses;
  }

  private io.restassured.specification.RequestSpecification json(Object body) {
    return api().contentType(ContentType.JSON).body(body);
  }

  private static Map<String, Object> settings() {
    return Map.of(
        "reminderDays", 2,
        "reminderTime", "18:00",
        "morningReminder", true,
        "morningTime", "08:00",
        "quietFrom", "20:00",
        "quietTo", "08:00",
        "waitlist", true);
  }

  @Test
  void nobody_without_a_login() {
    assertThat(statuses()).containsOnly(401);
  }

  @Test
  @TestSecurity(user = "hugo", roles = Role.CLERK)
  void a_clerk_of_another_house_finds_nothing_and_may_not_do_what_managers_do() {
    assertThat(statuses()).containsExactly(404, 404, 404, 404, 404, 404, 403, 403, 403, 403);
  }

  @Test
  @TestSecurity(user = "marie", roles = Role.MANAGER)
  void a_manager_of_another_house_finds_nothing() {
    assertThat(statuses()).containsOnly(404);
  }

  @Test
  @TestSecurity(user = "sophie", roles = Role.PARTNER)
  void a_partner_may_do_none_of_it() {
    assertThat(statuses()).containsOnly(403);
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void a_clerk_sees_and_calls_but_neither_resends_nor_changes_words() {
    assertThat(statuses()).containsExactly(200, 200, 200, 200, 200, 200, 403, 403, 403, 403);
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_manager_may_do_all_of_it() {
    assertThat(statuses()).containsExactly(200, 200, 200, 200, 200, 200, 201, 200, 200, 204);
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_manager_sees_each_message_with_its_fate() {
    api()
        .get("/bookings/" + booking.getString("reference") + "/messages")
        .then()
        .statusCode(200)
        .body("items.kind", contains("confirmation", "reminder", "morningReminder"))
        .body("items.state", contains("sent", "waiting", "waiting"))
        .body("items[0].to", equalTo("jeanne@example.org"))
        .body("items[0].subject", containsString("Moyaux"))
        .body("items[0].resendable", equalTo(true))
        .body("items[1].dueAt", equalTo("2026-11-29T18:00:00+01:00"))
        .body("items[1].resendable", equalTo(false));
  }

  private void notResendable() {
    api()
        .get("/bookings/" + booking.getString("reference") + "/messages")
        .then()
        .body("items[0].resendable", equalTo(false));
    api().post("/messages/" + message + "/resend").then().statusCode(409);
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void who_wants_no_messages_is_sent_none_again() {
    json(Map.of("contactBy", "none"))
        .header("Booking-Secret", booking.getString("secret"))
        .put("/bookings/" + booking.getString("reference") + "/contact-by")
        .then()
        .statusCode(200);

    notResendable();
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void nothing_is_sent_again_once_the_appointment_has_begun() {
    clock.set(TUESDAY.plus(Duration.ofHours(4)));

    notResendable();
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void one_more_sending_is_one_more_however_often_the_button_is_pressed() {
    Post.clear();
    String key = UUID.randomUUID().toString();
    for (int i = 0; i < 3; i++) {
      api()
          .header("Idempotency-Key", key)
          .post("/messages/" + message + "/resend")
          .then()
          .statusCode(201)
          .body("resent", equalTo(true));
    }

    assertThat(mails()).hasSize(1);
    for (int i = 0; i < 3; i++) {
      api().post("/messages/" + message + "/resend").then().statusCode(201);
    }
    api()
        .post("/messages/" + message + "/resend")
        .then()
        .statusCode(409)
        .body("type", containsString("not-resendable"));
    api()
        .get("/bookings/" + booking.getString("reference") + "/messages")
        .then()
        .body("items", hasSize(7));
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void what_is_no_longer_true_is_not_sent_again() {
    cancel(booking).then().statusCode(200);

    api().post("/messages/" + message + "/resend").then().statusCode(409);
  }

  @Test
  void the_local_outbox_is_nowhere_where_mail_is_really_sent() {
    api().get("/local-outbox").then().statusCode(404);
    api().get("/configuration").then().body("localOutbox", equalTo(false));
  }
}
