package fr.porteouverte.opendata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.account.AgentRole;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.Accessibility;
import fr.porteouverte.site.Address;
import fr.porteouverte.site.OpeningMode;
import fr.porteouverte.site.OpeningRange;
import fr.porteouverte.site.Presentation;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.SiteKind;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.Timetable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.StringReader;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What anybody reads of the network. The test's now is 23 November 2026. */
@QuarkusTest
class OpenDataTest extends ApiTest {
  private static final String SIRET = "73282932000074";
  private static final PublishedStandard STANDARD = new PublishedStandard();

  @Inject Timetable timetable;
  @Inject EntityManager database;

  Site moyaux;
  Site bus;
  Partner caf;
  Procedure rsa;

  @BeforeEach
  void aHouseOfTheNationalListAndABus() {
    moyaux = house("1428", "Moyaux", SiteKind.fixed, SIRET);
    bus = house(null, "Bus « l’Étape »", SiteKind.bus, "21140001500014");
    caf = fixtures.partner("caf");
    rsa = fixtures.procedure("rsa", caf, 30);
    fixtures.hours(
        moyaux,
        new OpeningRange(
            DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(12, 0), OpeningMode.both),
        new OpeningRange(
            DayOfWeek.MONDAY, LocalTime.of(14, 0), LocalTime.of(17, 0), OpeningMode.both));
  }

