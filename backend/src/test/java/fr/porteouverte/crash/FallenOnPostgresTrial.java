package fr.porteouverte.crash;

class FallenOnPostgresTrial extends FallenSuite {
  @Override
  Ground ground() {
    return Ground.postgres("cancelledByHouse-postgres");
  }
}
