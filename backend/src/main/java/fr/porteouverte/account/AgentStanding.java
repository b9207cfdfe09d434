package fr.porteouverte.account;

/** How an agent stands, as lists show it. */
enum AgentStanding {
  /** They may come, and never did. */
  invited,
  active,
  disabled
}
