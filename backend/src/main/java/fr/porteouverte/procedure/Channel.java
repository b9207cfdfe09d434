package fr.porteouverte.procedure;

/** Where a procedure is dealt with: by the house's clerks, at a partner's permanence, or either. */
public enum Channel {
  counter,
  permanence,
  both
}
