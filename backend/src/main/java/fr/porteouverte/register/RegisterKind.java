package fr.porteouverte.register;

/** Which register; in the order in which one names rows of the one before. */
public enum RegisterKind {
  themes,
  partners,
  documents,
  procedures,
  sites,
  /** What houses adapted of procedures. */
  adaptations
}
