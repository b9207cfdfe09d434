package fr.porteouverte.contract;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * The operations that go. Nothing of {@code /api/v1} does yet; an entry here is all that it takes:
 * the contract says it ({@link RetirementsInContract}), and so does each answer ({@link
 * RetiredOperations}).
 */
@ApplicationScoped
class Retirements {
  static final List<Retirement> TABLE = List.of();

  Optional<Retirement> of(String operation) {
    return in(TABLE, operation);
  }

  static Optional<Retirement> in(List<Retirement> table, String operation) {
    return table.stream().filter(one -> one.operation().equals(operation)).findFirst();
  }
}
