package fr.porteouverte.imports.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.imports.change.ImportWork;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import fr.porteouverte.support.ApiTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the national list does to a house is read in its history, as what people do. */
@QuarkusTest
@TestSecurity(user = "anne", roles = Role.ADMIN)
class HistoryByListTest extends ApiTest {
  private static final String FIELDS =
      "id_fs,insee_dep,lib_fs,adresse,complement_adresse,insee_com,code_postal,lib_com,latitude,"
          + "longitude,mail,telephone,h_lundi,h_mardi,h_mercredi,h_jeudi,h_vendredi,h_samedi,"
          + "prise_rdv,commentaire,type_fs,format_fs\n";
  private static final String MOYAUX = row(1, "Maison de Moyaux", "3646", "Oui");
  private static final String SEES = row(2, "Maison de Sées", "3939", "Oui");

  @Inject ImportWork work;
  @Inject Sites sites;

  private static String row(int id, String name, String phone, String booking) {
    return id
        + ",14,"
        + name
        + ",6 rue Exemple,,14460,14590,Moyaux,49.19,0.35,a@exemple.fr,"
        + phone
        + ",,09:00 - 17:00,,,,,"
        + booking
        + ",,Principal,Fixe\n";
  }

  private ValidatableResponse look(String rows) {
    String id =
        api()
            .contentType("text/csv")
            .body((FIELDS + rows).getBytes(StandardCharsets.UTF_8))
            .post("/imports/sites/preview")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    work.run();
    return api().get("/imports/" + id).then().body("report.state", equalTo("ready"));
  }

