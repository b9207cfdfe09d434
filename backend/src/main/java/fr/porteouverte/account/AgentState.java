package fr.porteouverte.account;

/** Whether an agent may work here now. */
enum AgentState {
  active,
  disabled
}
