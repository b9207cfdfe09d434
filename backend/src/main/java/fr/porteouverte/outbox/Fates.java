package fr.porteouverte.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** Notes what became of a message. Each method joins a transaction. */
@ApplicationScoped
public class Fates {
  /** Attempts that were answered with a no; silence of a server counts for none of them. */
  private static final int ATTEMPTS = 12;

  /** What cannot even be composed is looked at by people, not tried all day. */
  private static final int COMPOSINGS = 5;

  @Inject Outbox outbox;
  @Inject Envelopes envelopes;
  @Inject Event<MessageFailed> failed;
  @Inject Clock clock;

  void note(long id, String lease, Content content, SendResult outcome) {
    outbox
        .locked(id)
        .filter(message -> isOurs(message, lease, outcome))
        .ifPresent(message -> note(message, content, outcome));
  }

  /** A booking that changed, or a receipt, took the lease from us while it was on the way. */
  private static boolean isOurs(OutboxMessage message, String lease, SendResult outcome) {
    return message.isLeasedBy(lease)
        || (outcome instanceof SendResult.Accepted
            && (message.state() == MessageState.superseded || message.isWithoutWords()));
  }

  private void note(OutboxMessage message, Content content, SendResult outcome) {
    Instant now = clock.instant();
    if (outcome instanceof SendResult.Accepted accepted) {
      if (!message.isWithoutWords()) {
        message.sent(now);
      }
      message.keep(content, accepted.segments(), accepted.providerId());
    } else if (outcome instanceof SendResult.Refused refused) {
      fail(message, MessageState.refused, refused.reason());
    } else if (outcome instanceof SendResult.Later later) {
      again(message, later.reason(), later.unreachable() ? Integer.MAX_VALUE : ATTEMPTS);
    }
  }

  void uncomposed(long id, String lease) {
    outbox
        .locked(id)
        .filter(message -> message.isLeasedBy(lease))
        .ifPresent(message -> again(message, "composing-failed", COMPOSINGS));
  }

  /** Whoever hears of failures failed itself: once more later, and in the end unheard. */
  void unnoted(long id, String lease) {
    outbox
        .locked(id)
        .filter(message -> message.isLeasedBy(lease))
        .ifPresent(
            message -> {
              Instant now = clock.instant();
              Instant later = later(message);
              if (later.isAfter(message.giveUpAt())) {
                message.settle(MessageState.expired, "noting-failed", now);
              } else if (message.attempts() >= ATTEMPTS) {
                message.settle(MessageState.refused, "noting-failed", now);
              } else {
                message.retry("noting-failed", later);
              }
            });
  }

  /** Says whoever carried it on; that it was sent may not have been noted yet. */
  public void delivered(OutboxMessage message) {
    withAll(message, this::oneDelivered);
  }

  private void oneDelivered(OutboxMessage message) {
    tookPlace(message);
    if (message.state().mayBecome(MessageState.delivered)) {
      message.settle(MessageState.delivered, null, clock.instant());
    }
  }

  /** Says whoever carried it on; that it was sent may not have been noted yet. */
  public void givenBack(OutboxMessage message, String reason) {
    withAll(message, one -> oneGivenBack(one, reason));
  }

  /** With what was told in the same message. */
  private void withAll(OutboxMessage message, Consumer<OutboxMessage> fate) {
    List<Long> others =
        envelopes.wentWith(message, message.lease()).stream().map(OutboxMessage::id).toList();
    fate.accept(message);
    others.forEach(id -> outbox.locked(id).ifPresent(fate));
  }

  private void oneGivenBack(OutboxMessage message, String reason) {
    tookPlace(message);
    if (message.state().mayBecome(MessageState.bounced)) {
      fail(message, MessageState.bounced, reason);
    }
  }

  private void tookPlace(OutboxMessage message) {
    if (message.attempts() > 0 && message.state().mayBecome(MessageState.sent)) {
      message.sent(clock.instant());
    }
  }

  private Instant later(OutboxMessage message) {
    return clock.instant().plus(Backoff.after(message.attempts(), ThreadLocalRandom.current()));
  }

  private void again(OutboxMessage message, String reason, int most) {
    Instant later = later(message);
    if (message.attempts() >= most) {
      fail(message, MessageState.refused, reason);
    } else if (later.isAfter(message.giveUpAt())) {
      fail(message, MessageState.expired, reason);
    } else {
      message.retry(reason, later);
    }
  }

  void fail(OutboxMessage message, MessageState end, String reason) {
    message.settle(end, reason, clock.instant());
    failed.fire(new MessageFailed(message));
  }
}
