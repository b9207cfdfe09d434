package fr.porteouverte.access;

/** The realm roles of Keycloak, as they stand in a token. */
public final class Role {
  public static final String CLERK = "clerk";
  public static final String MANAGER = "manager";
  public static final String PARTNER = "partner";
  public static final String ADMIN = "admin";
  public static final String INTEGRATOR = "integrator";

  private Role() {}
}
