package fr.porteouverte.message.rollcall;

import fr.porteouverte.message.settings.QuietHours;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** When to ask a partner whether it comes: some days before the deadline, and at the deadline. */
final class RollCallPlan {
  /** With the usual deadline of two days: a week before the session. */
  static final Duration BEFORE_DEADLINE = Duration.ofDays(5);

  private RollCallPlan() {}

  /**
   * @param due not before; never in the house's quiet hours
   * @param giveUp of no use after
   */
  record Call(RollCallKind kind, Instant due, Instant giveUp) {}

  /**
   * What is still to be asked.
   *
   * @param confirmBy the deadline
   * @param start of the session
   */
  static List<Call> of(
      QuietHours quiet, ZoneId zone, Instant confirmBy, Instant start, Instant now) {
    List<Call> calls = new ArrayList<>();
    add(
        calls,
        RollCallKind.rollCall,
        confirmBy.minus(BEFORE_DEADLINE),
        confirmBy,
        quiet,
        zone,
        now);
    add(calls, RollCallKind.rollCallReminder, confirmBy, start, quiet, zone, now);
    return calls;
  }

  private static void add(
      List<Call> calls,
      RollCallKind kind,
      Instant wanted,
      Instant giveUp,
      QuietHours quiet,
      ZoneId zone,
      Instant now) {
    Instant due = quiet.next(wanted.isAfter(now) ? wanted : now, zone);
    if (due.isBefore(giveUp)) {
      calls.add(new Call(kind, due, giveUp));
    }
  }
}
