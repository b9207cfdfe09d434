package fr.porteouverte.event;

/** What may be done with an event as a whole; a workshop is its house's. */
public enum EventAction {
  change,
  remove
}
