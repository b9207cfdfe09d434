package fr.porteouverte.access;

/** What an agent may be; Keycloak's realm roles have the same names. */
public final class Role {
  public static final String CLERK = "clerk";
  public static final String MANAGER = "manager";
  public static final String PARTNER = "partner";

  /** Looks at the figures of departments or of the country, and at nothing else. */
  public static final String OBSERVER = "observer";

  public static final String ADMIN = "admin";
  public static final String INTEGRATOR = "integrator";

  private Role() {}
}
