package fr.porteouverte.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import fr.porteouverte.account.AgentRole;
import fr.porteouverte.commune.CommuneRegister;
import fr.porteouverte.imports.change.ImportWork;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import fr.porteouverte.support.ApiTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@TestSecurity(user = "admin.reseau", roles = "admin")
@QuarkusTest
class ImportChangesTest extends ApiTest {
  @Inject Sites sites;
  @Inject CommuneRegister communes;
  @Inject ImportWork work;

  private static final String HOUSES =
      new String(ImportsTest.file("sites.csv"), StandardCharsets.UTF_8);
  private static final String COMMUNES =
      new String(ImportsTest.file("communes.csv"), StandardCharsets.UTF_8);

  /** What a file would change, looked at. */
  private ValidatableResponse look(String kind, String file) {
    String id =
        api()
            .contentType("text/csv")
            .body(file.getBytes(StandardCharsets.UTF_8))
            .post("/imports/" + kind + "/preview?fileName=liste.csv")
            .then()
            .statusCode(201)
            .body("state", equalTo("waiting"))
            .extract()
            .path("id");
    work.run();
    return read(id).body("report.state", equalTo("ready"));
  }

  private ValidatableResponse read(String id) {
    return api().get("/imports/" + id).then().statusCode(200);
  }

  private String apply(ValidatableResponse looked, List<Map<String, String>> take) {
    String id = looked.extract().path("report.id");
    String digest = looked.extract().path("report.digest");
    api()
        .contentType("application/json")
        .body(Map.of("digest", digest, "take", take))
        .post("/imports/" + id + "/apply")
        .then()
        .statusCode(200)
        .body("state", equalTo("applying"));
    work.run();
    return id;
  }

  private String bring(String kind, String file) {
    String id = apply(look(kind, file), List.of());
    read(id).body("report.state", equalTo("applied"));
    return id;
  }

  private ValidatableResponse rows(String id) {
    return api().get("/imports/" + id + "/rows?limit=100").then().statusCode(200);
  }

  private ValidatableResponse undo(String id) {
    return api().post("/imports/" + id + "/undo").then();
  }

  private Site house(String officialId) {
    return QuarkusTransaction.requiringNew()
        .call(() -> sites.byOfficialId(officialId).orElseThrow());
  }

  private void byHand(String officialId, String phone) {
    QuarkusTransaction.requiringNew()
        .run(() -> sites.byOfficialId(officialId).orElseThrow().reachAt(phone, null));
  }

  @Test
  void a_file_is_looked_at_before_anything_is_written() {
    bring("communes", COMMUNES);
    ValidatableResponse looked =
        look("sites", HOUSES)
            .body("report.rows", equalTo(16))
            .body("report.created", equalTo(13))
            .body("report.refused", equalTo(3))
            .body("report.by", equalTo("admin.reseau"))
            .body("report.fileName", equalTo("liste.csv"))
            .body("report.digest", notNullValue())
            .body("items.findAll { it.kind == 'duplicate-id' }.row", is(List.of(8)))
            .body(
                "items.find { it.kind == 'duplicate-id' }.repair.fr",
                equalTo("Ne gardez qu’une ligne par numéro."));
    assertThat(sites.count()).isZero();
    String id = apply(looked, List.of());
    read(id).body("report.state", equalTo("applied")).body("report.created", equalTo(13));
    assertThat(sites.count()).isEqualTo(13);
    rows(id).body("items", hasSize(13)).body("items.outcome", hasItem("created"));
  }

  @Test
  void what_would_change_is_said_field_by_field() {
    bring("communes", COMMUNES);
    bring("sites", HOUSES);
    String newer = HOUSES.replace("Maison de Moyaux", "Maison de services de Moyaux");
    ValidatableResponse looked =
        look("sites", newer)
            .body("report.updated", equalTo(1))
            .body("report.unchanged", equalTo(12));
    rows(looked.extract().path("report.id"))
        .body("items", hasSize(1))
        .body("items[0].label", equalTo("Maison de Moyaux"))
        .body("items[0].fields[0].field", equalTo("name"))
        .body("items[0].fields[0].here", equalTo("\"Maison de Moyaux\""))
        .body("items[0].fields[0].file", equalTo("\"Maison de services de Moyaux\""))
        .body("items[0].fields[0].kept", equalTo(false));
    assertThat(house("1").name()).isEqualTo("Maison de Moyaux");
  }

