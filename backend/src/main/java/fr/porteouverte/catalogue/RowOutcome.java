package fr.porteouverte.catalogue;

/** What becomes of a row of a file. */
public enum RowOutcome {
  created,
  changed,
  /** Nothing is written: whatever the file says otherwise was adapted here. */
  kept,
  /** Nothing is written: it is archived here, or names what is. */
  leftOut,
  unchanged,
  /** The catalogue had it and has it no more; it stays until somebody archives it. */
  gone
}
