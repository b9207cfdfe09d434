package fr.porteouverte.outbox;

import fr.porteouverte.database.Transactions;
import io.github.bucket4j.Bucket;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is due: leases a batch, commits, sends each message outside of any transaction, notes
 * its fate. Any number of threads and processes may do it at once. A process that dies between
 * sending and noting lets that one message go twice, with the same Message-ID; none is lost.
 */
@ApplicationScoped
public class Dispatcher {
  private static final int BATCH = 20;

  /** What is older goes with the mass. */
  private static final Duration FRESH = Duration.ofMinutes(2);

  private final Transactions transactions;
  private final Leases leases;
  private final Delivery delivery;
  private final OutboxSettings settings;
  private final Clock clock;

  /** Left of a lease, at least, when a sending begins: longer than any answer is waited for. */
  private final Duration margin;

  private final Bucket pace;

  /** In a rush of bookings their confirmations wait a little, not the people who book. */
  private final Bucket freshPace;

  private volatile boolean stopping;

  Dispatcher(
      Transactions transactions,
      Leases leases,
      Delivery delivery,
      OutboxSettings settings,
      Clock clock) {
    this.transactions = transactions;
    this.leases = leases;
    this.delivery = delivery;
    this.settings = settings;
    this.clock = clock;
    this.margin = settings.lease().multipliedBy(3).dividedBy(8);
    int most = settings.perSecond();
    // A mass goes out evenly: what a pause left over, sent at once, would be felt by who books.
    this.pace = bucket(most, 1);
    this.freshPace = bucket(most, most);
  }

  private static Bucket bucket(int most, int atOnce) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(atOnce).refillGreedy(most, Duration.ofSeconds(1)))
        .build();
  }

  /**
   * At the pace of a mass.
   *
   * @param batches at most
   * @return whether there may be more that is due
   */
  public boolean run(int batches) {
    return run(batches, null);
  }

  /** All that is due, for as long as somebody answers. */
  public void run() {
    run(Integer.MAX_VALUE, null);
  }

  /** What has just been written, at once: who books does not wait behind a mass. */
  void runFresh() {
    run(Integer.MAX_VALUE, FRESH);
  }

  /**
   * @param age null: any, at the pace of a mass
   */
  private boolean run(int batches, @Nullable Duration age) {
    Set<MessageChannel> answering = EnumSet.of(MessageChannel.email, MessageChannel.sms);
    for (int i = 0; i < batches && !answering.isEmpty() && !stopping; i++) {
      if (!batch(answering, age)) {
        return false;
      }
    }
    return !answering.isEmpty();
  }

  /**
   * For good: whoever sends ends after the message that is under way. Before the jobs and the wake
   * are waited for.
   */
  void stop(@Observes @Priority(1) ShutdownEvent stop) {
    stopping = true;
  }

  private boolean batch(Set<MessageChannel> answering, @Nullable Duration age) {
    String lease = UUID.randomUUID().toString();
    Instant now = clock.instant();
    Instant until = now.plus(settings.lease());
    Instant since = age == null ? null : now.minus(age);
    List<Long> ids =
        transactions.call(() -> leases.take(answering, BATCH, since, lease, now, until));
    Deque<Long> left = new ArrayDeque<>(ids);
    boolean goOn = true;
    try {
      while (goOn && !stopping && !left.isEmpty() && clock.instant().plus(margin).isBefore(until)) {
        (age == null ? pace : freshPace).asBlocking().consumeUninterruptibly(1);
        goOn = delivery.answered(left.poll(), lease, answering);
      }
    } finally {
      if (!left.isEmpty()) {
        transactions.run(() -> leases.release(left, lease));
      }
    }
    return ids.size() == BATCH;
  }
}
