package fr.porteouverte.imports;

/** How far an import is. */
public enum ImportState {
  /** What it would change is not known yet. */
  waiting,
  /** What it would change can be looked at, and applied. */
  ready,
  applying,
  applied,
  /** Taken back as a whole. */
  undone,
  /** Something went wrong on our side; nothing was written. */
  failed
}
