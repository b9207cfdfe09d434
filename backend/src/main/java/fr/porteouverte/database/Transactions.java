package fr.porteouverte.database;

import fr.porteouverte.problem.Busy;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs a piece of work as one transaction, and again from its start when the database gave its
 * locks to somebody else. After {@value #TRIES} tries the caller hears {@link Busy}, and nothing is
 * written.
 */
@ApplicationScoped
public class Transactions {
  private static final int TRIES = 4;

  /**
   * Lock time-outs, deadlocks, serialisation failures and a full table of locks: PostgreSQL's
   * SQLSTATEs, then H2's.
   */
  private static final Set<String> WORTH_ANOTHER_TRY =
      Set.of("55P03", "40P01", "40001", "53200", "HYT00", "90131", "HY008");

  @Inject Trailing trailing;

  public <T> T call(Callable<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  T done = work.call();
                  trailing.send();
                  return done;
                });
      } catch (RuntimeException failure) {
        if (!lostTheLocks(failure)) {
          throw failure;
        }
        if (attempt == TRIES) {
          throw new Busy();
        }
        // Jitter: two who fell over each other must not meet again at once.
        LockSupport.parkNanos(
            ThreadLocalRandom.current().nextLong(5_000_000L, 40_000_000L * attempt));
      }
    }
  }

  /** Runs the work and takes all of it back: what it would do. */
  public <T> T look(Callable<T> work) {
    AtomicReference<T> seen = new AtomicReference<>();
    try {
      return call(
          () -> {
            seen.set(work.call());
            throw new SeenEnough();
          });
    } catch (SeenEnough done) {
      return Objects.requireNonNull(seen.get());
    }
  }

  /** Ends a transaction of which nothing shall stay. */
  private static final class SeenEnough extends RuntimeException {
    SeenEnough() {
      super(null, null, false, false);
    }
  }

  public void run(Runnable work) {
    call(
        () -> {
          work.run();
          return null;
        });
  }

  private static boolean lostTheLocks(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TryAgain) {
        return true;
      }
      if (cause instanceof SQLException sql
          && sql.getSQLState() != null
          && WORTH_ANOTHER_TRY.contains(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
