package fr.porteouverte.http;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import fr.porteouverte.access.Role;
import fr.porteouverte.support.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer does, whatever it is about. */
@TestSecurity(user = "boss", roles = Role.ADMIN)
@QuarkusTest
class AnswersTest extends ApiTest {

  @Test
  void what_was_created_tells_its_version_and_a_list_or_a_refusal_does_not() {
    long moyaux = fixtures.site("Moyaux").id();
    var counters = "/sites/" + moyaux + "/counters";
    var counter = Map.of("name", "Guichet 1", "serves", "all");
    var json = api().contentType(ContentType.JSON).body(counter);
    String id =
        json.post(counters)
            .then()
            .statusCode(201)
            .header("ETag", "\"0\"")
            .header("Location", notNullValue())
            .extract()
            .path("id");
    api()
        .get(counters)
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .header("ETag", (String) null);
    json.header("If-Match", "\"7\"")
        .put("/counters/" + id)
        .then()
        .statusCode(412)
        .header("ETag", (String) null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1e3", "x", "01", "9223372036854775808"})
  void an_id_that_cannot_be_one_is_not_found_in_a_path_and_a_wrong_field_in_a_query(String id) {
    api().get("/sites/" + id).then().statusCode(404).body("type", equalTo("/problems/not-found"));
    api()
        .get("/procedures?site=" + id)
        .then()
        .statusCode(400)
        .body("errors.field", contains("site"));
  }
}
