package fr.porteouverte.message;

import fr.porteouverte.booking.Correspondence.Addressee;
import fr.porteouverte.outbox.MessageChannel;
import fr.porteouverte.outbox.MessageState;
import fr.porteouverte.outbox.OutboxMessage;
import java.time.Instant;
import java.util.Set;

/** Whether a message proved that its address leads nowhere, not only that one message failed. */
final class Dead {
  private static final Set<String> REASONS =
      Set.of("mailbox-unknown", "mailbox-refused", "number-refused", "undelivered", "no-gateway");

  private Dead() {}

  /** As above, and the person is still reached, or not, at that address. */
  static boolean is(OutboxMessage message, Addressee person) {
    return is(message) && !wentToFormer(message, person);
  }

  /** It went to an address that was put right since. */
  static boolean wentToFormer(OutboxMessage message, Addressee person) {
    Instant since =
        message.channel() == MessageChannel.email ? person.emailSince() : person.phoneSince();
    Instant went = message.sentAt() != null ? message.sentAt() : message.settledAt();
    return since != null && went != null && went.isBefore(since);
  }

  static boolean is(OutboxMessage message) {
    return (message.state() == MessageState.refused || message.state() == MessageState.bounced)
        && REASONS.contains(message.reason());
  }
}
