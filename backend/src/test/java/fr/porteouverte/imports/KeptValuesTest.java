package fr.porteouverte.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import fr.porteouverte.support.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A newer list never takes a good value away with an empty cell or an odd one. */
@TestSecurity(user = "admin.reseau", roles = "admin")
@QuarkusTest
class KeptValuesTest extends ApiTest {
  @Inject Sites sites;

  private final Map<String, String> row = new LinkedHashMap<>();

  @BeforeEach
  void a_house_of_the_list() {
    row.put("id_fs", "1");
    row.put("insee_dep", "01");
    row.put("lib_fs", "France services de Valserhône");
    row.put("adresse", "5 rue des Papetiers");
    row.put("complement_adresse", "Bâtiment B");
    row.put("insee_com", "01033");
    row.put("code_postal", "01200");
    row.put("lib_com", "Valserhône");
    row.put("latitude", "46.106");
    row.put("longitude", "5.826");
    row.put("mail", "accueil@exemple.fr");
    row.put("telephone", "04 50 56 87 49");
    for (String day : List.of("lundi", "mardi", "mercredi", "jeudi", "vendredi")) {
      row.put("h_" + day, "09:00 - 12:00");
    }
    row.put("h_samedi", "");
    row.put("prise_rdv", "Oui");
    row.put("commentaire", "Au fond de la cour");
    row.put("type_fs", "Principal");
    row.put("format_fs", "Bus_équivalent");
    send(StandardCharsets.UTF_8).body("created", equalTo(1));
  }

  private ValidatableResponse send(Charset charset) {
    String file = String.join(";", row.keySet()) + "\n" + String.join(";", row.values()) + "\n";
    return api()
        .contentType("text/csv")
        .body(file.getBytes(charset))
        .post("/imports/sites")
        .then()
        .statusCode(200);
  }

  private String stored() {
    long id = sites.byOfficialId("1").map(Site::id).orElseThrow();
    return api().get("/sites/" + id).then().statusCode(200).extract().asString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "adresse",
        "complement_adresse",
        "latitude",
        "mail",
        "telephone",
        "prise_rdv",
        "commentaire",
        "format_fs"
      })
  void an_empty_cell_changes_nothing_and_is_told(String column) {
    String before = stored();
    row.put(column, "");
    send(StandardCharsets.UTF_8).body("unchanged", equalTo(1)).body("counts.size()", equalTo(1));
    assertThat(stored()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "latitude, inconnue",
    "mail, pas d’adresse",
    "telephone, voir le site",
    "telephone, 12",
    "prise_rdv, parfois",
    "format_fs, Péniche",
    "h_mardi, selon affluence",
    "h_mardi, 25:00 - 26:00",
  })
  void an_odd_cell_changes_nothing_and_is_told(String column, String odd) {
    String before = stored();
    row.put(column, odd);
    send(StandardCharsets.UTF_8).body("unchanged", equalTo(1)).body("counts.size()", equalTo(1));
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void a_day_that_says_closed_is_closed() {
    row.put("h_mardi", "Fermé");
    send(StandardCharsets.UTF_8).body("updated", equalTo(1));
    assertThat(stored()).doesNotContain("tuesday").contains("wednesday");
  }

  @Test
  void another_commune_takes_its_own_address_whole() {
    row.put("insee_com", "01004");
    row.put("lib_com", "Ambérieu-en-Bugey");
    row.put("code_postal", "01500");
    row.put("complement_adresse", "");
    send(StandardCharsets.UTF_8).body("updated", equalTo(1));
    assertThat(stored()).contains("Ambérieu-en-Bugey").doesNotContain("Bâtiment B");
  }

  @Test
  void a_short_number_is_a_telephone() {
    row.put("telephone", "36 46");
    send(StandardCharsets.UTF_8).body("updated", equalTo(1)).body("counts.size()", equalTo(0));
    assertThat(stored()).contains("\"phone\":\"3646\"");
  }

  @Test
  void a_spreadsheet_that_took_the_codes_for_numbers_changes_nothing() {
    String before = stored();
    row.put("id_fs", "1");
    row.put("insee_dep", "1");
    row.put("insee_com", "1033");
    row.put("code_postal", "1200");
    row.put("telephone", "450568749");
    send(Charset.forName("windows-1252"))
        .body("unchanged", equalTo(1))
        .body("counts.kind", hasItem("lost-zero"))
        .body("counts.kind", hasItem("other-encoding"));
    assertThat(stored()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"120", "9999", "inconnu"})
  void a_postcode_that_is_none_refuses_the_row_and_the_house_stays(String postcode) {
    String before = stored();
    row.put("code_postal", postcode);
    send(StandardCharsets.UTF_8)
        .body("refused", equalTo(1))
        .body("counts.kind", equalTo(List.of("missing-value")));
    assertThat(stored()).isEqualTo(before);
  }
}