  private Site house(String listed, String name, SiteKind kind, String siret) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Site site = new Site(listed);
              site.describe(name, kind, listed != null, "Dit \"bonjour\",\nà tous; même à <vous>");
              site.locate(
                  new Address("1 rue de l’Église", null, "14590", "Moyaux", "14460"),
                  "14",
                  49.1966,
                  0.3568);
              site.reachAt(listed == null ? "3646" : "+33231010203", "accueil@exemple.fr");
              site.present(
                  Presentation.of(
                      siret, null, "https://exemple.fr", List.of(Accessibility.stepFree), null));
              database.persist(site);
              return site;
            });
  }

  private List<Map<String, Object>> places(String query) {
    return api()
        .get("/open-data/mediation-places.json" + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("$");
  }

  private List<CSVRecord> table(String path) throws IOException {
    String file =
        api()
            .get("/open-data/" + path)
            .then()
            .statusCode(200)
            .contentType(containsString("text/csv"))
            .extract()
            .asString();
    return CSVParser.parse(new StringReader(file), CSVFormat.RFC4180).getRecords();
  }

  @Test
  void places_keep_to_the_published_standard_as_json() {
    List<Map<String, Object>> places = places("");
    assertThat(places).hasSize(2);
    assertThat(places).allSatisfy(place -> assertThat(STANDARD.complaints(place)).isEmpty());
  }

  @Test
  void places_keep_to_the_published_standard_as_csv_with_all_columns_in_order() throws IOException {
    List<CSVRecord> rows = table("mediation-places.csv");
    assertThat(rows.get(0).toList()).isEqualTo(STANDARD.names());
    assertThat(rows).hasSize(3);
    for (CSVRecord row : rows.subList(1, 3)) {
      Map<String, Object> place = new HashMap<>();
      for (int i = 0; i < row.size(); i++) {
        String name = STANDARD.names().get(i);
        if (!row.get(i).isEmpty()) {
          place.put(name, name.endsWith("itude") ? Double.valueOf(row.get(i)) : row.get(i));
        }
      }
      assertThat(STANDARD.complaints(place)).isEmpty();
    }
  }

  @Test
  void the_standard_is_really_asked() {
    Map<String, Object> place = new HashMap<>(places("").get(0));
    place.put("itinerance", "Parfois");
    assertThat(STANDARD.complaints(place)).hasSize(1);
    place.remove("pivot");
    assertThat(STANDARD.complaints(place)).hasSize(2);
    place.put("more", "x");
    assertThat(STANDARD.complaints(place)).hasSize(3);
  }

  @Test
  void a_house_says_what_it_is_and_how_one_comes() {
    api()
        .get("/open-data/mediation-places.json")
        .then()
        .statusCode(200)
        .body("id[0]", equalTo("1428"))
        .body("pivot[0]", equalTo(SIRET))
        .body("horaires[0]", equalTo("Mo 09:00-12:00,14:00-17:00; PH off"))
        .body("itinerance", contains("Fixe", "Itinérant"))
        .body("telephone[0]", equalTo("+33231010203"))
        .body("telephone[1]", nullValue())
        .body("dispositif_programmes_nationaux[0]", equalTo("France Services"))
        .body("dispositif_programmes_nationaux[1]", nullValue())
        .body(
            "modalites_acces",
            contains(
                "Se présenter|Téléphoner|Contacter par mail|Prendre un RDV en ligne",
                "Téléphoner|Contacter par mail"))
        .body("prise_rdv[0]", equalTo("http://localhost:8080/maisons/" + moyaux.id()))
        .body("prise_rdv[1]", nullValue())
        .body("prise_en_charge_specifique[0]", equalTo("Handicaps moteurs"))
        .body("date_maj[0]", equalTo("2026-11-23"));
  }

  @Test
  void who_changed_a_house_last_dates_it() {
    timetable.change(
        "insert into register_change (kind, row_id, act, at, actor, form) values ('sites', "
            + moyaux.id()
            + ", 'changed', timestamp with time zone '2026-11-02 23:30:00+00', 'marc', '{}')");
    // Half past midnight at Moyaux.
    assertThat(places("").get(0)).containsEntry("date_maj", "2026-11-03");
  }

  @Test
  void a_house_without_a_number_is_no_row_of_the_standard_but_is_told_when_asked_for() {
    fixtures.site("Sées");
    assertThat(places("")).hasSize(2);
    assertThat(places("?all=true"))
        .hasSize(3)
        .satisfiesOnlyOnce(place -> assertThat(place).doesNotContainKey("pivot"));
  }

  @Test
  void a_house_of_an_association_without_a_siret_is_known_by_its_rna() throws IOException {
    timetable.change("update site set siret = null, rna = 'W143000123' where id = " + bus.id());
    assertThat(places(""))
        .hasSize(2)
        .allSatisfy(place -> assertThat(STANDARD.complaints(place)).isEmpty())
        .satisfiesOnlyOnce(place -> assertThat(place).containsEntry("pivot", "W143000123"));
    assertThat(table("mediation-places.csv"))
        .satisfiesOnlyOnce(row -> assertThat(row.get(1)).isEqualTo("W143000123"));
  }

  @Test
  void what_the_public_does_not_see_is_in_no_file() throws IOException {
    fixtures.permanence(moyaux, caf, rsa).materialised();
    fixtures.permanence(bus, caf, rsa).materialised();
    fixtures.hide(moyaux);
    timetable.change("update site set archived_at = current_timestamp where id = " + bus.id());
    assertThat(places("?all=true")).isEmpty();
    assertThat(table("mediation-places.csv")).hasSize(1);
    assertThat(table("permanences.csv")).hasSize(1);
    api().get("/open-data/permanences.json").then().statusCode(200).body("$", hasSize(0));
  }

  @Test
  void an_agent_sees_no_more_than_anybody() {
    fixtures.agent("marc", AgentRole.manager, moyaux);
    fixtures.hide(moyaux);
    assertThat(places("")).hasSize(1);
  }

  @Test
  void who_sits_where_when_is_told_with_its_rule() throws IOException {
    fixtures
        .permanence(moyaux, caf, rsa)
        .rrule("FREQ=WEEKLY;BYDAY=TU")
        .days(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31))
        .materialised();
    fixtures
        .permanence(moyaux, caf, rsa)
        .days(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1))
        .materialised();
    api()
        .get("/open-data/permanences.json")
        .then()
        .statusCode(200)
        .body("$", hasSize(1))
        .body("[0].lieu_id", equalTo("1428"))
        .body("[0].partenaire", equalTo("caf (fr)"))
        .body("[0].demarches", contains("Démarche rsa"))
        .body("[0].regle", equalTo("FREQ=WEEKLY;BYDAY=TU"))
        .body("[0].dernier_jour", equalTo("2026-12-31"))
        .body("[0].de", equalTo("09:00"))
        .body("[0].modalites", contains("sur rendez-vous"))
        .body("[0].jours_feries", equalTo(false));
    List<CSVRecord> rows = table("permanences.csv");
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).toList()).startsWith("id", "lieu_id", "lieu", "commune", "code_insee");
    assertThat(rows.get(1).toList()).contains("Europe/Paris", "FREQ=WEEKLY;BYDAY=TU");
  }

  @Test
  void a_file_is_kept_by_caches_and_read_by_pages_of_any_origin_and_not_sent_twice() {
    for (String path : List.of("mediation-places.csv", "permanences.json", "events.csv")) {
      String tag =
          api()
              .header("Origin", "https://ailleurs.example.org")
              .get("/open-data/" + path)
              .then()
              .statusCode(200)
              .header("Cache-Control", containsString("public, max-age=3600"))
              .header("Access-Control-Allow-Origin", "*")
              .extract()
              .header("ETag");
      api()
          .header("If-None-Match", tag)
          .get("/open-data/" + path)
          .then()
          .statusCode(304)
          .header("ETag", tag)
          .header("Access-Control-Allow-Origin", "*");
    }
    String before = api().get("/open-data/mediation-places.csv").header("ETag");
    fixtures.hide(moyaux);
    api()
        .header("If-None-Match", before)
        .get("/open-data/mediation-places.csv")
        .then()
        .statusCode(200);
  }

  @Test
  void published_events_are_told_workshop_by_workshop_and_drafts_are_not() throws IOException {
    for (String values : List.of("'ouverte', 'Portes', true", "'brouillon', 'Rien', false")) {
      timetable.change(
          "insert into event (code, title_fr, published, title_en, summary_fr, summary_en,"
              + " first_date, last_date, created_by, version) values ("
              + values
              + ", 'Doors', 'Entrez', 'Come', date '2026-12-07', date '2026-12-11', 'x', 0)");
    }
    long week = timetable.number("select id from event where published");
    fixtures
        .permanence(moyaux, caf, rsa)
        .days(LocalDate.of(2026, 12, 8), LocalDate.of(2026, 12, 8))
        .rrule("FREQ=DAILY;COUNT=1")
        .materialised();
    timetable.change("update permanence set event_id = " + week);
    List<CSVRecord> rows = new ArrayList<>(table("events.csv"));
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).toList()).startsWith("evenement", "intitule_evenement", "resume");
    assertThat(rows.get(1).toList())
        .contains(
            "ouverte",
            "2026-12-08T09:00:00+01:00",
            "1428",
            "http://localhost:8080/evenements/ouverte");
    // A workshop is no permanence of every week.
    assertThat(table("permanences.csv")).hasSize(1);
    fixtures.hide(moyaux);
    api()
        .get("/open-data/events.json")
        .then()
        .statusCode(200)
        .body("$", hasSize(1))
        .body("[0].evenement", equalTo("ouverte"))
        .body("[0].atelier_id", nullValue());
  }
}
