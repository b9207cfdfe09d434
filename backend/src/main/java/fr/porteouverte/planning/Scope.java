package fr.porteouverte.planning;

/** How much of a series a change is about. */
public enum Scope {
  /** One occurrence: an exception, or a day of its own when more than its time differs. */
  one,
  /** That occurrence and all later ones: the series is cut in two. */
  following,
  /** The whole series, from now on. */
  all
}
