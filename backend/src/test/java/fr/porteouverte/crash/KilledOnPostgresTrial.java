package fr.porteouverte.crash;

class KilledOnPostgresTrial extends KilledSuite {
  @Override
  Ground ground() {
    return Ground.postgres("killed-postgres");
  }
}
