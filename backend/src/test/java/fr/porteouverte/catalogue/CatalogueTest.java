package fr.porteouverte.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.porteouverte.access.Role;
import fr.porteouverte.support.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The national catalogue as it comes with the product, its versions, and the way back. */
@TestSecurity(user = "anne", roles = Role.ADMIN)
@QuarkusTest
class CatalogueTest extends ApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ObjectNode file() {
    try {
      return (ObjectNode) JSON.readTree(api().get("/catalogue/file").body().asString());
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }

  private ValidatableResponse send(String path, ObjectNode file) {
    return api().contentType(ContentType.JSON).body(file.toString()).post(path).then();
  }

  private ValidatableResponse imported(ObjectNode file) {
    return send("/imports/catalogue", file);
  }

  private ValidatableResponse preview(ObjectNode file) {
    return send("/imports/catalogue/preview", file);
  }

  /** The next version: the RSA takes an hour and has another title. */
  private ObjectNode next() {
    ObjectNode next = file();
    next.put("version", "2027-01");
    ObjectNode rsa = procedure(next, "rsa");
    rsa.put("durationMinutes", 60);
    rsa.putObject("title").put("fr", "Le RSA").put("en", "RSA");
    return next;
  }

  private static ObjectNode procedure(ObjectNode file, String code) {
    for (var one : file.get("procedures")) {
      if (one.get("code").asText().equals(code)) {
        return (ObjectNode) one;
      }
    }
    throw new IllegalArgumentException(code);
  }

  private String id(String code) {
    return api().get("/procedures").path("items.find { it.code == '" + code + "' }.id");
  }

  /** What an admin does in the form of a procedure. */
  private void adapt(String code, String field, Object value) {
    String id = id(code);
    Map<String, Object> form = procedureForm(code);
    form.put(field, value);
    api()
        .contentType(ContentType.JSON)
        .header("If-Match", api().get("/procedures/" + id).header("ETag"))
        .body(form)
        .put("/procedures/" + id)
        .then()
        .statusCode(200);
  }

  private Map<String, Object> procedureForm(String code) {
    return api().get("/procedures/" + id(code) + "/history").path("items[0].form");
  }

  @Test
  void an_empty_installation_has_all_after_one_import() {
    api()
        .get("/catalogue")
        .then()
        .body("version", equalTo("2026-11"))
        .body("imported", nullValue());
    preview(file())
        .statusCode(200)
        .body("rows.outcome", everyItem(equalTo("created")))
        .body("counts.created", equalTo(6 + 17 + 48 + 47));
    api().get("/procedures").then().body("items", empty());
    imported(file())
        .statusCode(200)
        .body("id", notNullValue())
        .body("counts.created", equalTo(118));
    api().get("/catalogue").then().body("imported", equalTo("2026-11"));
    api().get("/themes").then().body("items", hasSize(6));
    api()
        .get("/partners")
        .then()
        .body("items.code", hasItem("france-travail"))
        .body("items.code", hasItem("cheque-energie"));
    for (String words : List.of("chômage", "APL", "CNI", "CMU", "c2s", "mutuelle", "permis")) {
      api()
          .get("/procedures?q=" + words)
          .then()
          .body("items.size()", org.hamcrest.Matchers.greaterThan(0));
    }
    api().get("/procedures?q=surendettement").then().body("items[0].referred", equalTo(true));
    api()
        .get("/procedures/" + id("cni"))
        .then()
        .body("source.url", containsString("service-public.fr"))
        .body("source.checkedOn", equalTo("2020-11-01"))
        .body("documents.label.en", hasItem(containsString("photo")));
    api().get("/procedures?toVerify=true").then().body("items.code", hasItem("rsa"));
  }

  /** The clock of the tests stands in November 2026; the limit is twelve months. */
  @Test
  void what_was_compared_too_long_ago_is_to_be_verified_again() {
    imported(file()).statusCode(200);
    adapt("cni", "checkedOn", "2025-11-24");
    adapt("passeport", "checkedOn", "2025-11-23");
    api()
        .get("/procedures/" + id("cni"))
        .then()
        .body("source.checkedOn", equalTo("2025-11-24"))
        .body("source.toVerify", equalTo(false));
    api()
        .get("/procedures/" + id("passeport"))
        .then()
        .body("source.checkedOn", equalTo("2025-11-23"))
        .body("source.toVerify", equalTo(true));
    api()
        .get("/procedures?toVerify=true")
        .then()
        .body("items.code", hasItem("passeport"))
        .body("items.code", not(hasItem("cni")));
  }

  @Test
  void the_same_version_again_writes_nothing() {
    imported(file()).statusCode(200);
    imported(file())
        .statusCode(200)
        .body("id", nullValue())
        .body("counts.unchanged", equalTo(118))
        .body("counts.changed", equalTo(0));
    api().get("/imports/catalogue").then().body("items", hasSize(1));
    preview(file()).body("rows", empty());
  }

