package fr.porteouverte.job;

import java.time.Duration;

/**
 * Work of which there may be a mass: so many places at which all processes together do it at once.
 */
public interface Lanes {
  /** With a number, names each one's row in the job library's table: never changed. */
  String name();

  int count();

  /** How long a lane rests when nothing is left to do. */
  Duration pause();

  /**
   * Does some of it; afterwards the lane is any process's again, so that they share a mass.
   *
   * @return whether there may be more
   */
  boolean run();
}
