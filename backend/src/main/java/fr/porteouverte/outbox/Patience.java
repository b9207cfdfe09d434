package fr.porteouverte.outbox;

import java.time.Instant;

/**
 * Knows whether a message that is due still waits a while, which its due time cannot have known.
 */
public interface Patience {
  /**
   * Called in a transaction, right before the message is composed.
   *
   * @return not after {@code now}: it may go
   */
  Instant notBefore(OutboxMessage message, Instant now);
}
