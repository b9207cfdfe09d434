package fr.porteouverte.http;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import fr.porteouverte.support.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("once")
class ConfigurationTest extends ApiTest {

  @Test
  void an_app_learns_where_to_log_in() {
    api()
        .get("/configuration")
        .then()
        .statusCode(200)
        .body("oidc.authority", endsWith("/realms/porte-ouverte"))
        .body("oidc.clientId", equalTo("porte-ouverte-app"))
        .body("demo", equalTo(false))
        .body("holdMinutes", equalTo(10))
        .body("localOutbox", equalTo(false));
  }
}
