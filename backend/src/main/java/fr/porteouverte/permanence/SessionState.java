package fr.porteouverte.permanence;

/** Where a session stands. "Unconfirmed" is not a state: it follows from the deadline. */
public enum SessionState {
  planned,
  confirmed,
  held,
  cancelled
}
