package fr.porteouverte.crash;

class FallenOnH2Trial extends FallenSuite {
  @Override
  Ground ground() {
    return Ground.h2("cancelledByHouse-h2");
  }
}
