package fr.porteouverte.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.Places;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SearchApiTest extends ApiTest {
  @Inject Places places;
  @Inject SitePositions positions;

  @BeforeEach
  void housesOfNormandy() {
    positions.changed(null);
    places.someCommunes();
    fixtures.site("Moyaux", "14", 49.1966, 0.3568);
    fixtures.site("Sées", "61", 48.6065, 0.1718);
    fixtures.site("Livarot", "14", 49.0048, 0.1498);
    fixtures.site("Saint-Denis", "974", -20.8970, 55.4733);
  }

  private ValidatableResponse near(String where) {
    return api().queryParam("near", where).get("/sites").then().statusCode(200);
  }

  @Test
  void the_nearest_house_comes_first_and_says_how_far_it_is() {
    near("Moyaux")
        .body("place.label", equalTo("Moyaux (14590)"))
        .body("place.insee", equalTo("14460"))
        .body("items.name", contains("Moyaux", "Livarot", "Sées", "Saint-Denis"))
        .body("items[0].distanceMetres", equalTo(344))
        .body("nextCursor", nullValue());
  }

  @Test
  void a_postcode_and_a_point_are_places_too() {
    near("61500")
        .body("place.label", equalTo("Sées (61500)"))
        .body("items[0].name", equalTo("Sées"));
    near("49.0, 0.15")
        .body("place.label", equalTo("49.0000, 0.1500"))
        .body("items[0].name", equalTo("Livarot"));
  }

  @Test
  void the_place_shows_the_postcode_that_was_typed() {
    near("67200").body("place.label", equalTo("Strasbourg (67200)"));
  }

  @Test
  void what_was_understood_is_said_and_others_are_offered() {
    near("F-14 100")
        .body("place.label", equalTo("Lisieux (14100)"))
        .body("placeGuessed", is(false));
    near("Saint-Denis")
        .body("place.label", equalTo("Saint-Denis (97400)"))
        .body("placeGuessed", is(true))
        .body("otherPlaces[0].label", equalTo("Saint-Denis (93200)"));
    near("Saint-Denis 93").body("place.insee", equalTo("93066")).body("placeGuessed", is(false));
    near("49.0, 0.15").body("placeGuessed", is(false)).body("otherPlaces", hasSize(0));
  }

  @Test
  void what_no_list_knows_is_found_by_the_houses_that_bear_it() {
    near("Livarot")
        .body("place.kind", equalTo("formerCommune"))
        .body("items[0].name", equalTo("Livarot"));
    places.former("14265", "Fervaques", "14366");
    near("Fervaques (14100)").body("place.label", equalTo("Fervaques, Lisieux (14100)"));
    near("12 rue de Paris, 14100 Lisieux").body("place.label", equalTo("Lisieux (14100)"));
  }

  @Test
  void suggestions_are_places_of_every_kind() {
    fixtures.site("Maison des services du Bocage", "14", 49.0, 0.1);
    assertThat(suggested("lisi")).startsWith("Lisieux (14100)");
    assertThat(suggested("calvados")).startsWith("Calvados (14)");
    assertThat(suggested("maison des serv")).first().asString().startsWith("Maison des services");
    assertThat(suggested("xyzzy")).isEmpty();
    api().get("/places").then().statusCode(400).body("errors.field", contains("q"));
  }

  private List<String> suggested(String typed) {
    return api()
        .queryParam("q", typed)
        .get("/places")
        .then()
        .statusCode(200)
        .extract()
        .path("items.label");
  }

  @Test
  void an_unknown_place_is_said_on_its_field() {
    for (String unknown : List.of("Xyzzy", "00000", "95.0,3.0")) {
      api()
          .queryParam("near", unknown)
          .get("/sites")
          .then()
          .statusCode(400)
          .body("type", equalTo("/problems/invalid-request"))
          .body("errors.field", contains("near"));
    }
  }

  @Test
  void pages_follow_each_other_without_a_gap_or_a_double() {
    List<String> names = new ArrayList<>();
    String cursor = null;
    do {
      var request = api().queryParam("near", "Moyaux").queryParam("limit", 1);
      if (cursor != null) {
        request.queryParam("cursor", cursor);
      }
      var page = request.get("/sites").then().statusCode(200).body("items", hasSize(1)).extract();
      names.add(page.path("items[0].name"));
      cursor = page.path("nextCursor");
    } while (cursor != null);
    assertThat(names).containsExactly("Moyaux", "Livarot", "Sées", "Saint-Denis");
  }

  @Test
  void a_forged_cursor_is_refused() {
    api().get("/sites?cursor=AAAA").then().statusCode(400).body("errors.field", contains("cursor"));
  }

  @Test
  void without_a_place_there_is_no_distance() {
    api()
        .get("/sites")
        .then()
        .statusCode(200)
        .body("place", nullValue())
        .body("items", hasSize(4))
        .body("items[0].distanceMetres", nullValue());
  }
}
