package fr.porteouverte.operating;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stood in the database at one moment; for all processes the same.
 *
 * @param messages by channel; one of which nothing is due is missing
 */
record Reading(Instant at, Now now, Map<String, Due> messages) {

  /**
   * @param firstArrival of who waits in a queue; null: nobody does
   * @param firstUnnumbered the oldest change that readers cannot follow yet; null: there is none
   */
  record Now(
      long holds,
      long waiting,
      long houses,
      @Nullable Instant firstArrival,
      long calls,
      @Nullable Instant firstUnnumbered,
      long jobsLate,
      long jobsFailing) {}

  /** Messages of one channel that should go now, or should have gone. */
  record Due(String channel, long due, long late, @Nullable Instant oldest, long failed) {
    static Due none(String channel) {
      return new Due(channel, 0, 0, null, 0);
    }
  }

  Due of(String channel) {
    return messages.getOrDefault(channel, Due.none(channel));
  }

  /** Seconds since then; 0 for nothing. */
  double since(@Nullable Instant then) {
    return then == null ? 0 : Math.max(0, Duration.between(then, at).toMillis() / 1000.0);
  }
}
