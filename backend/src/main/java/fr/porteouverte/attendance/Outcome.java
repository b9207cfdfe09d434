package fr.porteouverte.attendance;

/** Whether somebody came. What it came to is another word: {@link Result}. */
public enum Outcome {
  attended,
  absent,
  /** They told beforehand, or had a good reason. */
  excused
}
