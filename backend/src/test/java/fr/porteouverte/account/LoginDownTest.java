package fr.porteouverte.account;

import static org.hamcrest.Matchers.equalTo;

import fr.porteouverte.access.Role;
import fr.porteouverte.support.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nobody answers where Keycloak should be. */
@QuarkusTest
@TestProfile(LoginDownTest.WithoutKeycloak.class)
class LoginDownTest extends ApiTest {

  /** Port 1 of this machine refuses. */
  public static class WithoutKeycloak implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.oidc.tenant-enabled",
          "true",
          "quarkus.oidc.auth-server-url",
          "http://localhost:1/realms/porte-ouverte");
    }
  }

  @Test
  void an_agent_hears_that_the_login_is_down_and_when_to_try_again() {
    api()
        .auth()
        .oauth2(Bearer.token("claire.moyaux", Role.CLERK))
        .get("/me")
        .then()
        .statusCode(503)
        .header("Retry-After", "30")
        .body("type", equalTo("/problems/login-unavailable"));
  }

  @Test
  void the_public_goes_on() {
    api().get("/partners").then().statusCode(200);
  }
}
