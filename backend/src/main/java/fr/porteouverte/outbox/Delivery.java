package fr.porteouverte.outbox;

import fr.porteouverte.database.Transactions;
import fr.porteouverte.problem.Wordless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One leased message: composed, handed over, noted; whatever happens to it happens to no other. */
@ApplicationScoped
class Delivery {
  private static final Logger LOG = Logger.getLogger(Delivery.class);

  @Inject Transactions transactions;
  @Inject Outbox outbox;
  @Inject Composers composers;
  @Inject Envelopes envelopes;
  @Inject Patience patience;
  @Inject Transports transports;
  @Inject Fates fates;
  @Inject Clock clock;

  /**
   * @param answering loses the channel that nobody answers on
   * @return whether the next one of this batch may be tried
   */
  boolean answered(long id, String lease, Set<MessageChannel> answering) {
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
        () -> note(composed, lease, outcome),
        id,
        // What has gone is not put back: when its lease ends it goes with the same Message-ID.
        outcome instanceof SendResult.Accepted ? () -> {} : () -> unnoted(composed, lease));
    if (outcome instanceof SendResult.Later later) {
      LOG.warnf("message %d waits: %s", id, later.reason());
      if (later.unreachable() && !later.othersAnswer()) {
        answering.remove(channel);
        return false;
      }
    }
    return true;
  }

  private SendResult handedOver(Composed composed) {
    OutboxMessage message = composed.message();
    try {
      return transports.of(message).send(message, composed.content());
    } catch (RuntimeException failure) {
      // Such as an address of the gateway that is none; its words may quote a secret.
      LOG.errorf(Wordless.of(failure), "message %d could not be handed over", message.id());
      return new SendResult.Later("transport-failed", false);
    }
  }

  /** Whatever becomes of a message becomes of all that it told. */
  private void note(Composed composed, String lease, SendResult outcome) {
    fates.note(composed.message().id(), lease, composed.content(), outcome);
    SendResult alongside =
        outcome instanceof SendResult.Accepted ? new SendResult.Accepted(null, null) : outcome;
    composed.alongside().forEach(id -> fates.note(id, lease, composed.content(), alongside));
  }

  private void unnoted(Composed composed, String lease) {
    fates.unnoted(composed.message().id(), lease);
    composed.alongside().forEach(id -> fates.unnoted(id, lease));
  }

  private void note(Runnable fate, long id, Runnable otherwise) {
    try {
      transactions.run(fate);
    } catch (RuntimeException failure) {
      LOG.errorf(Wordless.of(failure), "what became of message %d could not be noted", id);
      transactions.run(otherwise);
    }
  }

  /**
   * @param alongside ids of the others that it tells
   */
  private record Composed(OutboxMessage message, Content content, List<Long> alongside) {}

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
    List<OutboxMessage> alongside = envelopes.fill(message);
    Content content = composers.of(message.kind()).compose(message, alongside).orElse(null);
    if (content == null) {
      return end(id, lease, untrue -> untrue.settle(MessageState.superseded, null, now));
    }
    return new Composed(message, content, alongside.stream().map(OutboxMessage::id).toList());
  }

  /** Null, after what is still ours has met its end. */
  private @Nullable Composed end(long id, String lease, Consumer<OutboxMessage> fate) {
    outbox.locked(id).filter(message -> message.isLeasedBy(lease)).ifPresent(fate);
    return null;
  }
}
