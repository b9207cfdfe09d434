package fr.porteouverte.procedure;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import fr.porteouverte.partner.Partner;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.ApiTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProcedureApiTest extends ApiTest {
  @Inject EntityManager database;
  private Partner caf;
  private Procedure rsa;

  @BeforeEach
  void twoPartners() {
    caf = fixtures.partner("caf");
    rsa = fixtures.procedure("rsa", caf, 45);
    fixtures.procedure("permis", fixtures.partner("titres"), 30);
  }

  @Test
  void a_procedure_names_its_partner_its_time_and_its_papers() {
    api()
        .get("/procedures/" + rsa.id())
        .then()
        .statusCode(200)
        .body("code", equalTo("rsa"))
        .body("title.en", equalTo("Procedure rsa"))
        .body("partner.code", equalTo("caf"))
        .body("durationMinutes", equalTo(45))
        .body("channel", equalTo("both"))
        .body("documents.label.fr", contains("Pièce d’identité"))
        .body("documents[0].required", equalTo(true));
  }

  @Test
  void words_are_found_in_both_languages_without_accents_and_in_the_partners_name() {
    api().get("/procedures?q=demarche rs").then().body("items.code", contains("rsa"));
    api().get("/procedures?q=PROCEDURE permis").then().body("items.code", contains("permis"));
    api().get("/procedures?q=caf").then().body("items.code", contains("rsa"));
    api().get("/procedures?q=marche").then().body("items", hasSize(0));
    api().get("/procedures").then().body("items.code", containsInAnyOrder("rsa", "permis"));
  }

  @Test
  void what_people_say_is_data_of_a_procedure_and_finds_it_after_its_titles() {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                database
                    .find(Procedure.class, rsa.id())
                    .alsoCalled(List.of("revenu minimum", "permis de vivre")));
    api().get("/procedures/" + rsa.id()).then().body("synonyms[0]", equalTo("revenu minimum"));
    api().get("/procedures?q=minima").then().body("items", hasSize(0));
    api().get("/procedures?q=revenus minimums").then().body("items.code", contains("rsa"));
    api().get("/procedures?q=permis").then().body("items.code", contains("permis", "rsa"));
  }

  @Test
  void a_partner_narrows_the_list() {
    api().get("/procedures?partner=" + caf.id()).then().body("items.code", contains("rsa"));
  }

  @Test
  void a_house_narrows_the_list_to_what_can_be_had_there() {
    Site site = fixtures.site("Sées");
    api().get("/procedures?site=" + site.id()).then().body("items", hasSize(0));
    permanence(site);
    api().get("/procedures?site=" + site.id()).then().body("items.code", contains("rsa"));
  }

  private void permanence(Site site) {
    QuarkusTransaction.requiringNew().run(() -> insertPermanence(site));
  }

  private void insertPermanence(Site site) {
    database
        .createNativeQuery(
            "insert into permanence (site_id, host, rrule, first_date, from_time, to_time, mode,"
                + " slot_minutes, capacity, notice_minutes, horizon_days, change_deadline_minutes)"
                + " values (?1, 'house', 'FREQ=DAILY', date '2026-11-23', time '09:00',"
                + " time '12:00', 'both', 15, 1, 0, 91, 0)")
        .setParameter(1, site.id())
        .executeUpdate();
    database
        .createNativeQuery(
            "insert into permanence_procedure select p.id, q.id from permanence p, procedure q"
                + " where q.code = 'rsa'")
        .executeUpdate();
  }

  @Test
  void an_unknown_procedure_is_not_found() {
    api().get("/procedures/999999").then().statusCode(404);
  }
}
