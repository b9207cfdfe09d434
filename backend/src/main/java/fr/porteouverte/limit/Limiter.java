package fr.porteouverte.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import fr.porteouverte.job.Workers;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** The allowances of all callers that were here lately. */
@ApplicationScoped
class Limiter {
  private static final Logger LOG = Logger.getLogger(Limiter.class);
  private static final int CALLERS = 100_000;
  private static final int WAITING_AT_MOST = 1_000;

  private final SharedCounts shared;
  private final ExecutorService teller;
  private final Cache<String, Allowance> allowances =
      Caffeine.newBuilder().maximumSize(CALLERS).expireAfter(new OnceAllIsBack()).build();

  @Inject
  Limiter(SharedCounts shared) {
    this(
        shared,
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING_AT_MOST),
            Workers.named("limit-teller")));
  }

  /**
   * @param teller on which the other processes are told
   */
  Limiter(SharedCounts shared, ExecutorService teller) {
    this.shared = shared;
    this.teller = teller;
  }

  void stop(@Observes ShutdownEvent stop) {
    teller.shutdownNow();
  }

  Standing take(Rule rule, String who) {
    Allowance allowance = allowance(rule, who);
    Standing standing = allowance.take();
    if (allowance.isToTell()) {
      tell(allowance, who);
    }
    return standing;
  }

  Standing look(Rule rule, String who) {
    return allowance(rule, who).look();
  }

  private Allowance allowance(Rule rule, String who) {
    return allowances.get(rule.name() + ' ' + who, key -> new Allowance(rule));
  }

  private void tell(Allowance allowance, String who) {
    Allowance.Shared bucket = shared.of(allowance.rule(), who);
    if (bucket == null) {
      return; // for good: of one process there is nobody to tell
    }
    try {
      teller.execute(() -> told(allowance, bucket));
    } catch (RejectedExecutionException later) {
      allowance.leave();
    }
  }

  private static void told(Allowance allowance, Allowance.Shared bucket) {
    try {
      allowance.tell(bucket);
    } catch (RuntimeException unheard) {
      LOG.debugf("What a caller took was not told: %s", unheard.getClass().getName());
    }
  }

  /** Whoever comes after that stands as if they had never been here. */
  private static final class OnceAllIsBack implements Expiry<String, Allowance> {
    private static long after(Allowance allowance) {
      return allowance.rule().within().plus(Duration.ofMinutes(1)).toNanos();
    }

    @Override
    public long expireAfterCreate(String who, Allowance allowance, long now) {
      return after(allowance);
    }

    @Override
    public long expireAfterUpdate(String who, Allowance allowance, long now, long left) {
      return after(allowance);
    }

    @Override
    public long expireAfterRead(String who, Allowance allowance, long now, long left) {
      return after(allowance);
    }
  }
}
