package fr.porteouverte.attendance;

/** What became of a visit. */
public enum Outcome {
  attended,
  absent,
  /** They told beforehand, or had a good reason. */
  excused
}
