package fr.porteouverte.support;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Nobody answers where Keycloak should be, and a connection is waited for a second only. */
public class CutOff implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "quarkus.datasource.jdbc.acquisition-timeout",
        "1s",
        "quarkus.oidc.tenant-enabled",
        "true",
        // Port 1 of this machine refuses.
        "quarkus.oidc.auth-server-url",
        "http://localhost:1/realms/porte-ouverte");
  }
}
