package fr.porteouverte.outbox;

import java.util.Optional;
import java.util.Set;

/** Knows what messages of some kinds say. Each kind has one. */
public interface Composer {
  Set<String> kinds();

  /**
   * Called in a transaction, right before the message goes.
   *
   * @return empty: its cause is gone, it must not go
   */
  Optional<Content> compose(OutboxMessage message);

  /** What the message's link needs to open, for who reads it on this machine. */
  default Optional<String> secret(OutboxMessage message) {
    return Optional.empty();
  }
}