  /**
   * @param archived numbers of houses that are archived with it
   */
  private String bring(String rows, String... archived) {
    JsonPath looked = look(rows).extract().jsonPath();
    String id = looked.getString("report.id");
    api()
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "digest",
                looked.getString("report.digest"),
                "take",
                Stream.of(archived).map(key -> Map.of("key", key, "field", "archived")).toList()))
        .post("/imports/" + id + "/apply")
        .then()
        .statusCode(200);
    work.run();
    api().get("/imports/" + id).then().body("report.state", equalTo("applied"));
    return id;
  }

  private ValidatableResponse undo(String id) {
    return api().post("/imports/" + id + "/undo").then();
  }

  private Site house(int number) {
    return QuarkusTransaction.requiringNew()
        .call(() -> sites.byOfficialId(String.valueOf(number)).orElseThrow());
  }

  private ValidatableResponse history(Site house) {
    return api().get("/sites/{id}/entry/history", house.id()).then().statusCode(200);
  }

  private ValidatableResponse put(Site house, int seen, Map<String, ?> changes) {
    JsonPath entry = api().get("/sites/{id}/entry", house.id()).then().extract().jsonPath();
    Map<String, Object> form = new HashMap<>(entry.getMap("form"));
    form.putAll(changes);
    return api()
        .contentType(ContentType.JSON)
        .header("If-Match", "\"" + seen + "\"")
        .body(form)
        .put("/sites/{id}/entry", house.id())
        .then();
  }

  private int version(Site house) {
    return api().get("/sites/{id}/entry", house.id()).then().extract().path("version");
  }

  private void sql(String statement) {
    QuarkusTransaction.requiringNew()
        .run(() -> sites.getEntityManager().createNativeQuery(statement).executeUpdate());
  }

  /** As an installation has it that imported its list before anything was remembered of it. */
  private void forgetWhatTheListSaid() {
    sql("delete from site_listed");
    sql("delete from register_change");
  }

  @Test
  void the_history_says_what_the_list_changed_and_leads_back() {
    bring(MOYAUX + SEES);
    Site moyaux = house(1);
    history(moyaux).body("items.act", contains("listed")).body("items.by", contains("anne"));
    bring(row(1, "Maison du bourg", "3646", "Oui") + SEES);
    history(moyaux)
        .body("items.act", contains("listed", "listed"))
        .body("items.form.name", contains("Maison du bourg", "Maison de Moyaux"));
    history(house(2)).body("items", hasSize(1));
    Map<String, Object> before = history(moyaux).extract().jsonPath().getMap("items[1].form");
    put(moyaux, version(moyaux), before)
        .statusCode(200)
        .body("form.name", equalTo("Maison de Moyaux"));
    look(row(1, "Maison du bourg", "3646", "Oui") + SEES).body("report.kept", equalTo(1));
  }

  @Test
  void who_edits_while_the_list_is_applied_hears_what_it_changed() {
    bring(MOYAUX + SEES);
    Site moyaux = house(1);
    int seen = version(moyaux);
    bring(row(1, "Maison de Moyaux", "3949", "Oui") + SEES);
    put(moyaux, seen, Map.of("name", "La maison"))
        .statusCode(412)
        .body("detail", containsString("anne"))
        .body("detail", containsString("téléphone"));
  }

  @Test
  void what_is_taken_back_is_a_line_of_the_history_too() {
    String first = bring(MOYAUX + SEES);
    Site moyaux = house(1);
    String second = bring(row(1, "Maison du bourg", "3646", "Oui") + SEES);
    undo(second).statusCode(200);
    history(moyaux)
        .body("items.act", contains("listUndone", "listed", "listed"))
        .body("items[0].form.name", equalTo("Maison de Moyaux"));
    undo(first).statusCode(200);
    assertThat(sites.count()).isZero();
    assertThat(
            QuarkusTransaction.requiringNew()
                .call(
                    () ->
                        sites
                            .getEntityManager()
                            .createNativeQuery("select count(*) from register_change", Long.class)
                            .getSingleResult()))
        .isEqualTo(0L);
  }

  @Test
  void a_house_that_somebody_changed_by_hand_is_not_taken_back_with_its_import() {
    String first = bring(MOYAUX + SEES);
    Site moyaux = house(1);
    put(moyaux, version(moyaux), Map.of("website", "https://moyaux.example")).statusCode(200);
    undo(first)
        .statusCode(409)
        .body("errors.message", hasItem("Maison de Moyaux : fiche changée à la main (1)"));
  }

  @Test
  void whether_it_takes_appointments_is_as_it_was_when_the_list_is_taken_back() {
    bring(MOYAUX + row(2, "Maison de Sées", "3939", "Non"));
    String turned =
        bring(row(1, "Maison de Moyaux", "3646", "Non") + row(2, "Maison de Sées", "3939", "Oui"));
    assertThat(house(1).takesAppointments()).isFalse();
    assertThat(house(2).takesAppointments()).isTrue();
    undo(turned).statusCode(200);
    assertThat(house(1).takesAppointments()).isTrue();
    assertThat(house(2).takesAppointments()).isFalse();
  }

  /** Its page would say "without appointment" above the button that books one. */
  @Test
  void whoever_is_booked_at_a_house_of_which_the_list_says_no_reads_of_appointments_only() {
    String no = row(1, "Maison de Moyaux", "3646", "Non") + SEES;
    bring(no);
    takesAppointments(false);
    Partner caf = fixtures.partner("caf");
    Procedure rsa = fixtures.procedure("rsa", caf, 30);
    fixtures.agent("anne", AgentRole.admin);
    Map<String, Object> form =
        new HashMap<>(
            Map.of(
                "siteId", "" + house(1).id(),
                "partnerId", "" + caf.id(),
                "procedures", List.of("" + rsa.id()),
                "rrule", "FREQ=WEEKLY;BYDAY=TU",
                "firstDate", "2026-11-24",
                "from", "09:00",
                "to", "12:00",
                "mode", "appointment"));
    form.putAll(Map.of("slotMinutes", 30, "capacity", 1, "noticeMinutes", 0));
    form.putAll(Map.of("horizonDays", 60, "changeDeadlineMinutes", 60));
    api().contentType(ContentType.JSON).body(form).post("/permanences").then().statusCode(201);
    takesAppointments(true);
    look(no).body("report.updated", equalTo(0));
    bring(row(1, "Maison du bourg", "3646", "Non") + SEES);
    takesAppointments(true);
    api()
        .get("/slots?site={s}&procedure={p}&from=2026-11-24&to=2026-11-25", house(1).id(), rsa.id())
        .then()
        .statusCode(200)
        .body("items", hasSize(6));
  }

  private void takesAppointments(boolean so) {
    api()
        .get("/sites/{id}", house(1).id())
        .then()
        .statusCode(200)
        .body("appointments", equalTo(so));
    api()
        .get("/open-data/mediation-places.json?all=true")
        .then()
        .statusCode(200)
        .body(
            "find { it.nom.startsWith('Maison de Moyaux') || it.nom.startsWith('Maison du bourg') }"
                + ".prise_rdv",
            so ? containsString("/maisons/" + house(1).id()) : nullValue());
  }

  /** Nobody but an import could change a house then. */
  @Test
  void a_house_from_before_anything_was_remembered_follows_the_list() {
    bring(MOYAUX + SEES);
    forgetWhatTheListSaid();
    String newer = row(1, "Maison de Moyaux", "3949", "Oui") + SEES;
    look(newer)
        .body("report.updated", equalTo(1))
        .body("report.kept", equalTo(0))
        .body("report.unchanged", equalTo(1));
    String id = bring(newer);
    assertThat(house(1).phone()).isEqualTo("3949");
    history(house(1)).body("items.act", contains("listed", "before"));
    undo(id).statusCode(200);
    assertThat(house(1).phone()).isEqualTo("3646");
    look(newer).body("report.updated", equalTo(1));
  }

  @Test
  void what_people_wrote_in_a_house_from_before_stays() {
    bring(MOYAUX + SEES);
    forgetWhatTheListSaid();
    Site moyaux = house(1);
    put(moyaux, version(moyaux), Map.of("phone", "02 31 00 00 00")).statusCode(200);
    String newer = row(1, "Maison du bourg", "3949", "Oui") + SEES;
    look(newer).body("report.updated", equalTo(1));
    bring(newer);
    assertThat(house(1).phone()).isEqualTo("+33231000000");
    assertThat(house(1).name()).isEqualTo("Maison du bourg");
    look(newer).body("report.kept", equalTo(1));
  }

  @Test
  void who_left_the_list_is_a_list_to_work_off_until_it_is_archived_or_comes_back() {
    bring(MOYAUX + SEES);
    left(0);
    bring(SEES);
    left(1);
    api()
        .get("/sites/register?check=leftList")
        .then()
        .statusCode(200)
        .body("items.name", contains("Maison de Moyaux"))
        .body("items[0].checks", hasItem("leftList"));
    String back = bring(MOYAUX + SEES);
    left(0);
    undo(back).statusCode(200);
    left(1);
    Site moyaux = house(1);
    archive(moyaux, true);
    left(0);
    archive(moyaux, false);
    left(1);
  }

  @Test
  void what_the_list_archives_is_in_its_history() {
    bring(MOYAUX + SEES);
    String without = bring(SEES, "1");
    left(0);
    history(house(1)).body("items.act", contains("archived", "listed"));
    undo(without).statusCode(200);
    history(house(1)).body("items.act", contains("broughtBack", "archived", "listed"));
    left(0);
  }

  private void left(int houses) {
    api()
        .get("/sites/checks")
        .then()
        .statusCode(200)
        .body("items.find { it.check == 'leftList' }.houses", equalTo(houses));
  }

  private void archive(Site house, boolean archived) {
    api()
        .contentType(ContentType.JSON)
        .header("If-Match", "\"" + version(house) + "\"")
        .body(Map.of("archived", archived))
        .put("/sites/{id}/entry/archived", house.id())
        .then()
        .statusCode(200);
  }
}
