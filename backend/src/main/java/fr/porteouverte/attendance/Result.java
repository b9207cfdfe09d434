package fr.porteouverte.attendance;

/** What a visit came to. */
public enum Result {
  solved,
  continued,
  passedOn,
  /** The person can do it alone from now on. */
  autonomous
}
