package fr.porteouverte.crash;

import org.junit.jupiter.api.Order;

/** The longest: it begins first. */
@Order(1)
class KilledOnH2Trial extends KilledSuite {
  @Override
  Ground ground() {
    return Ground.h2("killed-h2");
  }
}