  @Test
  void what_people_wrote_since_stays_unless_they_choose_the_file() {
    bring("communes", COMMUNES);
    bring("sites", HOUSES);
    byHand("1", "+33261910099");
    String newer = HOUSES.replaceFirst("02 61 91 00 01", "02 61 91 00 77");
    assertThat(newer).isNotEqualTo(HOUSES);
    ValidatableResponse looked = look("sites", newer).body("report.kept", equalTo(1));
    rows(looked.extract().path("report.id"))
        .body("items[0].outcome", equalTo("kept"))
        .body("items[0].fields.find { it.field == 'phone' }.kept", equalTo(true));
    apply(looked, List.of());
    assertThat(house("1").phone()).isEqualTo("+33261910099");
    ValidatableResponse again = look("sites", newer).body("report.kept", equalTo(1));
    apply(again, List.of(Map.of("key", "1", "field", "phone")));
    assertThat(house("1").phone()).isEqualTo("+33261910077");
    look("sites", newer).body("report.kept", equalTo(1));
  }

  @Test
  void an_empty_cell_does_not_make_the_hands_value_the_lists() {
    bring("communes", COMMUNES);
    String without = HOUSES.replaceFirst("02 61 91 00 01", "");
    bring("sites", without);
    byHand("1", "+33261910099");
    bring("sites", without);
    bring("sites", HOUSES);
    assertThat(house("1").phone()).isEqualTo("+33261910099");
  }

  @Test
  void the_wrong_file_is_taken_back_as_a_whole() {
    bring("communes", COMMUNES);
    String first = bring("sites", HOUSES);
    String newer =
        HOUSES
            .replace("Maison de Moyaux", "Maison de services de Moyaux")
            .replace("\n\"15\",", "\n\"915\",");
    String wrong = bring("sites", newer);
    undo(first).statusCode(409);
    undo(wrong)
        .statusCode(200)
        .body("state", equalTo("undone"))
        .body("undoneBy", equalTo("admin.reseau"));
    assertThat(house("1").name()).isEqualTo("Maison de Moyaux");
    assertThat(sites.byOfficialId("915")).isEmpty();
    undo(wrong).statusCode(409);
    look("sites", HOUSES).body("report.unchanged", equalTo(13));
    undo(first).statusCode(200);
    assertThat(sites.count()).isZero();
  }

  @Test
  void what_is_needed_or_was_changed_since_stands_in_the_way_of_taking_back() {
    bring("communes", COMMUNES);
    String id = bring("sites", HOUSES);
    fixtures.agent("claire.sees", AgentRole.clerk, house("2"));
    byHand("1", "+33261910099");
    undo(id)
        .statusCode(409)
        .body("type", equalTo("/problems/conflict"))
        .body("errors.message", hasItem(containsString("Maison de Sées : agents (1)")))
        .body("errors.message", hasItem("Maison de Moyaux : changée depuis (phone)"));
    assertThat(sites.count()).isEqualTo(13);
    read(id).body("report.state", equalTo("applied"));
  }

  @Test
  void what_would_change_by_now_is_looked_at_again() {
    bring("communes", COMMUNES);
    bring("sites", HOUSES);
    ValidatableResponse looked =
        look("sites", HOUSES.replace("Maison de Moyaux", "Maison de services de Moyaux"));
    String id = looked.extract().path("report.id");
    bring("sites", HOUSES.replace("Maison de Moyaux", "Maison du bourg"));
    apply(looked, List.of());
    read(id).body("report.state", equalTo("ready")).body("report.stale", equalTo(true));
    assertThat(house("1").name()).isEqualTo("Maison du bourg");
    api()
        .contentType("application/json")
        .body(Map.of("digest", looked.extract().<String>path("report.digest")))
        .post("/imports/" + id + "/apply")
        .then()
        .statusCode(412);
  }

