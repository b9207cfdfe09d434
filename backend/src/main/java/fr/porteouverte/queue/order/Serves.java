package fr.porteouverte.queue.order;

/** Whom a counter serves. */
public enum Serves {
  /** Everybody who comes to the house's own clerks. */
  all,
  /** Those of them who come for some procedures. */
  procedures,
  /** Those who come to one permanence. */
  permanence
}
