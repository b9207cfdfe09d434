package fr.porteouverte.register;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import fr.porteouverte.access.Role;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.Timetable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an admin does with themes, partners, papers and procedures. */
@TestSecurity(user = "anne", roles = Role.ADMIN)
@QuarkusTest
class RegistersTest extends ApiTest {
  @Inject Timetable database;

  private static Map<String, String> text(String fr, String en) {
    return Map.of("fr", fr, "en", en);
  }

  private static Map<String, Object> partner(String code, String name) {
    return new HashMap<>(Map.of("code", code, "name", text(name, name)));
  }

  private static Map<String, Object> rsa() {
    return new HashMap<>(
        Map.of(
            "code",
            "rsa",
            "title",
            text("Demander le RSA", "Apply for RSA"),
            "partner",
            "caf",
            "theme",
            "budget",
            "durationMinutes",
            45,
            "channel",
            "both",
            "synonyms",
            List.of("RMI", " revenu de solidarité active ", ""),
            "documents",
            List.of(Map.of("document", "rib"), Map.of("document", "lease", "required", false)),
            "referred",
            true,
            "sourceUrl",
            "https://www.service-public.fr/particuliers/vosdroits/F19778"));
  }

  private ValidatableResponse post(String path, Object body) {
    return api().contentType(ContentType.JSON).body(body).post(path).then();
  }

  private ValidatableResponse put(String path, String etag, Object body) {
    var request = api().contentType(ContentType.JSON).body(body);
    return (etag == null ? request : request.header("If-Match", etag)).put(path).then();
  }

  private String made(String path, Object body) {
    return post(path, body).statusCode(201).extract().path("id");
  }

  private String madeRsa() {
    made("/partners", partner("caf", "Caf"));
    made("/themes", Map.of("code", "budget", "name", text("Budget", "Money"), "position", 4));
    made("/documents", Map.of("code", "rib", "label", text("Un RIB", "Bank details")));
    made("/documents", Map.of("code", "lease", "label", text("Le bail", "The lease")));
    return made("/procedures", rsa());
  }

  @Test
  void an_admin_enters_all_that_a_house_needs_and_everybody_reads_it() {
    String id = madeRsa();
    api()
        .get("/procedures/" + id)
        .then()
        .statusCode(200)
        .header("ETag", startsWith("\"0-"))
        .body("theme.code", equalTo("budget"))
        .body("partner.code", equalTo("caf"))
        .body("synonyms", contains("RMI", "revenu de solidarité active"))
        .body("documents.code", contains("rib", "lease"))
        .body("documents.required", contains(true, false))
        .body("referred", equalTo(true))
        .body("source.url", containsString("F19778"))
        .body("source.checkedOn", nullValue());
    api().get("/procedures?q=rmi").then().body("items.code", contains("rsa"));
    api().get("/procedures?theme=budget").then().body("items.code", contains("rsa"));
    api().get("/procedures?toVerify=true").then().body("items.code", contains("rsa"));
    api().get("/themes").then().body("items.code", contains("budget"));
    api().get("/documents?q=bail").then().body("items.code", contains("lease"));
  }

  @Test
  void every_wrong_field_is_named_at_once() {
    post(
            "/procedures",
            Map.of(
                "code", "Élan",
                "title", text("", "x".repeat(201)),
                "partner", "nobody",
                "theme", "nothing",
                "durationMinutes", 12,
                "synonyms", List.of("rmi", "", "rmi", "y".repeat(101)),
                "documents", List.of(Map.of("document", "none")),
                "sourceUrl", "http://plain.example",
                "checkedOn", "2031-01-01"))
        .statusCode(400)
        .body(
            "errors.field",
            containsInAnyOrder(
                "code",
                "title.fr",
                "title.en",
                "partner",
                "theme",
                "durationMinutes",
                "channel",
                "synonyms[3]",
                "documents[0].document",
                "sourceUrl",
                "checkedOn"));
    madeRsa();
    post("/partners", partner("caf", "Again"))
        .statusCode(400)
        .body("errors.field", contains("code"));
  }

