package fr.porteouverte.message;

import fr.porteouverte.outbox.MessageState;
import fr.porteouverte.outbox.OutboxMessage;
import java.util.Set;

/** Whether a message proved that its address leads nowhere, not only that one message failed. */
final class Dead {
  private static final Set<String> REASONS =
      Set.of("mailbox-unknown", "mailbox-refused", "number-refused", "undelivered", "no-gateway");

  private Dead() {}

  static boolean is(OutboxMessage message) {
    return (message.state() == MessageState.refused || message.state() == MessageState.bounced)
        && REASONS.contains(message.reason());
  }
}
