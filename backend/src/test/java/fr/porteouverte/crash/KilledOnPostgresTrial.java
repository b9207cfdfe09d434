package fr.porteouverte.crash;

import org.junit.jupiter.api.Order;

/** The longest: it begins first. */
@Order(1)
class KilledOnPostgresTrial extends KilledSuite {
  @Override
  Ground ground() {
    return Ground.postgres("killed-postgres");
  }
}