  @Test
  void nobody_overwrites_what_they_have_not_seen_and_nothing_changed_is_nothing_written() {
    String id = madeRsa();
    String path = "/procedures/" + id;
    put(path, null, rsa()).statusCode(428);
    put(path, "\"0\"", rsa()).statusCode(200).body("version", equalTo(0));
    api().get(path + "/history").then().body("items.act", contains("created"));
    Map<String, Object> longer = rsa();
    longer.put("durationMinutes", 60);
    longer.put("documents", List.of(Map.of("document", "lease")));
    put(path, "\"0\"", longer)
        .statusCode(200)
        .body("durationMinutes", equalTo(60))
        .body("documents.code", contains("lease"));
    put(path, "\"0\"", rsa()).statusCode(412);
    longer.put("code", "other");
    put(path, "\"1\"", longer).statusCode(400).body("errors.field", contains("code"));
  }

  @Test
  void the_history_says_who_changed_what_and_leads_back() {
    String path = "/procedures/" + madeRsa();
    Map<String, Object> renamed = rsa();
    renamed.put("title", text("Le RSA", "RSA"));
    renamed.remove("theme");
    put(path, "\"0\"", renamed).statusCode(200).body("theme", nullValue());
    Map<String, Object> first =
        api()
            .get(path + "/history")
            .then()
            .statusCode(200)
            .body("items.act", contains("changed", "created"))
            .body("items[0].by", equalTo("anne"))
            .body("items[0].at", notNullValue())
            .body("items[0].form.title.fr", equalTo("Le RSA"))
            .extract()
            .path("items[1].form");
    String etag = api().get(path).header("ETag");
    put(path, etag, first)
        .statusCode(200)
        .body("title.fr", equalTo("Demander le RSA"))
        .body("theme.code", equalTo("budget"));
  }

  @Test
  void what_was_there_before_anybody_noted_it_is_noted_with_the_first_change() {
    var caf = fixtures.partner("caf");
    put("/partners/" + caf.id(), "\"0\"", partner("caf", "Caf du Calvados")).statusCode(200);
    api()
        .get("/partners/" + caf.id() + "/history")
        .then()
        .body("items.act", contains("changed", "before"))
        .body("items[1].form.name.fr", equalTo("caf (fr)"));
  }

  @Test
  void what_is_needed_is_not_archived_and_who_needs_it_is_said() {
    var caf = fixtures.partner("caf");
    var rsa = fixtures.procedure("rsa", caf, 30);
    var moyaux = fixtures.site("Moyaux");
    fixtures.permanence(moyaux, caf, rsa).materialised();
    Map<String, Object> archived = Map.of("archived", true);
    put("/procedures/" + rsa.id() + "/archived", "\"0\"", archived)
        .statusCode(409)
        .body("detail", containsString("une permanence à Moyaux"));
    put("/partners/" + caf.id() + "/archived", "\"0\"", archived)
        .statusCode(409)
        .body("detail", containsString("Démarche rsa"))
        .body("detail", containsString("une permanence à Moyaux"));
    String document = api().get("/documents").path("items[0].id");
    put("/documents/" + document + "/archived", "\"0\"", archived)
        .statusCode(409)
        .body("detail", containsString("Démarche rsa"));
  }

  @Test
  void what_a_house_serves_itself_or_asks_for_is_not_archived_either() {
    var caf = fixtures.partner("caf");
    var rsa = fixtures.procedure("rsa", caf, 30);
    var moyaux = fixtures.site("Moyaux");
    Map<String, Object> archived = Map.of("archived", true);
    long photo = newPaper("photo");
    database.change(
        "insert into site_procedure (site_id, procedure_id) values (%d, %d)"
            .formatted(moyaux.id(), rsa.id()));
    database.change(
        "insert into procedure_adaptation (site_id, procedure_id, beneath_minutes,"
            + " beneath_documents) values (%d, %d, 30, '')".formatted(moyaux.id(), rsa.id()));
    database.change(
        "insert into procedure_adaptation_document (adaptation_id, position, document_id, need)"
            + " select id, 0, %d, 'required' from procedure_adaptation".formatted(photo));
    put("/procedures/" + rsa.id() + "/archived", "\"0\"", archived)
        .statusCode(409)
        .body("detail", containsString("la maison Moyaux"));
    put("/documents/" + photo + "/archived", "\"0\"", archived)
        .statusCode(409)
        .body("detail", containsString("la démarche « Démarche rsa » à Moyaux"));
    database.change("update procedure_adaptation_document set need = 'removed'");
    database.change("delete from site_procedure");
    put("/documents/" + photo + "/archived", "\"0\"", archived).statusCode(200);
    put("/procedures/" + rsa.id() + "/archived", "\"0\"", archived).statusCode(200);
  }

