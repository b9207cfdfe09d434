package fr.porteouverte.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

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
        .body("localOutbox", equalTo(false))
        .body("lockSeconds", equalTo(600))
        .body("phone", nullValue());
  }

  @Test
  void the_telephone_of_the_installation_is_dialled_as_it_was_written() {
    assertThat(ConfigurationResource.dialled("39 39")).isEqualTo("3939");
    assertThat(ConfigurationResource.dialled("+33 2 31-00.00 00")).isEqualTo("+33231000000");
    assertThatThrownBy(() -> ConfigurationResource.dialled("on weekdays"))
        .hasMessageContaining("PORTE_OUVERTE_APP_PHONE");
  }
}
