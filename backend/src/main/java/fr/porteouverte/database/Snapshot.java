package fr.porteouverte.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A value read again when it is older than its time to live, or when told that it changed: by the
 * next who asks, or aside while everybody still gets the old one.
 */
public final class Snapshot<T> {
  private static final Logger LOG = Logger.getLogger(Snapshot.class);

  private final Clock clock;
  private final Duration timeToLive;
  private final Supplier<T> read;
  private final @Nullable Executor aside;
  private final AtomicInteger changes = new AtomicInteger();
  private final AtomicBoolean reading = new AtomicBoolean();
  private volatile @Nullable Kept<T> kept;
  private volatile Instant asked = Instant.EPOCH;

  /**
   * @param changes how many had been told when its reading began
   */
  private record Kept<T>(T value, Instant at, int changes) {}

  public Snapshot(Clock clock, Duration timeToLive, Supplier<T> read) {
    this(clock, timeToLive, read, null);
  }

  /**
   * @param aside who reads it again while the old one is given; null: the next who asks
   */
  public Snapshot(Clock clock, Duration timeToLive, Supplier<T> read, @Nullable Executor aside) {
    this.clock = clock;
    this.timeToLive = timeToLive;
    this.read = read;
    this.aside = aside;
  }

  public T get() {
    Kept<T> current = kept;
    asked = clock.instant();
    if (current == null) {
      return readNow();
    }
    if (isOld(current)) {
      if (aside == null) {
        return readNow();
      }
      readAside(aside);
    }
    return current.value();
  }

  private boolean isOld(Kept<T> one) {
    return one.changes() != changes.get() || !clock.instant().isBefore(one.at().plus(timeToLive));
  }

  /**
   * How old it was for whoever asked last, or nothing if it was read again since. So one that
   * nobody asks for does not grow old, and one that cannot be read does.
   */
  public Duration age() {
    Kept<T> current = kept;
    Instant last = asked;
    return current == null || last.isBefore(current.at())
        ? Duration.ZERO
        : Duration.between(current.at(), last);
  }

  /** Two may read at once: the same value twice costs less than a lock for everyone. */
  private T readNow() {
    // Whoever reads while something changes may have seen what was before: it is old at once.
    int seen = changes.get();
    Instant now = clock.instant();
    T value = read.get();
    kept = new Kept<>(value, now, seen);
    return value;
  }

  private void readAside(Executor who) {
    if (!reading.compareAndSet(false, true)) {
      return;
    }
    try {
      who.execute(
          () -> {
            try {
              readNow();
            } catch (RuntimeException failure) {
              LOG.warnf("Not read again: %s", failure.getClass().getName());
              return;
            } finally {
              reading.set(false);
            }
            Kept<T> read = kept;
            if (read != null && read.changes() != changes.get()) {
              readAside(who); // it changed while it was read
            }
          });
    } catch (RejectedExecutionException stopping) {
      reading.set(false);
    }
  }

  public void forget() {
    changes.incrementAndGet();
    if (aside != null && kept != null) {
      readAside(aside);
    }
  }
}
