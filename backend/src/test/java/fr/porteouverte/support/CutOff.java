package fr.porteouverte.support;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * Nobody answers where Keycloak should be, a connection is waited for a second only, and the proxy
 * of docker-compose.yml, here 127.5.0.1, is before it, with few writes for each. One start for
 * three tests.
 */
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
        "http://localhost:1/realms/porte-ouverte",
        "quarkus.http.proxy.proxy-address-forwarding",
        "true",
        "quarkus.http.proxy.allow-x-forwarded",
        "true",
        "quarkus.http.proxy.trusted-proxies",
        "127.5.0.1",
        "porte-ouverte.limits.writes-per-minute-and-address",
        "20");
  }
}
