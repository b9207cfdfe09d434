package fr.porteouverte.account;

import static org.hamcrest.Matchers.equalTo;

import fr.porteouverte.access.Role;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.Bearer;
import fr.porteouverte.support.CutOff;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nobody answers where Keycloak should be. */
@QuarkusTest
@Tag("once")
@TestProfile(CutOff.class)
class LoginDownTest extends ApiTest {

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
