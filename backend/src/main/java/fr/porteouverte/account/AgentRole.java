package fr.porteouverte.account;

import fr.porteouverte.access.Role;

/** What an agent is; the constants are Keycloak's names of the roles. */
public enum AgentRole {
  clerk,
  manager,
  partner,
  /** A préfecture or a département: figures of its houses, and nothing else. */
  observer,
  admin,
  integrator;

  static {
    // The words of tokens and of rows must not drift apart.
    for (String name :
        new String[] {
          Role.CLERK, Role.MANAGER, Role.PARTNER, Role.OBSERVER, Role.ADMIN, Role.INTEGRATOR
        }) {
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

  /** They have departments. */
  public boolean mayHaveDepartments() {
    return this == partner || this == observer;
  }
}
