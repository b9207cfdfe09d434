package fr.porteouverte.account;

/** How an agent stands, as lists show it. */
public enum AgentStanding {
  /** They may come, and never did. */
  invited,
  active,
  disabled
}
