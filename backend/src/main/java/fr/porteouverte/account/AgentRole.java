package fr.porteouverte.account;

import fr.porteouverte.access.Role;

/** What an agent is; the constants are Keycloak's names of the roles. */
public enum AgentRole {
  clerk,
  manager,
  partner,
  admin,
  integrator;

  static {
    // The words of tokens and of rows must not drift apart.
    for (String name :
        new String[] {Role.CLERK, Role.MANAGER, Role.PARTNER, Role.ADMIN, Role.INTEGRATOR}) {
      valueOf(name);
    }
  }

  /** Clerks and managers act in houses. */
  public boolean needsSites() {
    return this == clerk || this == manager;
  }

  public boolean needsPartner() {
    return this == partner;
  }
}
