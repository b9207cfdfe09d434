package fr.porteouverte.message;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** When to remind somebody of an appointment. Local rules, in the house's zone. */
final class ReminderPlan {
  /** Who has just been told needs no reminder. */
  private static final Duration SINCE_TOLD = Duration.ofHours(12);

  /** Later than this before the appointment a reminder helps nobody. */
  static final Duration LAST = Duration.ofHours(1);

  private ReminderPlan() {}

  /**
   * @param due not before
   * @param giveUp not after
   */
  record Reminder(MessageKind kind, Instant due, Instant giveUp) {}

  /**
   * @param told when the person last heard of this time
   */
  static List<Reminder> of(MessageSettings settings, ZoneId zone, Instant start, Instant told) {
    List<Reminder> plan = new ArrayList<>();
    LocalDate day = start.atZone(zone).toLocalDate();
    if (settings.reminderDays() > 0) {
      add(
          plan,
          MessageKind.reminder,
          at(settings, zone, day.minusDays(settings.reminderDays()), settings.reminderTime()),
          start,
          told);
    }
    if (settings.morningReminder()) {
      add(
          plan,
          MessageKind.morningReminder,
          at(settings, zone, day, settings.morningTime()),
          start,
          told);
    }
    return plan;
  }

  private static Instant at(MessageSettings settings, ZoneId zone, LocalDate day, LocalTime time) {
    return settings.quietHours().next(day.atTime(time).atZone(zone).toInstant(), zone);
  }

  private static void add(
      List<Reminder> plan, MessageKind kind, Instant due, Instant start, Instant told) {
    Instant giveUp = start.minus(LAST);
    if (!due.isBefore(told.plus(SINCE_TOLD)) && !due.isAfter(giveUp)) {
      plan.add(new Reminder(kind, due, giveUp));
    }
  }
}
