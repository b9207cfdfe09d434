package fr.porteouverte.outbox;

import java.util.Optional;

/** Knows where the house is that answers for a message: departments may have a provider each. */
public interface HouseDepartments {
  /**
   * Called outside of any transaction.
   *
   * @return the INSEE code; empty: no house answers for it
   */
  Optional<String> of(OutboxMessage message);
}
