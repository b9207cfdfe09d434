package fr.porteouverte.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import fr.porteouverte.support.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

@TestSecurity(user = "admin.reseau", roles = "admin")
@QuarkusTest
class ImportsTest extends ApiTest {
  @Inject Sites sites;

  static byte[] file(String name) {
    try (InputStream file = ImportsTest.class.getResourceAsStream("/imports/" + name)) {
      return file.readAllBytes();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  static byte[] packed(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private ValidatableResponse send(String kind, String type, byte[] body) {
    return api().contentType(type).body(body).post("/imports/" + kind).then();
  }

  private ValidatableResponse both() {
    send("communes", "text/csv", file("communes.csv")).statusCode(200);
    return send("sites", "text/csv", file("sites.csv")).statusCode(200);
  }

  private String house(String officialId, String path) {
    Object id = sites.byOfficialId(officialId).map(Site::id).orElseThrow();
    return String.valueOf(
        api().get("/sites/" + id).then().statusCode(200).extract().<Object>path(path));
  }

  @Test
  void every_row_becomes_a_house_or_a_refusal() {
    both()
        .body("rows", equalTo(16))
        .body("created", equalTo(13))
        .body("updated", equalTo(0))
        .body("refused", equalTo(3));
    assertThat(sites.count()).isEqualTo(13);
  }

  @Test
  void the_same_file_again_changes_nothing() {
    both();
    send("sites", "text/csv", file("sites.csv"))
        .statusCode(200)
        .body("created", equalTo(0))
        .body("updated", equalTo(0))
        .body("unchanged", equalTo(13));
    send("communes", "text/csv", file("communes.csv"))
        .body("created", equalTo(0))
        .body("updated", equalTo(0))
        .body("unchanged", equalTo(6))
        .body("refused", equalTo(2));
  }

  @Test
  void a_changed_row_updates_its_house_and_nothing_else() {
    both();
    String changed =
        new String(file("sites.csv"), StandardCharsets.UTF_8)
            .replace("Maison de Moyaux", "Maison de services de Moyaux");
    send("sites", "text/csv", changed.getBytes(StandardCharsets.UTF_8))
        .body("updated", equalTo(1))
        .body("unchanged", equalTo(12));
    assertThat(house("1", "name")).isEqualTo("Maison de services de Moyaux");
  }

  @Test
  void what_was_found_is_told_row_by_row() {
    String id = both().extract().path("id");
    List<String> told =
        api()
            .get("/imports/" + id)
            .then()
            .statusCode(200)
            .body("report.rows", equalTo(16))
            .extract()
            .<List<java.util.Map<String, Object>>>path("items")
            .stream()
            .map(f -> f.get("row") + " " + f.get("kind") + " " + f.get("severity"))
            .toList();
    assertThat(told)
        .containsExactlyInAnyOrder(
            "3 wrong-postcode doubtful",
            "3 appointments-only-in-comment repaired",
            "4 wrong-postcode repaired",
            "4 bad-phone doubtful",
            "5 no-hours doubtful",
            "6 midnight-hours repaired",
            "6 glued-hours repaired",
            "6 overlapping-hours repaired",
            "6 overlapping-hours doubtful",
            "6 unreadable-hours doubtful",
            "7 far-from-commune doubtful",
            "7 several-emails repaired",
            "8 duplicate-id refused",
            "9 duplicate-place doubtful",
            "9 bad-email doubtful",
            "11 missing-value refused",
            "12 department-mismatch repaired",
            "13 unknown-commune doubtful",
            "14 bad-point doubtful",
            "15 bad-point repaired",
            "16 escaped-text repaired",
            "16 garbled-text repaired",
            "16 unknown-answer doubtful",
            "16 unknown-kind doubtful",
            "17 column-count refused");
  }

  @Test
  void findings_come_page_by_page() {
    String id = both().extract().path("id");
    var first =
        api().get("/imports/" + id + "?limit=20").then().body("items", hasSize(20)).extract();
    api()
        .queryParam("limit", 20)
        .queryParam("cursor", first.<String>path("nextCursor"))
        .get("/imports/" + id)
        .then()
        .body("items", hasSize(5))
        .body("nextCursor", nullValue());
    api().get("/imports").then().body("items.kind", is(List.of("sites", "communes")));
  }

  @Test
  void hours_become_ranges_and_a_plain_comment_decides_who_may_walk_in() {
    both();
    assertThat(house("1", "openingHours.findAll { it.weekday == 'friday' }.mode"))
        .isEqualTo("[both, appointment]");
    assertThat(house("2", "openingHours.findAll { it.weekday == 'saturday' }.mode"))
        .isEqualTo("[appointment]");
    assertThat(house("2", "openingHours.findAll { it.weekday == 'monday' }.mode"))
        .isEqualTo("[walkIn, walkIn]");
    assertThat(house("2", "appointments")).isEqualTo("true");
    assertThat(house("5", "openingHours.findAll { it.weekday == 'tuesday' }.from"))
        .isEqualTo("[09:00, 14:00]");
  }

  @Test
  void zone_phone_kind_and_words_are_put_right() {
    both();
    assertThat(house("9", "zone")).isEqualTo("Indian/Reunion");
    assertThat(house("9", "phone")).isEqualTo("+262262200000");
    assertThat(house("3", "address.postcode")).isEqualTo("14100");
    assertThat(house("6", "kind")).isEqualTo("bus");
    assertThat(house("6", "email")).isEqualTo("a@exemple.fr");
    assertThat(house("8", "kind")).isEqualTo("branch");
    assertThat(house("14", "latitude")).isEqualTo("49.1966");
    assertThat(house("15", "comment")).isEqualTo("France services à Moyaux");
  }

  @Test
  void hours_that_the_house_has_and_the_list_has_not_are_kept() {
    both();
    String without =
        new String(file("sites.csv"), StandardCharsets.UTF_8)
            .replaceFirst(
                "(\"1\",\"14\",.*?)(\"09:00 - 12:00 / 14:00 - 17:00\",){5}",
                "$1\"\",\"\",\"\",\"\",\"\",");
    send("sites", "text/csv", without.getBytes(StandardCharsets.UTF_8))
        .body("updated", equalTo(0))
        .body("counts.findAll { it.kind == 'no-hours' }.count", is(List.of(2)));
  }

  @Test
  void a_house_that_left_the_list_stays_and_is_told() {
    both();
    String shorter =
        new String(file("sites.csv"), StandardCharsets.UTF_8).replaceFirst("\"1\",.*\n", "");
    send("sites", "text/csv", shorter.getBytes(StandardCharsets.UTF_8))
        .body("counts.kind", hasItem("not-in-file"));
    assertThat(house("1", "name")).isEqualTo("Maison de Moyaux");
  }

  @Test
  void a_packed_file_and_semicolons_are_read_too() {
    send("communes", "application/gzip", packed(file("communes.csv")))
        .statusCode(200)
        .body("created", equalTo(6));
    String semicolons =
        "\ufeff" + new String(file("communes.csv"), StandardCharsets.UTF_8).replace(',', ';');
    send("communes", "text/csv", semicolons.getBytes(StandardCharsets.UTF_8))
        .body("unchanged", equalTo(6));
  }

  @Test
  void former_communes_are_imported_beside_the_communes_and_found_by_their_names() {
    send("communes", "text/csv", file("communes.csv")).statusCode(200);
    String formers =
        "insee,nom,commune_actuelle,type\n14265,Fervaques,14460,commune-deleguee\n"
            + "99999,Nulle-Part,00001,commune-deleguee\nXX,Sans-Code,14460,commune-deleguee\n";
    String id =
        send("communes", "text/csv", formers.getBytes(StandardCharsets.UTF_8))
            .body("rows", equalTo(3))
            .body("created", equalTo(1))
            .body("refused", equalTo(2))
            .extract()
            .path("id");
    api()
        .get("/imports/" + id)
        .then()
        .body("items.kind", hasItem("unknown-commune"))
        .body("items.row", hasItem(3));
    api()
        .get("/sites?near=fervaques")
        .then()
        .body("place.label", equalTo("Fervaques, Moyaux (14590)"))
        .body("place.kind", equalTo("formerCommune"));
    send("communes", "text/csv", formers.getBytes(StandardCharsets.UTF_8))
        .body("unchanged", equalTo(1));
  }

  @Test
  void the_list_of_insee_is_read_as_it_is_published() {
    send("communes", "text/csv", file("communes.csv")).statusCode(200);
    String official =
        "TYPECOM,COM,REG,DEP,CTCD,ARR,TNCC,NCC,NCCENR,LIBELLE,CAN,COMPARENT\n"
            + "COM,14460,28,14,14D,143,0,MOYAUX,Moyaux,Moyaux,1417,\n"
            + "COMD,14265,,,,,0,FERVAQUES,Fervaques,Fervaques,,14460\n";
    send("communes", "text/csv", official.getBytes(StandardCharsets.UTF_8))
        .body("rows", equalTo(1))
        .body("created", equalTo(1));
    api().get("/communes?q=fervaques").then().body("items[0].insee", equalTo("14460"));
  }

  @Test
  void an_imported_commune_can_be_searched() {
    both();
    api().get("/communes?q=st martin").then().body("items[0].insee", equalTo("14625"));
    api()
        .get("/sites?near=97490&limit=1")
        .then()
        .body("items[0].name", equalTo("Maison de Saint-Denis"));
  }

  @Test
  void a_file_that_cannot_be_used_is_refused_whole() {
    refused("text/csv", "id_fs,lib_fs\n1,x\n".getBytes(StandardCharsets.UTF_8), "insee_com");
    refused("text/csv", "\0\1\2".getBytes(StandardCharsets.UTF_8), "");
    refused("text/csv", new byte[0], "");
    refused("text/csv", new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0}, "CSV UTF-8");
    refused("application/gzip", new byte[] {0x1f, (byte) 0x8b, 1, 2, 3}, "gzip");
    byte[] packed = packed(file("sites.csv"));
    refused("application/gzip", java.util.Arrays.copyOf(packed, packed.length / 2), "gzip");
    String header = new String(file("sites.csv"), StandardCharsets.UTF_8).split("\n")[0] + "\n";
    refused("text/csv", header.getBytes(StandardCharsets.UTF_8), "aucune ligne");
    assertThat(sites.count()).isZero();
    api().get("/imports").then().body("items", hasSize(0));
  }

  private void refused(String type, byte[] body, String why) {
    send("sites", type, body)
        .statusCode(400)
        .body("type", equalTo("/problems/invalid-request"))
        .body("errors.field", everyItem(equalTo("file")))
        .body("errors[0].message", containsString(why));
  }

  @Test
  void a_small_file_that_unpacks_into_a_huge_one_is_stopped() {
    StringBuilder rows = new StringBuilder("insee,nom,codes_postaux,lat,lon,population\n");
    String row = "1,x,1,1,1,".concat("9".repeat(10_000)).concat("\n");
    rows.append(row.repeat(3_500));
    send("communes", "application/gzip", packed(rows.toString().getBytes(StandardCharsets.UTF_8)))
        .statusCode(413)
        .body("type", equalTo("/problems/body-too-large"));
  }

  @Test
  void another_kind_of_body_is_not_accepted() {
    send("sites", "application/json", "{}".getBytes(StandardCharsets.UTF_8)).statusCode(415);
  }

  @Test
  @TestSecurity(user = "claire.moyaux", roles = "clerk")
  void only_an_admin_imports() {
    send("sites", "text/csv", file("sites.csv")).statusCode(403);
    api().get("/imports").then().statusCode(403);
  }

  @Test
  @TestSecurity
  void a_visitor_may_not_import() {
    send("sites", "text/csv", file("sites.csv")).statusCode(greaterThan(400));
    assertThat(sites.count()).isZero();
  }
}
