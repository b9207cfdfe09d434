package fr.porteouverte.queue.order;

import fr.porteouverte.queue.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a house remembers of somebody who was there and is not any more.
 *
 * @param usualMinutes what is planned for the procedure
 * @param state done, missed or left
 * @param priority of a walk-in
 * @param dueAt null: no appointment
 * @param counterId null: no counter ever called
 * @param calledAt the last time; null: never
 * @param startedAt null: never
 */
public record PastVisit(
    long procedureId,
    int usualMinutes,
    TicketState state,
    LocalDate date,
    boolean priority,
    Instant arrivedAt,
    @Nullable Instant dueAt,
    @Nullable Long counterId,
    @Nullable Instant calledAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt) {
  private static final Duration LEAST = Duration.ofMinutes(1);

  /** Served from start to end at a counter: a visit that can be measured. */
  boolean served() {
    return state == TicketState.done && startedAt != null && endedAt != null;
  }

  /**
   * How long the counter had that person, from the call on. What was written on paper has no call.
   */
  Duration took() {
    if (startedAt == null || endedAt == null) {
      throw new IllegalStateException("not served");
    }
    return Duration.between(calledAt == null ? startedAt : calledAt, endedAt);
  }

  /**
   * Gave up before any visit, and took part of the line until then. Who was still there at midnight
   * was forgotten; a number that was given by mistake was no part.
   */
  boolean gaveUp() {
    if (state == TicketState.missed || state == TicketState.noShow) {
      return true;
    }
    return state == TicketState.left
        && startedAt == null
        && endedAt != null
        && Duration.between(arrivedAt, endedAt).compareTo(LEAST) >= 0
        && Duration.between(arrivedAt, endedAt).compareTo(Duration.ofHours(5)) < 0;
  }
}
