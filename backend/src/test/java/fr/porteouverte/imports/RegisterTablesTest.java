package fr.porteouverte.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.access.Role;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.Timetable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Registers as tables for a spreadsheet, and back. */
@TestSecurity(user = "anne", roles = Role.ADMIN)
@QuarkusTest
class RegisterTablesTest extends ApiTest {
  @Inject Timetable database;

  @BeforeEach
  void theCatalogue() {
    String catalogue = api().get("/catalogue/file").body().asString();
    api()
        .contentType(ContentType.JSON)
        .body(catalogue)
        .post("/imports/catalogue")
        .then()
        .statusCode(200);
  }

  private String table(String kind) {
    return new String(
        api()
            .get("/imports/tables/" + kind + "/file")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray(),
        StandardCharsets.UTF_8);
  }

  private ValidatableResponse send(String path, String table) {
    return api()
        .contentType("text/csv")
        .body(table.getBytes(StandardCharsets.UTF_8))
        .post("/imports/tables/" + path)
        .then();
  }

  @ParameterizedTest
  @ValueSource(strings = {"themes", "partners", "documents", "procedures"})
  void a_table_that_nobody_changed_writes_nothing(String kind) {
    String table = table(kind);
    send(kind + "/preview", table).statusCode(200).body("rows", empty());
    send(kind + "/file", table)
        .statusCode(200)
        .body("id", nullValue())
        .body("counts.changed", equalTo(0));
    assertThat(table(kind)).isEqualTo(table);
  }

  /** The official list has points with sixteen decimals; small numbers have an exponent in Java. */
  @ParameterizedTest
  @ValueSource(doubles = {-0.00914282408575149, 0.0665537837999772, 0.0000123})
  void a_house_beside_the_meridian_comes_back_where_it_was(double longitude) {
    fixtures.site("Moyaux");
    database.change("update site set longitude = " + longitude);
    String table = table("sites");
    assertThat(table).doesNotContain("E-");
    send("sites/preview", table)
        .statusCode(200)
        .body("rows", empty())
        .body("counts.unchanged", equalTo(1));
  }

  @Test
  void a_cell_that_a_spreadsheet_would_run_is_text_and_comes_back_as_it_was() {
    String before = table("partners");
    int line = before.indexOf("\r\ncaf;") + 2;
    String caf = before.substring(line, before.indexOf("\r\n", line));
    List<String> cells = new ArrayList<>(List.of(caf.split(";", -1)));
    cells.set(1, "=HYPERLINK(1)");
    String changed = before.replace(caf, String.join(";", cells));
    send("partners/file", changed).statusCode(200).body("id", notNullValue());

    String after = table("partners");
    assertThat(after).contains("caf;'=HYPERLINK(1);").doesNotContain(";=");
    send("partners/preview", after).statusCode(200).body("rows", empty());
    send("partners/file", after).statusCode(200).body("id", nullValue());
    assertThat(table("partners")).isEqualTo(after);
  }

  @Test
  void what_was_changed_in_the_table_is_changed_and_can_be_taken_back() {
    String table =
        table("procedures")
            .replace("Demander le RSA", "Le RSA")
            .replace(";caf;budget;45;", ";caf;budget;50;");
    String digest =
        send("procedures/preview", table)
            .body("rows.code", contains("rsa"))
            .body("rows[0].outcome", equalTo("changed"))
            .extract()
            .path("digest");
    String made =
        send("procedures/file?digest=" + digest, table)
            .statusCode(200)
            .body("id", notNullValue())
            .body("kind", equalTo("procedures"))
            .extract()
            .path("id");
    api()
        .get("/procedures")
        .then()
        .body("items.find { it.code == 'rsa' }.durationMinutes", equalTo(50));
    api().post("/imports/catalogue/" + made + "/undo").then().statusCode(200);
    api()
        .get("/procedures")
        .then()
        .body("items.find { it.code == 'rsa' }.durationMinutes", equalTo(45));
  }

  @Test
  void a_wrong_cell_is_named_with_its_line() {
    String table = "code;label.fr;label.en\nrib;;Bank\nÀ B;x;y\n";
    send("documents/file", table)
        .statusCode(400)
        .body("errors.field", containsInAnyOrder("line2.label.fr", "line3.code"));
    String themes = "code;name.fr;name.en;position\na;A;A;x\n";
    send("themes/file", themes).statusCode(400).body("errors.field", contains("line2.position"));
    send("themes/file", "code;name.fr\n").statusCode(400);
    send("houses/file", themes).statusCode(404);
    api().get("/imports/tables/houses/file").then().statusCode(404);
  }
}
