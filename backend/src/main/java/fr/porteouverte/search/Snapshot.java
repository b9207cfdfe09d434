package fr.porteouverte.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value read again when it is older than its time to live, or when told that it changed. */
final class Snapshot<T> {
  private final Clock clock;
  private final Duration timeToLive;
  private final Supplier<T> read;
  private volatile @Nullable Kept<T> kept;

  private record Kept<T>(T value, Instant at) {}

  Snapshot(Clock clock, Duration timeToLive, Supplier<T> read) {
    this.clock = clock;
    this.timeToLive = timeToLive;
    this.read = read;
  }

  T get() {
    Kept<T> current = kept;
    Instant now = clock.instant();
    if (current == null || !now.isBefore(current.at().plus(timeToLive))) {
      // Two may read at once: the same value twice costs less than a lock for everyone.
      current = new Kept<>(read.get(), now);
      kept = current;
    }
    return current.value();
  }

  void forget() {
    kept = null;
  }
}
