package fr.porteouverte.message.reminder;

import fr.porteouverte.message.MessageKind;
import fr.porteouverte.message.settings.MessageSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** When to remind somebody of an appointment. Local rules, in the house's zone. */
public final class ReminderPlan {
  /** Who has just been told needs no reminder. */
  private static final Duration SINCE_TOLD = Duration.ofHours(12);

  /** Later than this before the appointment none is planned. */
  private static final Duration LAST_PLANNED = Duration.ofHours(1);

  /** Later than this it helps nobody. Shorter: one that is due at the last hour still has to go. */
  public static final Duration LAST_OF_USE = Duration.ofMinutes(30);

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
    LocalDate day = start.atZone(zone).toLocalDate();
    Instant latest = start.minus(LAST_OF_USE);
    List<Reminder> plan = new ArrayList<>();
    if (settings.morningReminder()) {
      Instant due = at(settings, zone, day, settings.morningTime());
      if (isOfUse(due, start, told)) {
        plan.add(new Reminder(MessageKind.morningReminder, due, latest));
      }
    }
    if (settings.reminderDays() > 0) {
      LocalDate earlier = day.minusDays(settings.reminderDays());
      Instant due = at(settings, zone, earlier, settings.reminderTime());
      // After a long outage the reminder of that morning goes alone.
      Instant giveUp = plan.isEmpty() ? latest : plan.get(0).due();
      if (isOfUse(due, start, told) && due.isBefore(giveUp)) {
        plan.add(0, new Reminder(MessageKind.reminder, due, giveUp));
      }
    }
    return plan;
  }

  private static Instant at(MessageSettings settings, ZoneId zone, LocalDate day, LocalTime time) {
    return settings.quietHours().next(day.atTime(time).atZone(zone).toInstant(), zone);
  }

  private static boolean isOfUse(Instant due, Instant start, Instant told) {
    return !due.isBefore(told.plus(SINCE_TOLD)) && !due.isAfter(start.minus(LAST_PLANNED));
  }
}
