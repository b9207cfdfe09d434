package fr.porteouverte.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.http.AppHeaders.MapTiles;
import fr.porteouverte.support.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.MultiMap;
import java.net.URI;
import java.util.Optional;
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
        .body("phone", nullValue())
        .body("map", nullValue());
  }

  @Test
  void a_map_is_drawn_by_whom_the_installation_names_and_by_nobody_else() {
    MapTiles none = new MapTiles(Optional.of(" "), "/{z}/{x}/{y}.png", "© IGN");
    assertThat(none.view()).isNull();
    assertThat(none.pictures()).isEmpty();
    MapTiles some = new MapTiles(Optional.of("https://data.geopf.fr"), "/{z}/{x}/{y}.png", "© IGN");
    assertThat(some.view())
        .isEqualTo(new MapTiles.View("https://data.geopf.fr/{z}/{x}/{y}.png", "© IGN"));
    AppHeaders headers = new AppHeaders(URI.create("https://login.example.org/auth"), some);
    MultiMap sent = MultiMap.caseInsensitiveMultiMap();
    headers.write(sent, "/equipe", 200);
    assertThat(sent.get("Content-Security-Policy"))
        .contains("img-src 'self' data: https://data.geopf.fr;")
        .contains("connect-src 'self' https://login.example.org;");
    assertThatThrownBy(() -> new MapTiles(Optional.of("https://a.example; script-src *"), "/", "©"))
        .hasMessageContaining("PORTE_OUVERTE_MAP_ORIGIN");
  }

  @Test
  void the_telephone_of_the_installation_is_dialled_as_it_was_written() {
    assertThat(ConfigurationResource.dialled("39 39")).isEqualTo("3939");
    assertThat(ConfigurationResource.dialled("+33 2 31-00.00 00")).isEqualTo("+33231000000");
    assertThatThrownBy(() -> ConfigurationResource.dialled("on weekdays"))
        .hasMessageContaining("PORTE_OUVERTE_APP_PHONE");
  }
}
