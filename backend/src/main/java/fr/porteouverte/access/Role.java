package fr.porteouverte.access;

/** What an agent may be; Keycloak's realm roles have the same names. */
public final class Role {
  public static final String CLERK = "clerk";
  public static final String MANAGER = "manager";
  public static final String PARTNER = "partner";
  public static final String ADMIN = "admin";
  public static final String INTEGRATOR = "integrator";

  private Role() {}
}
