package fr.porteouverte.message;

import fr.porteouverte.booking.BookingView;
import fr.porteouverte.booking.ContactBy;
import fr.porteouverte.booking.Correspondence.Letter;
import fr.porteouverte.outbox.Draft;
import fr.porteouverte.outbox.MessageChannel;
import fr.porteouverte.outbox.MessageState;
import fr.porteouverte.outbox.Outbox;
import fr.porteouverte.outbox.OutboxMessage;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Sends a message once more because a manager says so. */
@ApplicationScoped
class Resending {
  private static final int MOST = 5;
  private static final Set<MessageState> OVER =
      EnumSet.of(
          MessageState.sent,
          MessageState.delivered,
          MessageState.bounced,
          MessageState.refused,
          MessageState.expired);

  @Inject Outbox outbox;
  @Inject Clock clock;

  /**
   * What it tells is still so and of use, it no longer waits, and the person wants messages. An
   * offer is over before it could go again.
   */
  static boolean possible(OutboxMessage message, Letter letter, Instant now) {
    MessageKind kind = MessageKind.valueOf(message.kind());
    BookingView.Visitor visitor = letter.booking().visitor();
    return message.channel() != MessageChannel.call
        && visitor.contactBy() != ContactBy.none
        && now.isBefore(letter.booking().start().toInstant())
        && kind != MessageKind.waitlistOffer
        && OVER.contains(message.state())
        && (message.channel() == MessageChannel.email ? visitor.email() : visitor.phone()) != null
        && BookingComposer.stillTrue(kind, message, letter);
  }

  /** Joins the caller's transaction. */
  OutboxMessage again(OutboxMessage message, Letter letter) {
    Instant now = clock.instant();
    Instant start = letter.booking().start().toInstant();
    if (!possible(message, letter, now)) {
      throw notResendable();
    }
    return onceMore(
            new Draft(
                message.kind(),
                message.cause(),
                message.recipient(),
                message.channel(),
                message.siteId(),
                message.bookingId(),
                message.detail(),
                now,
                start))
        .orElseThrow(Resending::notResendable);
  }

  /** Even if its cause was told to this recipient before; empty: several times already. */
  Optional<OutboxMessage> onceMore(Draft draft) {
    for (int number = 2; number <= MOST; number++) {
      String recipient = Causes.again(draft.recipient(), number);
      if (outbox.write(draft.to(recipient))) {
        return outbox.written(draft.kind(), draft.cause(), recipient);
      }
    }
    return Optional.empty();
  }

  /** The first time, or once more. */
  Optional<OutboxMessage> tell(Draft draft) {
    return outbox.write(draft)
        ? outbox.written(draft.kind(), draft.cause(), draft.recipient())
        : onceMore(draft);
  }

  static ProblemException notResendable() {
    return new ProblemException(
        ProblemType.NOT_RESENDABLE,
        "Ce message attend encore, n’est plus utile, n’est pas souhaité, ou a été renvoyé plusieurs fois.",
        "This message still waits, is of no more use, is not wanted, or was resent several times.");
  }
}
