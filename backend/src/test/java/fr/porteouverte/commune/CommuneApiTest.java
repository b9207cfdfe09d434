package fr.porteouverte.commune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.Places;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CommuneApiTest extends ApiTest {
  @Inject Places places;

  @BeforeEach
  void someCommunes() {
    places.someCommunes();
  }

  private List<String> suggested(String typed) {
    return api()
        .queryParam("q", typed)
        .get("/communes")
        .then()
        .statusCode(200)
        .extract()
        .path("items.insee");
  }

  @ParameterizedTest
  @CsvSource({
    "st martin de la l, 14625",
    "SEES, 61464",
    "sées, 61464",
    "laigle, 61214",
    "aigle, 61214",
    "moy, 14460",
    "145, 14460",
    "paris 12, 75112",
    "67200, 67482",
    "saint denis 97400, 97411",
    "st-lo, 50502"
  })
  void what_people_type_is_understood(String typed, String insee) {
    assertThat(suggested(typed)).first().isEqualTo(insee);
  }

  @Test
  void exact_names_come_first_then_the_most_inhabited() {
    assertThat(suggested("saint denis")).containsExactly("97411", "93066");
    assertThat(suggested("saint")).first().isEqualTo("97411");
  }

  @Test
  void st_may_become_saint_or_strasbourg() {
    assertThat(suggested("st")).contains("67482", "50502", "14625");
  }

  @Test
  void a_former_name_gives_the_commune_that_holds_it() {
    places.former("14265", "Fervaques", "14460");
    assertThat(suggested("fervaques")).containsExactly("14460");
  }

  @Test
  void a_postcode_gives_all_its_communes() {
    assertThat(suggested("14100")).containsExactly("14366", "14625");
  }

  @Test
  void a_suggestion_says_where_it_is() {
    api()
        .get("/communes?q=moyaux&limit=1")
        .then()
        .body("items.name", contains("Moyaux"))
        .body("items[0].postcodes", contains("14590"))
        .body("items[0].department", equalTo("14"))
        .body("items[0].latitude", equalTo(49.1953f));
  }

  @Test
  void nothing_typed_is_refused_and_nothing_known_is_empty() {
    api().get("/communes").then().statusCode(400).body("errors.field", contains("q"));
    assertThat(suggested("xyzzy")).isEmpty();
    assertThat(suggested("'%_")).isEmpty();
  }
}