  @Test
  void the_next_version_changes_what_nobody_adapted_and_says_what_it_keeps() {
    imported(file());
    adapt("rsa", "title", Map.of("fr", "Le RSA à Moyaux", "en", "RSA at Moyaux"));
    preview(next())
        .body("rows", hasSize(1))
        .body("rows[0].code", equalTo("rsa"))
        .body("rows[0].outcome", equalTo("changed"))
        .body("rows[0].fields.field", containsInAnyOrder("title", "durationMinutes"))
        .body("rows[0].fields.find { it.field == 'title' }.kept", equalTo(true))
        .body("rows[0].fields.find { it.field == 'durationMinutes' }.here", equalTo("45"))
        .body("rows[0].fields.find { it.field == 'durationMinutes' }.file", equalTo("60"));
    imported(next()).statusCode(200).body("counts.changed", equalTo(1));
    api()
        .get("/procedures/" + id("rsa"))
        .then()
        .body("title.fr", equalTo("Le RSA à Moyaux"))
        .body("durationMinutes", equalTo(60));
    // The next time it still is an adaptation.
    preview(next()).body("rows.outcome", contains("kept"));
    imported(next()).body("id", nullValue());
    api()
        .get("/procedures/" + id("rsa") + "/history")
        .then()
        .body("items.act", contains("imported", "changed", "imported"));
  }

  @Test
  void what_was_seen_is_what_is_applied() {
    imported(file());
    String digest = preview(next()).extract().path("digest");
    adapt("rsa", "durationMinutes", 30);
    send("/imports/catalogue?digest=" + digest, next()).statusCode(412);
    String again = preview(next()).extract().path("digest");
    send("/imports/catalogue?digest=" + again, next()).statusCode(200);
  }

  @Test
  void a_wrong_file_changes_nothing_and_names_each_wrong_field() {
    ObjectNode wrong = file();
    procedure(wrong, "rsa").put("durationMinutes", 3).put("partner", "nobody");
    int row = 0;
    while (!wrong.get("procedures").get(row).get("code").asText().equals("rsa")) {
      row++;
    }
    String at = "procedures[" + row + "].";
    imported(wrong)
        .statusCode(400)
        .body("errors.field", containsInAnyOrder(at + "durationMinutes", at + "partner"));
    api().get("/partners").then().body("items", empty());
  }

  @Test
  void an_import_is_taken_back_as_a_whole() {
    String first = imported(file()).extract().path("id");
    String second = imported(next()).extract().path("id");
    undo(first).statusCode(409);
    undo(second).statusCode(200).body("undoneBy", equalTo("anne")).body("undoneAt", notNullValue());
    api()
        .get("/procedures/" + id("rsa"))
        .then()
        .body("durationMinutes", equalTo(45))
        .body("title.fr", equalTo(procedure(file(), "rsa").get("title").get("fr").asText()));
    api().get("/catalogue").then().body("imported", equalTo("2026-11"));
    undo(second).statusCode(409);
    undo(first).statusCode(200);
    for (String path : List.of("/themes", "/partners", "/documents", "/procedures")) {
      api().get(path).then().body("items", empty());
    }
    imported(file()).statusCode(200).body("counts.created", equalTo(118));
  }

  @Test
  void what_somebody_needs_by_now_is_not_taken_back() {
    String first = imported(file()).extract().path("id");
    var moyaux = fixtures.site("Moyaux");
    var caf = fixtures.stored("caf");
    fixtures.permanence(moyaux, caf, fixtures.storedProcedure("rsa")).materialised();
    undo(first).statusCode(409).body("detail", containsString("une permanence à Moyaux"));
    assertThat(api().get("/procedures").<List<?>>path("items")).hasSize(47);
  }

  @Test
  void what_is_archived_here_stays_so() {
    imported(file());
    String id = id("rsa");
    api()
        .contentType(ContentType.JSON)
        .header("If-Match", "\"0\"")
        .body(Map.of("archived", true))
        .put("/procedures/" + id + "/archived")
        .then()
        .statusCode(200);
    preview(next()).body("rows.outcome", contains("leftOut"));
    imported(next()).statusCode(200).body("counts.leftOut", equalTo(1)).body("id", nullValue());
    api().get("/procedures/" + id).then().body("durationMinutes", equalTo(45));
  }

  @Test
  void what_the_catalogue_has_no_more_stays_and_is_said() {
    imported(file());
    ObjectNode shorter = file();
    shorter.put("version", "2027-01");
    var rows = (com.fasterxml.jackson.databind.node.ArrayNode) shorter.get("procedures");
    for (int i = rows.size() - 1; i >= 0; i--) {
      if (rows.get(i).get("code").asText().equals("casier")) {
        rows.remove(i);
      }
    }
    preview(shorter).body("rows.outcome", contains("gone")).body("rows.code", contains("casier"));
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void only_an_admin_imports_it() {
    api().get("/catalogue").then().statusCode(403);
    imported(JSON.createObjectNode().put("version", "x")).statusCode(403);
    undo("1").statusCode(403);
    api().get("/imports/tables/themes/file").then().statusCode(403);
    api()
        .contentType("text/csv")
        .body("code")
        .post("/imports/tables/themes/file")
        .then()
        .statusCode(403);
  }

  private ValidatableResponse undo(String id) {
    return api().post("/imports/catalogue/" + id + "/undo").then();
  }
}
