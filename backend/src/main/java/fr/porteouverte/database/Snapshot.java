package fr.porteouverte.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value read again when it is older than its time to live, or when told that it changed. */
public final class Snapshot<T> {
  private final Clock clock;
  private final Duration timeToLive;
  private final Supplier<T> read;
  private final AtomicInteger changes = new AtomicInteger();
  private volatile @Nullable Kept<T> kept;

  private record Kept<T>(T value, Instant at) {}

  public Snapshot(Clock clock, Duration timeToLive, Supplier<T> read) {
    this.clock = clock;
    this.timeToLive = timeToLive;
    this.read = read;
  }

  public T get() {
    Kept<T> current = kept;
    Instant now = clock.instant();
    if (current == null || !now.isBefore(current.at().plus(timeToLive))) {
      // Two may read at once: the same value twice costs less than a lock for everyone.
      int seen = changes.get();
      current = new Kept<>(read.get(), now);
      if (seen == changes.get()) {
        kept = current;
      }
    }
    return current.value();
  }

  public void forget() {
    // Whoever reads at this moment may have seen what was before, and shall not keep it.
    changes.incrementAndGet();
    kept = null;
  }
}
