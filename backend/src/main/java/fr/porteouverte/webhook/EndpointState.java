package fr.porteouverte.webhook;

/** Whether an address is told of changes. */
public enum EndpointState {
  /** It has not answered its ping yet. */
  pending,
  active,
  /** It is told nothing until it answers a ping again. */
  off
}
