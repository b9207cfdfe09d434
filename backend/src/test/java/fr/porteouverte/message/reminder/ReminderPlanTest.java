package fr.porteouverte.message.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.message.MessageKind;
import fr.porteouverte.message.reminder.ReminderPlan.Reminder;
import fr.porteouverte.message.settings.MessageSettings;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReminderPlanTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final ZoneId REUNION = ZoneId.of("Indian/Reunion");
  private final MessageSettings settings = new MessageSettings(1);

  private static Instant at(String local, ZoneId zone) {
    return LocalDateTime.parse(local).atZone(zone).toInstant();
  }

  private List<Reminder> plan(String start, String told, ZoneId zone) {
    return ReminderPlan.of(settings, zone, at(start, zone), at(told, zone));
  }

  @Test
  void two_days_before_at_18_h_and_the_same_morning_at_8_h() {
    assertThat(plan("2026-12-10T14:00", "2026-11-23T10:00", PARIS))
        .extracting(Reminder::kind, Reminder::due)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                MessageKind.reminder, at("2026-12-08T18:00", PARIS)),
            org.assertj.core.groups.Tuple.tuple(
                MessageKind.morningReminder, at("2026-12-10T08:00", PARIS)));
  }

  @Test
  void overseas_the_house_reads_its_own_clock() {
    assertThat(plan("2026-12-10T14:00", "2026-11-23T10:00", REUNION).get(0).due())
        .isEqualTo(Instant.parse("2026-12-08T14:00:00Z"));
  }

  @Test
  void over_the_end_of_summer_time_the_local_hour_stays() {
    assertThat(plan("2026-10-26T14:00", "2026-10-01T10:00", PARIS).get(0).due())
        .isEqualTo(Instant.parse("2026-10-24T16:00:00Z"));
    assertThat(plan("2026-10-26T14:00", "2026-10-01T10:00", PARIS).get(1).due())
        .isEqualTo(Instant.parse("2026-10-26T07:00:00Z"));
  }

  @Test
  void nobody_is_reminded_minutes_or_hours_after_booking() {
    assertThat(plan("2026-11-25T14:00", "2026-11-23T17:50", PARIS))
        .extracting(Reminder::kind)
        .containsExactly(MessageKind.morningReminder);
    assertThat(plan("2026-11-23T14:00", "2026-11-23T07:50", PARIS)).isEmpty();
  }

  @Test
  void none_comes_after_the_appointment_or_in_its_last_hour() {
    assertThat(plan("2026-12-10T08:30", "2026-11-23T10:00", PARIS))
        .extracting(Reminder::kind)
        .containsExactly(MessageKind.reminder);
    assertThat(plan("2026-12-10T09:00", "2026-11-23T10:00", PARIS))
        .allSatisfy(
            reminder -> {
              assertThat(reminder.due()).isBeforeOrEqualTo(at("2026-12-10T08:00", PARIS));
            })
        .hasSize(2);
    assertThat(plan("2026-12-10T08:59", "2026-11-23T10:00", PARIS)).hasSize(1);
  }

  @Test
  void one_that_is_due_at_the_last_hour_has_half_an_hour_to_go() {
    assertThat(plan("2026-12-10T09:00", "2026-11-23T10:00", PARIS).get(1).giveUp())
        .isEqualTo(at("2026-12-10T08:30", PARIS));
  }

  @Test
  void the_earlier_reminder_is_given_up_when_the_one_of_the_morning_is_due() {
    assertThat(plan("2026-12-10T14:00", "2026-11-23T10:00", PARIS).get(0).giveUp())
        .isEqualTo(at("2026-12-10T08:00", PARIS));
    assertThat(plan("2026-12-10T08:30", "2026-11-23T10:00", PARIS).get(0).giveUp())
        .isEqualTo(at("2026-12-10T08:00", PARIS));
    assertThat(plan("2026-12-10T08:40", "2026-11-23T10:00", PARIS).get(0).giveUp())
        .isEqualTo(at("2026-12-10T08:10", PARIS));
  }

  @Test
  void a_house_may_have_none_at_all() {
    settings.remind(0, LocalTime.of(18, 0), false, LocalTime.of(8, 0));
    assertThat(plan("2026-12-10T14:00", "2026-11-23T10:00", PARIS)).isEmpty();
  }
}
