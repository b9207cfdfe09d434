package fr.porteouverte.crash;

class KilledOnH2Trial extends KilledSuite {
  @Override
  Ground ground() {
    return Ground.h2("killed-h2");
  }
}
