package fr.porteouverte.queue.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which counter has, or had, the person of a ticket, and since when.
 *
 * @param atCounterId the same while the counter has the person, else null: unique, so a counter has
 *     one at most
 * @param calls how often the person was called
 */
@Embeddable
record AtCounter(
    @Column(name = "counter_id") @Nullable Long counterId,
    @Column(name = "at_counter_id") @Nullable Long atCounterId,
    @Column(name = "called_at") @Nullable Instant calledAt,
    @Column(name = "started_at") @Nullable Instant startedAt,
    @Column(name = "ended_at") @Nullable Instant endedAt,
    @Column(nullable = false) int calls) {
  static final AtCounter NONE = new AtCounter(null, null, null, null, null, 0);

  AtCounter called(long counter, Instant now) {
    return new AtCounter(counter, counter, now, null, null, calls + 1);
  }

  AtCounter started(Instant now) {
    return new AtCounter(counterId, atCounterId, calledAt, now, endedAt, calls);
  }

  AtCounter parked() {
    return new AtCounter(counterId, null, calledAt, startedAt, endedAt, calls);
  }

  AtCounter ended(Instant now) {
    return new AtCounter(counterId, null, calledAt, startedAt, now, calls);
  }

  /** Nobody knows since when. */
  AtCounter received(Instant end) {
    return new AtCounter(counterId, null, calledAt, null, end, calls);
  }

  /** Called so often, and at none. */
  AtCounter backInLine() {
    return new AtCounter(null, null, null, null, null, calls);
  }

  /** Only the times are known. */
  AtCounter noted(@Nullable Instant started, Instant ended) {
    return new AtCounter(counterId, atCounterId, calledAt, started, ended, calls);
  }

  static AtCounter restored(TicketBefore before) {
    return new AtCounter(
        before.counterId(),
        before.state().atCounter() ? before.counterId() : null,
        before.calledAt(),
        before.startedAt(),
        before.endedAt(),
        before.calls());
  }
}
