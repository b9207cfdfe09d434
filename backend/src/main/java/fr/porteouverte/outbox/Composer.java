package fr.porteouverte.outbox;

import java.util.List;
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

  /** Whether others may go in the same message. */
  default boolean gathers(OutboxMessage message) {
    return false;
  }

  /**
   * Those of the others that can be told in one message with this one: the same person at the same
   * address. Called in a transaction.
   *
   * @param waiting written to go with it
   */
  default List<OutboxMessage> alongside(OutboxMessage message, List<OutboxMessage> waiting) {
    return List.of();
  }

  /**
   * One message that tells all of them.
   *
   * @param alongside among those that {@link #alongside} chose
   */
  default Optional<Content> compose(OutboxMessage message, List<OutboxMessage> alongside) {
    return compose(message);
  }

  /** What the message's link needs to open, for who reads it on this machine. */
  default Optional<String> secret(OutboxMessage message) {
    return Optional.empty();
  }
}
