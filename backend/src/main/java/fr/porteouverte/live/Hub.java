package fr.porteouverte.live;

import fr.porteouverte.job.Workers;
import fr.porteouverte.problem.Busy;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.problem.Wordless;
import fr.porteouverte.queue.Happening;
import fr.porteouverte.queue.QueueFeed;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Who in this process follows which house. A wake only says that there is something to read; what
 * happened is read from the table, so a lost wake delays and never loses.
 */
@ApplicationScoped
class Hub {
  private static final Logger LOG = Logger.getLogger(Hub.class);

  /** The requests' threads and these share the database's connections: see the settings. */
  private static final int READERS = 3;

  @Inject QueueFeed queue;

  // Threads of its own: a managed executor would pass on the transaction of the request that woke
  // it, which is just being closed; and however many people book, screens are told.
  private final ExecutorService workers =
      Executors.newFixedThreadPool(READERS, Workers.named("queue-reader"));

  // Not a job, which one process does for all: each has listeners of its own.
  private final ScheduledExecutorService poll =
      Executors.newSingleThreadScheduledExecutor(Workers.named("queue-poll"));

  @Inject LiveSettings settings;
  @Inject MeterRegistry registry;
  private final Map<Long, Feed> feeds = new ConcurrentHashMap<>();
  private final AtomicInteger streams = new AtomicInteger();
  private final Map<String, Integer> ofAddress = new ConcurrentHashMap<>();

  void start(@Observes StartupEvent started) {
    Gauge.builder("porteouverte.streams", streams, AtomicInteger::get)
        .description("Live streams that this process serves")
        .register(registry);
    long pause = settings.poll().toMillis();
    poll.scheduleWithFixedDelay(this::catchUp, pause, pause, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    poll.shutdown();
    workers.shutdown();
  }

  /** Ends it. May be called more than once. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Tells the listener of every change from now on, one after another. Reads; not for an I/O
   * thread.
   *
   * @param address the reader's
   * @throws Busy when this process has as many streams as it may
   * @throws ProblemException when the address has
   */
  Subscription follow(long siteId, String address, Consumer<Happening> listener) {
    if (streams.incrementAndGet() > settings.streams()) {
      streams.decrementAndGet();
      throw new Busy();
    }
    if (ofAddress.merge(address, 1, Integer::sum) > settings.streamsOfAnAddress()) {
      gone(address);
      throw new TooManyStreams();
    }
    try {
      feeds.compute(
          siteId,
          (id, there) -> {
            Feed feed = there == null ? new Feed(id, queue) : there;
            feed.add(listener);
            return feed;
          });
    } catch (RuntimeException unread) {
      gone(address);
      throw unread;
    }
    return new Once(() -> leave(siteId, address, listener));
  }

  private void gone(String address) {
    streams.decrementAndGet();
    ofAddress.computeIfPresent(address, (one, count) -> count == 1 ? null : count - 1);
  }

  private void leave(long siteId, String address, Consumer<Happening> listener) {
    gone(address);
    feeds.computeIfPresent(
        siteId,
        (id, feed) -> {
          feed.remove(listener);
          return feed.abandoned() ? null : feed;
        });
  }

  /** Something happened in a house. Returns at once. */
  void wake(long siteId) {
    Feed feed = feeds.get(siteId);
    if (feed != null) {
      workers.execute(() -> tell(feed));
    }
  }

  private static void tell(Feed feed) {
    try {
      feed.tell();
    } catch (RuntimeException unread) {
      // The next wake or the slow poll reads it.
      LOG.warn("A house's changes could not be read", Wordless.of(unread));
    }
  }

  /** The fall-back when a wake was lost: one statement for all houses. */
  void catchUp() {
    if (feeds.isEmpty()) {
      return;
    }
    try {
      queue.seqs().forEach(this::catchUp);
    } catch (RuntimeException unread) {
      LOG.warn("The houses could not be looked at; the next look does it", Wordless.of(unread));
    }
  }

  private void catchUp(long siteId, long seq) {
    Feed feed = feeds.get(siteId);
    if (feed != null && feed.told() < seq) {
      tell(feed);
    }
  }

  private static final class Once implements Subscription {
    private @Nullable Runnable end;

    Once(Runnable end) {
      this.end = end;
    }

    @Override
    public synchronized void close() {
      if (end != null) {
        end.run();
        end = null;
      }
    }
  }

  private static final class TooManyStreams extends ProblemException {
    TooManyStreams() {
      super(
          ProblemType.TOO_MANY_REQUESTS,
          "Trop d’écrans suivis depuis cette adresse.",
          "Too many streams followed from this address.");
    }

    @Override
    public Duration retryAfter() {
      return Duration.ofMinutes(1);
    }
  }
}
