package fr.porteouverte.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import fr.porteouverte.support.Post;
import fr.porteouverte.support.ReceivedMail;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reminders go when the house wants them, and never about what is no longer so. */
abstract class RemindersSuite extends MessageSuite {
  /** Two days before, 18 h. */
  static final Instant SUNDAY_EVENING = TUESDAY.minus(Duration.ofHours(39));

  /** On the day, 8 h. */
  static final Instant THAT_MORNING = TUESDAY.minus(Duration.ofHours(1));

  @Inject Reminders reminders;

  private List<ReceivedMail> mailsAt(Instant instant) {
    clock.set(instant);
    return mails();
  }

  private JsonPath bookedAndConfirmed(int slot) {
    JsonPath booking = booked(slots.get(slot), jeanne("email", "jeanne@example.org"));
    mail();
    Post.clear();
    return booking;
  }

  @Test
  void both_reminders_go_at_their_hour_and_not_before() {
    bookedAndConfirmed(2);

    assertThat(mailsAt(SUNDAY_EVENING.minusSeconds(1))).isEmpty();
    assertThat(mailsAt(SUNDAY_EVENING)).hasSize(1);
    assertThat(mailsAt(THAT_MORNING)).hasSize(2);
    assertThat(mails().get(0).subject()).startsWith("Rappel : rendez-vous le mardi 1er décembre");
    assertThat(mails().get(1).subject())
        .isEqualTo("Aujourd’hui à 10\u00a0h : votre rendez-vous, Moyaux");
  }

  @Test
  void a_cancelled_booking_reminds_nobody() {
    JsonPath booking = bookedAndConfirmed(2);
    cancel(booking).then().statusCode(200);
    mails();
    Post.clear();

    assertThat(mailsAt(THAT_MORNING)).isEmpty();
    assertThat(states("reminder")).isEqualTo("email:superseded");
  }

  @Test
  void a_moved_booking_reminds_of_its_new_time_only() {
    JsonPath booking = bookedAndConfirmed(2);
    move(booking, slots.get(6)).then().statusCode(200);
    mails();
    Post.clear();

    List<ReceivedMail> mails = mailsAt(SUNDAY_EVENING);

    assertThat(mails).hasSize(1);
    assertThat(mails.get(0).text()).contains("de 12\u00a0h à 12\u00a0h\u00a030");
  }

  @Test
  void a_reminder_overlooked_by_the_change_is_stopped_when_it_would_go() {
    JsonPath booking = bookedAndConfirmed(2);
    cancel(booking).then().statusCode(200);
    mails();
    Post.clear();
    timetable.change("update outbox set state = 'waiting' where kind = 'reminder'");

    assertThat(mailsAt(SUNDAY_EVENING)).isEmpty();
    assertThat(states("reminder")).isEqualTo("email:superseded");
  }

  @Test
  void a_reminder_that_could_not_go_in_time_does_not_go_at_all() {
    bookedAndConfirmed(0);
    Post.stopMail();
    clock.set(SUNDAY_EVENING);
    dispatcher.run();
    Post.startMail();

    assertThat(mailsAt(TUESDAY.minus(Duration.ofMinutes(30)))).isEmpty();
    assertThat(states("reminder")).isEqualTo("email:expired call:waiting");
  }

  @Test
  void who_has_arrived_is_reminded_no_more() {
    JsonPath booking = bookedAndConfirmed(2);
    timetable.change("update booking set state = 'arrived'");

    assertThat(mailsAt(SUNDAY_EVENING)).isEmpty();
    assertThat(booking.getString("reference")).isNotEmpty();
  }

  @Test
  void bookings_that_nobody_planned_reminders_for_get_theirs_once() {
    bookedAndConfirmed(2);
    timetable.change("delete from outbox where state = 'waiting'");
    clock.advance(Duration.ofDays(2));

    reminders.run();
    reminders.run();

    assertThat(waiting("reminder")).isEqualTo(1);
    assertThat(waiting("morningReminder")).isEqualTo(1);
    assertThat(mailsAt(SUNDAY_EVENING)).hasSize(1);
  }

  private ValidatableResponse settings(String etag, Map<String, Object> changed) {
    Map<String, Object> form =
        new HashMap<>(
            Map.of(
                "reminderDays", 2,
                "reminderTime", "18:00",
                "morningReminder", true,
                "morningTime", "08:00",
                "quietFrom", "20:00",
                "quietTo", "08:00",
                "earlierSlots", true));
    form.putAll(changed);
    return api()
        .contentType(ContentType.JSON)
        .header("If-Match", etag)
        .body(form)
        .put("/sites/" + moyaux.id() + "/message-settings")
        .then();
  }

  @Test
  @TestSecurity(user = "boss", roles = "admin")
  void a_house_that_changes_its_mind_changes_what_waits() {
    booked(slots.get(2), jeanne("email", "jeanne@example.org"));
    mail();
    Post.clear();
    String etag =
        api()
            .get("/sites/" + moyaux.id() + "/message-settings")
            .then()
            .statusCode(200)
            .body("reminderDays", equalTo(2))
            .extract()
            .header("ETag");

    settings(etag, Map.of("reminderDays", 1, "reminderTime", "17:00", "morningReminder", false))
        .statusCode(200)
        .body("reminderDays", equalTo(1));

    assertThat(mailsAt(SUNDAY_EVENING)).isEmpty();
    assertThat(mailsAt(SUNDAY_EVENING.plus(Duration.ofHours(23)))).hasSize(1);
    assertThat(mailsAt(THAT_MORNING)).hasSize(1);
    settings(etag, Map.of()).statusCode(412);
  }

  @Test
  @TestSecurity(user = "boss", roles = "admin")
  void wrong_settings_are_all_named_at_once() {
    settings("\"-1\"", Map.of("reminderDays", 9, "reminderTime", "21:00", "morningTime", "soon"))
        .statusCode(400)
        .body("errors.field", hasItems("reminderDays", "morningTime"));
    settings("\"-1\"", Map.of("reminderTime", "21:00"))
        .statusCode(400)
        .body("errors.field", hasItems("reminderTime"));
    assertThat(timetable.number("select count(*) from message_settings")).isZero();
  }
}