  @Test
  void communes_and_former_ones_are_looked_at_and_taken_back() {
    String communesId = bring("communes", COMMUNES);
    String formers = "insee,nom,commune_actuelle\n14265,Fervaques,14460\n";
    String formersId =
        apply(look("communes", formers).body("report.kind", equalTo("formerCommunes")), List.of());
    undo(communesId)
        .statusCode(409)
        .body("errors[0].message", equalTo("Fervaques : commune ancienne, dans 14460"));
    undo(formersId).statusCode(200);
    undo(communesId).statusCode(200);
    assertThat(communes.isEmpty()).isTrue();
  }

  @Test
  void a_changed_commune_has_its_old_name_back() {
    bring("communes", COMMUNES);
    String id = bring("communes", COMMUNES.replace("Moyaux", "Moyaux-le-Neuf"));
    rows(id).body("items[0].fields.field", hasItem("name"));
    undo(id).statusCode(200);
    api().get("/communes?q=moyaux").then().body("items[0].name", equalTo("Moyaux"));
  }

  @Test
  void a_file_that_nobody_wants_is_set_aside() {
    String id = look("communes", COMMUNES).extract().path("report.id");
    api().delete("/imports/" + id).then().statusCode(204);
    api().get("/imports/" + id).then().statusCode(404);
    String kept = bring("communes", COMMUNES);
    api().delete("/imports/" + kept).then().statusCode(409);
  }

  @Test
  void whatever_office_programs_make_of_a_file_is_read() {
    String odd =
        "sep=;\r\n"
            + COMMUNES.replace(',', ';').replace("insee;nom", "INSEE;NOM").replace("\n", ";;\r\n");
    bring("communes", odd);
    api()
        .contentType("text/csv")
        .body(COMMUNES.replace(',', '\t').getBytes(StandardCharsets.UTF_16))
        .post("/imports/communes/preview")
        .then()
        .statusCode(201);
    work.run();
    api()
        .get("/imports?limit=1")
        .then()
        .body("items[0].unchanged", equalTo(6))
        .body("items[0].state", equalTo("ready"));
    api()
        .contentType("text/csv")
        .body(new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0})
        .post("/imports/sites/preview")
        .then()
        .statusCode(400)
        .body("errors[0].message", containsString("CSV UTF-8"));
  }

  @Test
  void the_report_is_a_table_for_a_spreadsheet() {
    bring("communes", COMMUNES);
    bring("sites", HOUSES);
    String id = bring("sites", HOUSES.replace("Maison de Moyaux", "=HYPERLINK(1)"));
    String table =
        api()
            .accept("text/csv")
            .get("/imports/" + id + "/report")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(table)
        .contains("ligne;numero;nom;resultat;champ;ici;fichier;reparation")
        .contains("changed;name;")
        .contains("Ne gardez qu’une ligne par numéro.");
  }

  @Test
  void everything_that_can_be_found_has_its_words() {
    for (FindingKind kind : FindingKind.values()) {
      assertThat(FindingWords.what(kind.code()).fr()).isNotEqualTo(kind.code());
      assertThat(FindingWords.repair(kind.code()).en()).doesNotContain(".repair");
    }
  }

  @Test
  void an_empty_installation_is_told_what_it_lacks() {
    api()
        .get("/first-steps")
        .then()
        .statusCode(200)
        .body("communes", equalTo(0))
        .body("sites", equalTo(0));
    bring("communes", COMMUNES);
    String id = bring("sites", HOUSES);
    api().get("/first-steps").then().body("communes", equalTo(6)).body("sites", equalTo(13));
    api()
        .get("/imports/" + id + "?severity=refused")
        .then()
        .body("items.kind", is(List.of("duplicate-id", "missing-value", "column-count")));
  }

  @Test
  void an_unknown_import_is_nowhere() {
    api().get("/imports/999/rows").then().statusCode(404);
    undo("999").statusCode(404);
    api().get("/imports/999/report").then().statusCode(404);
  }
}