  private long newPaper(String code) {
    database.change(
        "insert into document (code, label_fr, label_en) values ('%1$s', '%1$s', '%1$s')"
            .formatted(code));
    return database.number("select id from document where code = '" + code + "'");
  }

  @Test
  void what_is_archived_is_chosen_by_nobody_until_it_is_brought_back() {
    String id = madeRsa();
    String path = "/procedures/" + id + "/archived";
    put(path, "\"0\"", Map.of()).statusCode(400).body("errors.field", contains("archived"));
    put(path, null, Map.of("archived", true)).statusCode(428);
    put(path, "\"0\"", Map.of("archived", true)).statusCode(200).body("archived", equalTo(true));
    api().get("/procedures").then().body("items", empty());
    api().get("/procedures?archived=true").then().body("items.code", contains("rsa"));
    String theme = api().get("/themes").path("items[0].id");
    put("/themes/" + theme + "/archived", "\"0\"", Map.of("archived", true)).statusCode(200);
    // What it is under is archived by now.
    put(path, "\"1\"", Map.of("archived", false))
        .statusCode(400)
        .body("errors.field", contains("theme"));
    put("/themes/" + theme + "/archived", "\"1\"", Map.of("archived", false)).statusCode(200);
    put(path, "\"1\"", Map.of("archived", false)).statusCode(200);
    api().get("/procedures").then().body("items.code", contains("rsa"));
    api()
        .get("/procedures/" + id + "/history")
        .then()
        .body("items.act", contains("broughtBack", "archived", "created"));
  }

  @Test
  void a_list_is_searched_sorted_and_paged() {
    for (String name : List.of("Écoute", "Aide", "zèle")) {
      made("/partners", partner(name.toLowerCase().replace("é", "e").replace("è", "e"), name));
    }
    api().get("/partners").then().body("items", hasSize(3)).body("nextCursor", nullValue());
    api().get("/partners?q=ecou").then().body("items.code", contains("ecoute"));
    api().get("/partners?sort=-name").then().body("items.code", contains("zele", "ecoute", "aide"));
    String cursor =
        api()
            .get("/partners?sort=name&limit=2")
            .then()
            .body("items.code", contains("aide", "ecoute"))
            .extract()
            .path("nextCursor");
    api()
        .get("/partners?sort=name&limit=2&cursor=" + cursor)
        .then()
        .body("items.code", contains("zele"))
        .body("nextCursor", nullValue());
    api().get("/partners?sort=size").then().statusCode(400).body("errors.field", contains("sort"));
    api().get("/partners?cursor=nonsense").then().statusCode(400);
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void only_an_admin_keeps_the_registers() {
    post("/partners", partner("caf", "Caf")).statusCode(403);
    put("/themes/1", "\"0\"", Map.of("code", "x")).statusCode(403);
    put("/documents/1/archived", "\"0\"", Map.of("archived", true)).statusCode(403);
    api().get("/procedures/1/history").then().statusCode(403);
    api().get("/procedures?archived=true").then().statusCode(403);
    api().get("/themes").then().statusCode(200);
  }

  @Test
  @TestSecurity
  void nobody_is_asked_to_log_in_for_what_everybody_may_read() {
    api().get("/themes").then().statusCode(200);
    api().get("/partners?archived=true").then().statusCode(401);
    post("/procedures", rsa()).statusCode(401);
  }

  @Test
  void the_reception_and_workshops_are_in_no_list() {
    madeRsa();
    Map<String, Object> reception = rsa();
    reception.put("code", "accueil");
    post("/procedures", reception).statusCode(400).body("errors.field", contains("code"));
    api().get("/procedures").then().body("items.code", not(hasItem("accueil")));
  }
}
