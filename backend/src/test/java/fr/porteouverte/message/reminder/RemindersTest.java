package fr.porteouverte.message.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.MessageSuite;
import fr.porteouverte.support.Post;
import fr.porteouverte.support.ReceivedMail;
import fr.porteouverte.support.TestClock;
import fr.porteouverte.support.Timetable;
import io.quarkus.test.junit.QuarkusTest;
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
@QuarkusTest
class RemindersTest extends MessageSuite {
  /** Two days before, 18 h. */
  static final Instant SUNDAY_EVENING = TUESDAY.minus(Duration.ofHours(39));

  /** On the day, 8 h. */
  static final Instant THAT_MORNING = TUESDAY.minus(Duration.ofHours(1));

  /** A night before that, 3 h. */
  static final Instant AT_NIGHT = SUNDAY_EVENING.plus(Duration.ofHours(9));

  @Inject MissedReminders missed;

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

    assertThat(mailsAt(TUESDAY.minus(Duration.ofMinutes(29)))).isEmpty();
    assertThat(states("reminder")).as("followed by the one of the day").isEqualTo("email:expired");
    assertThat(states("morningReminder")).isEqualTo("email:expired call:waiting");
  }

  @Test
  void at_nine_the_reminder_of_the_day_goes_when_a_worker_looks_a_few_seconds_late() {
    bookedAndConfirmed(0);
    assertThat(mailsAt(SUNDAY_EVENING)).hasSize(1);

    assertThat(mailsAt(THAT_MORNING.plusSeconds(5))).hasSize(2);
    assertThat(states("morningReminder")).isEqualTo("email:sent");
  }

  @Test
  void at_nine_the_reminder_of_the_day_goes_behind_a_mass() {
    bookedAndConfirmed(0);
    assertThat(mailsAt(SUNDAY_EVENING)).hasSize(1);

    assertThat(mailsAt(THAT_MORNING.plus(Duration.ofMinutes(7)))).hasSize(2);
    assertThat(states("morningReminder")).isEqualTo("email:sent");
  }

  private void noServerAt(Instant instant) {
    Post.stopMail();
    clock.set(instant);
    dispatcher.run();
    Post.startMail();
  }

  @Test
  void after_a_long_outage_the_reminder_of_the_day_goes_alone() {
    bookedAndConfirmed(2);
    noServerAt(SUNDAY_EVENING);

    assertThat(mailsAt(THAT_MORNING.plusSeconds(5))).hasSize(1);
    assertThat(mails().get(0).subject()).startsWith("Aujourd’hui");
    assertThat(states("reminder")).isEqualTo("email:expired");
  }

  @Test
  void a_reminder_that_could_not_go_in_the_evening_goes_in_the_morning_and_wakes_nobody() {
    bookedAndConfirmed(2);
    noServerAt(SUNDAY_EVENING);

    assertThat(mailsAt(AT_NIGHT)).isEmpty();
    assertThat(timetable.number("select attempts from outbox where kind = 'reminder'"))
        .as("it was not tried")
        .isEqualTo(1);
    assertThat(mailsAt(AT_NIGHT.plus(Duration.ofMinutes(299)))).isEmpty();
    assertThat(mailsAt(AT_NIGHT.plus(Duration.ofHours(5)))).hasSize(1);
  }

  @Test
  void who_books_at_night_has_the_answer_at_once_but_not_hours_later() {
    clock.set(AT_NIGHT);
    booked(slots.get(2), jeanne("email", "jeanne@example.org"));
    assertThat(mails()).hasSize(1);
    Post.clear();

    clock.set(AT_NIGHT.minus(Duration.ofHours(4)));
    booked(slots.get(3), jeanne("email", "jeanne@example.org"));
    noServerAt(clock.now());
    assertThat(mailsAt(AT_NIGHT)).isEmpty();
    assertThat(mailsAt(AT_NIGHT.plus(Duration.ofHours(5)))).hasSize(1);
  }

  private void cancelledByClaire(JsonPath booking, boolean told) {
    api()
        .contentType(ContentType.JSON)
        .body(Map.of("told", told))
        .post("/bookings/" + booking.getString("reference") + "/cancellation")
        .then()
        .statusCode(200);
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void what_staff_change_before_the_night_waits_for_the_morning_unless_somebody_was_told() {
    fixtures.agent("claire", AgentRole.clerk, moyaux);
    JsonPath one = bookedAndConfirmed(2);
    JsonPath two = bookedAndConfirmed(3);
    Instant justBefore = TestClock.MONDAY.plus(Duration.ofMinutes(719));
    clock.set(justBefore);
    cancelledByClaire(one, false);
    cancelledByClaire(two, true);
    noServerAt(justBefore);

    assertThat(mailsAt(justBefore.plus(Duration.ofMinutes(5)))).hasSize(1);
    assertThat(states("cancelled")).isEqualTo("email:waiting email:sent");
    assertThat(mailsAt(justBefore.plus(Duration.ofHours(7)))).hasSize(1);
    assertThat(mailsAt(justBefore.plus(Duration.ofMinutes(721)))).hasSize(2);
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void at_night_what_staff_change_goes_at_once_only_if_the_appointment_is_near() {
    fixtures.agent("claire", AgentRole.clerk, moyaux);
    JsonPath near = bookedAndConfirmed(0);
    JsonPath later = bookedAndConfirmed(5);
    clock.set(TUESDAY.minus(Duration.ofHours(3)));
    mails();
    Post.clear();
    cancelledByClaire(near, false);
    cancelledByClaire(later, false);

    assertThat(mails()).hasSize(1);
    assertThat(states("cancelled")).isEqualTo("email:sent email:waiting");
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void whom_a_clerk_sees_arrive_is_reminded_no_more() {
    fixtures.agent("claire", AgentRole.clerk, moyaux);
    JsonPath booking = bookedAndConfirmed(2);
    clock.set(THAT_MORNING.minus(Duration.ofMinutes(10)));
    mails();
    Post.clear();

    api()
        .contentType(ContentType.JSON)
        .post("/bookings/" + booking.getString("reference") + "/arrival")
        .then()
        .statusCode(201);

    assertThat(states("morningReminder")).isEqualTo("email:superseded");
    assertThat(mailsAt(THAT_MORNING)).isEmpty();
  }

  @Test
  void who_wants_messages_again_is_reminded_again() {
    JsonPath booking = bookedAndConfirmed(2);
    for (String way : List.of("none", "email")) {
      api()
          .contentType(ContentType.JSON)
          .header("Booking-Secret", booking.getString("secret"))
          .body(Map.of("contactBy", way))
          .put("/bookings/" + booking.getString("reference") + "/contact-by")
          .then()
          .statusCode(200);
    }

    assertThat(mailsAt(SUNDAY_EVENING)).hasSize(1);
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

    missed.run();
    missed.run();

    assertThat(waiting("reminder")).isEqualTo(1);
    assertThat(waiting("morningReminder")).isEqualTo(1);
    assertThat(mailsAt(SUNDAY_EVENING)).hasSize(1);
  }

  @Test
  void one_house_that_cannot_be_read_keeps_no_other_from_its_reminders() {
    Site other = fixtures.site("Lisieux");
    List<String> there = timetable.add(Timetable.Session.of(other, caf, TUESDAY, 1, rsa));
    bookedAndConfirmed(2);
    booked(there.get(0), jeanne("email", "jeanne@example.org"));
    mails();
    timetable.change("delete from outbox where state = 'waiting'");
    timetable.change("update site set zone = 'Nowhere' where id = " + moyaux.id());
    clock.advance(Duration.ofDays(2));

    missed.run();

    assertThat(waiting("reminder")).isEqualTo(1);
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
                "waitlist", true));
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
