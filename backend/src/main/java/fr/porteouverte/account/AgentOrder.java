package fr.porteouverte.account;

/** How a list of agents is ordered. */
enum AgentOrder {
  username,
  /** By last name, then first name. */
  name
}
