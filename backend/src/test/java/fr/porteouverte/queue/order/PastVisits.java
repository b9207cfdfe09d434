package fr.porteouverte.queue.order;

import fr.porteouverte.queue.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** Past visits for tests; times are of the day, lengths are minutes. */
final class PastVisits {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  static final LocalDate YESTERDAY = TODAY.minusDays(1);
  static final int PLANNED = 20;

  private PastVisits() {}

  static Instant at(LocalDate day, String time) {
    return day.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
  }

  /** At counter 1, called as soon as the person came. */
  static PastVisit took(long procedureId, int minutes) {
    return at(YESTERDAY, 1, procedureId, "09:00", "09:00", minutes);
  }

  static PastVisit at(
      LocalDate day, long counter, long procedureId, String came, String called, int minutes) {
    Instant begins = at(day, called);
    return new PastVisit(
        procedureId,
        PLANNED,
        TicketState.done,
        day,
        false,
        at(day, came),
        null,
        counter,
        begins,
        begins,
        begins.plus(Duration.ofMinutes(minutes)));
  }

  /** Left after some minutes, or was absent when called. */
  static PastVisit gone(TicketState how, int after) {
    Instant came = at(YESTERDAY, "09:00");
    return new PastVisit(
        1,
        PLANNED,
        how,
        YESTERDAY,
        false,
        came,
        null,
        null,
        null,
        null,
        came.plus(Duration.ofMinutes(after)));
  }

  static PastVisit withPriority(LocalDate day, String came) {
    Instant at = at(day, came);
    return new PastVisit(
        1, PLANNED, TicketState.done, day, true, at, null, null, null, at, at.plusSeconds(600));
  }

  static PastVisit withAppointment(String due, String came) {
    Instant at = at(YESTERDAY, came);
    return new PastVisit(
        1,
        PLANNED,
        TicketState.done,
        YESTERDAY,
        false,
        at,
        at(YESTERDAY, due),
        null,
        null,
        at,
        at.plusSeconds(600));
  }
}
