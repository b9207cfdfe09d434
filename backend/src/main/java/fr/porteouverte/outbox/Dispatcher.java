package fr.porteouverte.outbox;

import fr.porteouverte.database.Transactions;
import fr.porteouverte.problem.Wordless;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is due: leases a batch, commits, sends each message outside of any transaction, notes
 * its fate. Any number of threads and processes may do it at once. A process that dies between
 * sending and noting lets that one message go twice, with the same Message-ID; none is lost.
 */
@ApplicationScoped
public class Dispatcher {
  private static final Logger LOG = Logger.getLogger(Dispatcher.class);
  private static final int BATCH = 20;

  /** What is older goes with the mass. */
  private static final Duration FRESH = Duration.ofMinutes(2);

  private final Transactions transactions;
  private final Leases leases;
  private final Outbox outbox;
  private final Composers composers;
  private final Patience patience;
  private final Transports transports;
  private final Fates fates;
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
      Outbox outbox,
      Composers composers,
      Patience patience,
      Transports transports,
      Fates fates,
      OutboxSettings settings,
      Clock clock) {
    this.transactions = transactions;
    this.leases = leases;
    this.outbox = outbox;
    this.composers = composers;
    this.patience = patience;
    this.transports = transports;
    this.fates = fates;
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

  /** For good: whoever sends ends after the message that is under way. */
  void stop() {
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
        goOn = send(left.poll(), lease, answering);
      }
    } finally {
      if (!left.isEmpty()) {
        transactions.run(() -> leases.release(left, lease));
      }
    }
    return ids.size() == BATCH;
  }

  /**
   * One message; whatever happens to it happens to no other.
   *
   * @param answering loses the channel that nobody answers on
   * @return whether the next one of this batch may be tried
   */
  private boolean send(long id, String lease, Set<MessageChannel> answering) {
    Composed composed;
    try {
      composed = transactions.call(() -> composed(id, lease));
    } catch (RuntimeException failure) {
      // No message of the exception: it may quote what was to be said.
      LOG.errorf(Wordless.of(failure), "message %d could not be composed", id);
      note(() -> fates.uncomposed(id, lease), id, () -> fates.unnoted(id, lease));
      return true;
    }
    if (composed == null) {
      return true;
    }
    MessageChannel channel = composed.message().channel();
    SendResult outcome = handedOver(composed);
    note(
        () -> fates.note(id, lease, composed.content(), outcome),
        id,
        // What has gone is not put back: when its lease ends it goes with the same Message-ID.
        outcome instanceof SendResult.Accepted ? () -> {} : () -> fates.unnoted(id, lease));
    if (outcome instanceof SendResult.Later later) {
      LOG.warnf("message %d waits: %s", id, later.reason());
      if (later.unreachable()) {
        answering.remove(channel);
        return false;
      }
    }
    return true;
  }

  private SendResult handedOver(Composed composed) {
    OutboxMessage message = composed.message();
    try {
      return transports.of(message.channel()).send(message, composed.content());
    } catch (RuntimeException failure) {
      // Such as an address of the gateway that is none; its words may quote a secret.
      LOG.errorf(Wordless.of(failure), "message %d could not be handed over", message.id());
      return new SendResult.Later("transport-failed", false);
    }
  }

  private void note(Runnable fate, long id, Runnable otherwise) {
    try {
      transactions.run(fate);
    } catch (RuntimeException failure) {
      LOG.errorf(Wordless.of(failure), "what became of message %d could not be noted", id);
      transactions.run(otherwise);
    }
  }

  private record Composed(OutboxMessage message, Content content) {}

  /**
   * Null: there is nothing to send any more. Read without a lock: a change that commits from here
   * on would come too late anyway, and what only reads costs the database no commit.
   */
  private @Nullable Composed composed(long id, String lease) {
    OutboxMessage message =
        outbox.findByIdOptional(id).filter(m -> m.isLeasedBy(lease)).orElse(null);
    if (message == null) {
      return null;
    }
    Instant now = clock.instant();
    if (now.isAfter(message.giveUpAt())) {
      return end(
          id,
          lease,
          late ->
              fates.fail(
                  late, MessageState.expired, late.reason() == null ? "too-late" : late.reason()));
    }
    Instant later = patience.notBefore(message, now);
    if (later.isAfter(now)) {
      return end(id, lease, early -> early.putOff(later));
    }
    Content content = composers.of(message.kind()).compose(message).orElse(null);
    if (content == null) {
      return end(id, lease, untrue -> untrue.settle(MessageState.superseded, null, now));
    }
    return new Composed(message, content);
  }

  /** Null, after what is still ours has met its end. */
  private @Nullable Composed end(long id, String lease, Consumer<OutboxMessage> fate) {
    outbox.locked(id).filter(message -> message.isLeasedBy(lease)).ifPresent(fate);
    return null;
  }
}
