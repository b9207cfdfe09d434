package fr.porteouverte.opendata;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.AsRun;
import fr.porteouverte.support.Timetable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages as a search engine reads them that runs no script. */
@QuarkusTest
@TestProfile(AsRun.class)
class PagesTest extends ApiTest {
  private static final Pattern DATA =
      Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);

  @Inject Timetable timetable;

  Site moyaux;
  Procedure licence;

  @BeforeEach
  void theDrivingLicenceAtMoyaux() {
    moyaux = fixtures.site("Moyaux");
    Partner ants = fixtures.partner("ants");
    licence = fixtures.procedure("permis", ants, 30);
    timetable.change("update procedure set title_fr = 'Permis de conduire'");
    fixtures.permanence(moyaux, ants, licence).materialised();
  }

  private static ValidatableResponse page(String path) {
    return given().get(path).then().contentType(containsString("text/html"));
  }

  private static String read(String path) {
    return page(path).statusCode(200).extract().asString();
  }

  private static JsonNode data(String page) throws IOException {
    Matcher data = DATA.matcher(page);
    assertThat(data.find()).isTrue();
    return new ObjectMapper().readTree(data.group(1));
  }

  private String slot() {
    return "/creneau?site=" + moyaux.id() + "&demarche=" + licence.id();
  }

  @Test
  void who_looks_for_the_driving_licence_at_moyaux_finds_the_house_and_the_appointment() {
    assertThat(read("/maisons/" + moyaux.id()))
        .contains("Moyaux")
        .contains("<h1>Moyaux</h1>")
        .contains("lundi : 9 h – 17 h")
        .contains("<a href=\"" + slot().replace("&", "&amp;") + "\">Permis de conduire</a>");
    assertThat(read(slot()))
        .contains("<title>Permis de conduire – Moyaux</title>")
        .contains("<h1>Permis de conduire – Moyaux</h1>")
        .contains("Pièce d’identité");
    assertThat(read("/maisons?demarche=" + licence.id()))
        .contains("<title>Permis de conduire : rendez-vous près de chez vous</title>")
        .contains("Moyaux, Moyaux (14)");
  }

  @Test
  void the_page_of_a_procedure_says_what_this_house_asks_for() {
    timetable.change(
        "insert into procedure_adaptation (site_id, procedure_id, note, beneath_minutes,"
            + " beneath_documents) values (%d, %d, 'Sonnez à droite.', 30, '')"
                .formatted(moyaux.id(), licence.id()));
    timetable.change(
        "insert into procedure_adaptation_document (adaptation_id, position, document_id, need)"
            + " select a.id, 0, d.document_id, 'removed' from procedure_adaptation a"
            + " join procedure_document d on d.procedure_id = a.procedure_id");
    assertThat(read(slot())).contains("Sonnez à droite.").doesNotContain("Pièce d’identité");
  }

  @Test
  void a_page_says_its_one_address_and_what_others_show_of_it() {
    page("/maisons/" + moyaux.id() + "?from=somewhere")
        .statusCode(200)
        .header("Cache-Control", "no-cache")
        .header("Content-Security-Policy", containsString("script-src 'self';"))
        .body(
            "html.head.link.find { it.@rel == 'canonical' }.@href",
            equalTo("http://localhost:8080/maisons/" + moyaux.id()))
        .body(
            "html.head.meta.find { it.@property == 'og:title' }.@content",
            equalTo("Moyaux : adresse, horaires, démarches"))
        .body(
            "html.head.meta.find { it.@name == 'description' }.@content",
            containsString("14590 Moyaux. Permis de conduire."));
  }

  @Test
  void a_house_is_a_government_office_with_hours_that_can_be_booked() throws IOException {
    JsonNode office = data(read("/maisons/" + moyaux.id()));
    assertThat(office.path("@context").asText()).isEqualTo("https://schema.org");
    assertThat(office.path("@type").asText()).isEqualTo("GovernmentOffice");
    assertThat(office.path("address").path("postalCode").asText()).isEqualTo("14590");
    assertThat(office.path("openingHoursSpecification")).hasSize(5);
    assertThat(office.at("/openingHoursSpecification/0/dayOfWeek").asText())
        .isEqualTo("https://schema.org/Monday");
    assertThat(office.at("/openingHoursSpecification/0/opens").asText()).isEqualTo("09:00");
    assertThat(office.at("/potentialAction/@type").asText()).isEqualTo("ReserveAction");
    assertThat(office.at("/potentialAction/target/urlTemplate").asText())
        .isEqualTo("http://localhost:8080/demarche?site=" + moyaux.id());
    JsonNode service = data(read(slot()));
    assertThat(service.path("@type").asText()).isEqualTo("GovernmentService");
    assertThat(service.at("/potentialAction/target/urlTemplate").asText())
        .isEqualTo("http://localhost:8080" + slot());
  }

  @Test
  void a_house_says_its_siret_or_the_rna_of_its_association() throws IOException {
    String house = " where id = " + moyaux.id();
    assertThat(data(read("/maisons/" + moyaux.id())).has("identifier")).isFalse();
    timetable.change("update site set rna = 'W143000123'" + house);
    JsonNode association = data(read("/maisons/" + moyaux.id())).path("identifier");
    assertThat(association.path("propertyID").asText()).isEqualTo("RNA");
    assertThat(association.path("value").asText()).isEqualTo("W143000123");
    timetable.change("update site set rna = null, siret = '73282932000074'" + house);
    JsonNode establishment = data(read("/maisons/" + moyaux.id())).path("identifier");
    assertThat(establishment.path("propertyID").asText()).isEqualTo("SIRET");
  }

  @Test
  void a_closure_of_whole_days_is_told_as_special_hours() throws IOException {
    timetable.change(
        "insert into closure (site_id, from_time, to_time) values ("
            + moyaux.id()
            + ", timestamp '2026-12-24 12:00:00', timestamp '2026-12-28 00:00:00')");
    JsonNode special =
        data(read("/maisons/" + moyaux.id())).at("/specialOpeningHoursSpecification/0");
    assertThat(special.path("validFrom").asText()).isEqualTo("2026-12-25");
    assertThat(special.path("validThrough").asText()).isEqualTo("2026-12-27");
    assertThat(special.path("opens").asText()).isEqualTo(special.path("closes").asText());
  }

  @Test
  void a_hostile_name_stays_a_name() throws IOException {
    String name = "</script><script>alert(1)</script>\u2028\" '&<b>";
    fixtures.site(name);
    long id = timetable.number("select max(id) from site");
    String page = read("/maisons/" + id);
    assertThat(page).doesNotContain("<script>alert").doesNotContain("<b>");
    assertThat(data(page).path("name").asText()).isEqualTo(name);
  }

  @Test
  void what_the_public_does_not_see_is_no_page_but_the_app_still_comes() {
    fixtures.hide(moyaux);
    page("/maisons/" + moyaux.id()).statusCode(404).body(not(containsString("Moyaux")));
    page("/maisons/" + moyaux.id()).statusCode(404).body(containsString("<div id=\"app\">"));
    page("/maisons/nulle-part").statusCode(404);
    page("/maisons/99999999999999999999").statusCode(404);
    page("/evenements/aucun").statusCode(404);
    page(slot()).statusCode(200).body(not(containsString("Permis")));
    page("/creneau?site=x&demarche=").statusCode(200);
  }

  @Test
  void an_event_is_an_event_and_a_draft_is_none() throws IOException {
    for (String values : new String[] {"'portes', true", "'brouillon', false"}) {
      timetable.change(
          "insert into event (code, published, title_fr, title_en, summary_fr, summary_en,"
              + " first_date, last_date, created_by, version) values ("
              + values
              + ", 'Portes ouvertes', 'Doors', 'Entrez', 'Come', date '2026-12-07',"
              + " date '2026-12-11', 'x', 0)");
    }
    String page = read("/evenements/portes");
    assertThat(page).contains("Portes ouvertes – du lundi 7 décembre 2026 au vendredi 11");
    JsonNode event = data(page);
    assertThat(event.path("@type").asText()).isEqualTo("Event");
    assertThat(event.path("startDate").asText()).isEqualTo("2026-12-07");
    page("/evenements/brouillon").statusCode(404);
    assertThat(read("/evenements")).contains("/evenements/portes").doesNotContain("brouillon");
  }

  @Test
  void the_map_of_the_site_has_what_is_shown_and_comes_in_parts_when_it_is_long() {
    String whole = given().get("/sitemap.xml").then().statusCode(200).extract().asString();
    assertThat(whole)
        .contains("<urlset")
        .contains("<loc>http://localhost:8080/maisons/" + moyaux.id() + "</loc>")
        .contains(slot().replace("&", "&amp;"))
        .contains("/maisons?demarche=" + licence.id());
    // The tests' limit of one file is seven.
    fixtures.site("Sées");
    fixtures.site("Trun");
    fixtures.hide(fixtures.site("Caché"));
    String index = given().get("/sitemap.xml").then().statusCode(200).extract().asString();
    assertThat(index).contains("<sitemapindex").contains("/sitemap-2.xml</loc>");
    assertThat(index).doesNotContain("sitemap-3.xml");
    String both = "";
    for (int part = 1; part <= 2; part++) {
      both += given().get("/sitemap-" + part + ".xml").then().statusCode(200).extract().asString();
    }
    assertThat(both.split("<loc>")).hasSize(9);
    given().get("/sitemap-3.xml").then().statusCode(404);
    given().get("/sitemap-0.xml").then().statusCode(404);
    given().get("/sitemap-x.xml").then().statusCode(404);
  }

  @Test
  void robots_are_kept_out_of_what_is_the_staffs_and_told_of_the_map() {
    given()
        .get("/robots.txt")
        .then()
        .statusCode(200)
        .contentType(containsString("text/plain"))
        .body(containsString("Disallow: /equipe\n"))
        .body(containsString("Disallow: /rendez-vous/\n"))
        .body(containsString("Sitemap: http://localhost:8080/sitemap.xml"));
  }

  @Test
  void a_page_is_asked_for_by_head_too() {
    given().head("/maisons/" + moyaux.id()).then().statusCode(200);
  }
}
