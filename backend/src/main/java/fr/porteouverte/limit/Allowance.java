package fr.porteouverte.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What one caller may still take of this process. Each request is counted here, in memory; when a
 * part is gone the bucket that all processes share hears of it, and this one hears what the others
 * gave. So no request waits for the database, and each process gives a part too much at most.
 */
final class Allowance {
  private final Rule rule;
  private final Bucket here;
  private final AtomicInteger untold = new AtomicInteger();
  private final AtomicBoolean telling = new AtomicBoolean();

  /** The bucket of all processes. */
  interface Shared {
    /**
     * @return how many are left of it then; below 0 when more was given than there was
     */
    long take(int many);
  }

  Allowance(Rule rule) {
    this.rule = rule;
    this.here = Bucket.builder().addLimit(rule.bandwidth()).build();
  }

  Rule rule() {
    return rule;
  }

  Standing take() {
    ConsumptionProbe probe = here.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      return new Standing(rule, false, 0, Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
    untold.incrementAndGet();
    return new Standing(
        rule, true, probe.getRemainingTokens(), Duration.ofNanos(probe.getNanosToWaitForReset()));
  }

  /** Without taking anything. */
  Standing look() {
    long left = here.getAvailableTokens();
    return left > 0
        ? new Standing(rule, true, left, Duration.ZERO)
        : new Standing(
            rule,
            false,
            0,
            Duration.ofNanos(here.estimateAbilityToConsume(1).getNanosToWaitForRefill()));
  }

  /** Whoever hears yes tells, or gives it up by {@link #leave}. */
  boolean isToTell() {
    return untold.get() >= rule.batch() && telling.compareAndSet(false, true);
  }

  void tell(Shared shared) {
    int taken = untold.getAndSet(0);
    try {
      long left = shared.take(taken) - untold.get();
      long more = here.getAvailableTokens() - left;
      if (more > 0) {
        here.consumeIgnoringRateLimits(more);
      }
    } catch (RuntimeException unheard) {
      untold.addAndGet(taken);
      throw unheard;
    } finally {
      leave();
    }
  }

  void leave() {
    telling.set(false);
  }
}
