package fr.porteouverte.slot;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A session row as materialisation reads it.
 *
 * @param cancelled somebody cancelled this one occurrence, or its partner did not come: it stays,
 *     without slots
 * @param withdrawn the calendar no longer has it; it stays for those who have a seat, or promised
 *     it
 * @param promised its partner confirmed it, or it was handed to somebody
 * @param stoppedAt from when on nobody is there; null: until its end
 */
record SessionRow(
    long id,
    LocalDate date,
    Instant start,
    Instant end,
    boolean cancelled,
    boolean withdrawn,
    boolean promised,
    @Nullable Instant stoppedAt) {

  /** What was of it stays. */
  boolean begun(Instant now) {
    return start.isBefore(now);
  }

  /** As the table has it. */
  record Columns(
      long id,
      LocalDate localDate,
      Instant startAt,
      Instant endAt,
      String state,
      String partnerAttendance,
      boolean withdrawn,
      String agent,
      @Nullable Instant stoppedAt) {
    SessionRow row() {
      return new SessionRow(
          id,
          localDate,
          startAt,
          endAt,
          state.equals("cancelled") || "absent".equals(partnerAttendance),
          withdrawn,
          state.equals("confirmed") || state.equals("planned") && agent != null,
          stoppedAt);
    }
  }
}
