package fr.porteouverte.attendance;

/** What a visit came to: one of them, or nobody said. */
public enum Result {
  /** Done, with help. */
  solved,
  /** Done, and the person can do it alone from now on. */
  autonomous,
  /** Not done: papers were missing that are needed. */
  papersMissing,
  /** Begun, and goes on another time. */
  continued,
  /** Somebody else will help: a partner, another organisation. */
  passedOn,
  /** The person was received and gave up. */
  gaveUp
}
