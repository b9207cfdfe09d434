package fr.porteouverte.account;

/** What the caller may do with an agent now. */
enum AgentAction {
  change,
  invite,
  disable,
  bringBack
}
