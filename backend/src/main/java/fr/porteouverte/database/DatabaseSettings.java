package fr.porteouverte.database;

import io.smallrye.config.ConfigMapping;

/**
 * How long to wait for PostgreSQL on a network on which bytes vanish, and nobody is told. Whole
 * seconds: its driver and PostgreSQL itself read them, in {@code application.properties}. Decision
 * 066.
 */
@ConfigMapping(prefix = "porte-ouverte.database")
public interface DatabaseSettings {
  /**
   * A connection on which a statement has had no answer for so long counts as lost, and its request
   * is answered 503. Longer than the longest statement; migrations have connections without it.
   */
  int answerWithinSeconds();

  /** The same of a new connection. */
  int connectWithinSeconds();

  /**
   * A transaction of which PostgreSQL has heard nothing for so long ends, and its locks with it:
   * who held them has vanished.
   */
  int forgottenAfterSeconds();
}
