package fr.porteouverte.database;

/** Thrown inside a transaction that must be run again from its start: what it read has changed. */
public final class TryAgain extends RuntimeException {
  public TryAgain(String why) {
    super(why, null, false, false);
  }
}
