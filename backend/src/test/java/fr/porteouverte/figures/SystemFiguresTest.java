package fr.porteouverte.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import fr.porteouverte.access.Scope;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.AsRun;
import fr.porteouverte.support.Systems;
import fr.porteouverte.support.Timetable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Other systems read figures: of their own places, and from outside without small numbers. */
@QuarkusTest
@TestProfile(AsRun.class)
class SystemFiguresTest extends ApiTest {
  private static final Instant NINE = Instant.parse("2026-11-24T08:00:00Z");
  private static final String NOVEMBER = "?from=2026-11-01&to=2026-12-01";

  @Inject Timetable timetable;
  @Inject Systems systems;
  @Inject RollUp rollUp;

  private Site moyaux;
  private Site sees;
  private Partner caf;
  private Partner travail;
  private int number;

  @BeforeEach
  void twoHouses() {
    moyaux = fixtures.site("Moyaux");
    sees = fixtures.site("Sées", "61", 48.6, 0.17);
    caf = fixtures.partner("caf");
    Procedure rsa = fixtures.procedure("rsa", caf, 30);
    travail = fixtures.partner("france-travail");
    Procedure job = fixtures.procedure("emploi", travail, 30);
    timetable.add(Timetable.Session.of(moyaux, caf, NINE, 4, rsa));
    timetable.add(Timetable.Session.of(sees, caf, NINE, 4, rsa));
    timetable.add(Timetable.Session.of(moyaux, travail, NINE, 2, job));
    timetable.change("update session set state = 'held', partner_attendance = 'present'");
    visits(moyaux, rsa, 30);
    visits(moyaux, job, 3);
    visits(sees, rsa, 8);
    clock.set(Instant.parse("2026-12-02T08:00:00Z"));
    rollUp.run();
  }

  private void visits(Site site, Procedure procedure, int many) {
    for (int i = 0; i < many; i++) {
      number++;
      timetable.change(
          ("insert into ticket (public_id, site_id, local_date, series, number, state, origin,"
                  + " procedure_id, arrived_at, called_at, calls, priority, version) values ('p%1$d',"
                  + " %2$d, date '2026-11-24', 'A', %1$d, 'done', 'walkIn', %3$d, timestamp with time"
                  + " zone '2026-11-24 09:00:00+01', timestamp with time zone '2026-11-24"
                  + " 09:%4$02d:00+01', 1, false, 1)")
              .formatted(number, site.id(), procedure.id(), number % 40));
    }
  }

  private ValidatableResponse ask(String system, String path) {
    return Systems.as(system, api()).get(path).then();
  }

  private static List<Integer> partners(ValidatableResponse answer) {
    JsonPath json = answer.statusCode(200).extract().jsonPath();
    return json.getList("sheets.find { it.figure == 'partners' }.rows.number", Integer.class);
  }

  @Test
  void of_a_house_of_its_own_a_system_reads_every_table_whole() {
    systems.at("town", List.of(moyaux), Scope.FIGURES_READ);
    String figures = "/sites/" + moyaux.id() + "/figures";
    assertThat(partners(ask("town", figures + NOVEMBER))).containsExactly(30, 3);
    ask("town", figures + "/partners/file" + NOVEMBER)
        .statusCode(200)
        .header("Content-Type", startsWith("text/csv"));
    ask("town", figures + "/origins/days" + NOVEMBER + "&key=walkIn")
        .statusCode(200)
        .body("days", hasSize(1));
    ask("town", "/sites/" + sees.id() + "/figures").statusCode(404);
    ask("town", "/network-figures" + NOVEMBER + "&department=14").statusCode(403);
    ask("town", "/partner-figures").statusCode(404);
  }

  @Test
  void of_a_department_it_reads_what_an_observer_reads_and_no_house_whole() {
    systems.in("county", List.of("14"), List.of(moyaux), Scope.FIGURES_READ);
    String there = "/network-figures" + NOVEMBER;
    assertThat(partners(ask("county", there + "&department=14"))).containsOnlyNulls();
    ask("county", "/network-figures/partners/file" + NOVEMBER + "&department=14").statusCode(200);
    ask("county", there + "&department=61").statusCode(403);
    ask("county", there).statusCode(403);
    ask("county", "/network-figures?from=2026-10-01&to=2026-12-01&department=14").statusCode(400);
    ask("county", "/sites/" + moyaux.id() + "/figures").statusCode(404);
    ask("county", "/sites/" + sees.id() + "/figures").statusCode(404);
  }

  @Test
  void of_a_partner_it_reads_that_partners_and_nothing_of_a_house_or_a_department() {
    systems.of("caf", caf, Scope.FIGURES_READ);
    ask("caf", "/partner-figures" + NOVEMBER)
        .statusCode(200)
        .body("houses", hasSize(2))
        .body("houses.placesOffered", equalTo(List.of(4, 4)));
    ask("caf", "/sites/" + moyaux.id() + "/figures").statusCode(404);
    ask("caf", "/network-figures" + NOVEMBER + "&department=14").statusCode(403);
  }

  @Test
  void of_several_partners_it_names_the_one_whose_figures_it_reads() {
    Partner msa = fixtures.partner("msa");
    systems.of("both", List.of(caf, travail), List.of(moyaux), Scope.FIGURES_READ);
    ask("both", "/partner-figures" + NOVEMBER)
        .statusCode(400)
        .body("errors.field", contains("partner"));
    ask("both", "/partner-figures" + NOVEMBER + "&partner=" + caf.id())
        .statusCode(200)
        .body("houses.name", contains("Moyaux"))
        .body("houses.placesOffered", contains(4));
    ask("both", "/partner-figures" + NOVEMBER + "&partner=" + travail.id())
        .statusCode(200)
        .body("houses.placesOffered", contains(2));
    ask("both", "/partner-figures" + NOVEMBER + "&partner=" + msa.id()).statusCode(404);
    ask("both", "/partner-figures" + NOVEMBER + "&partner=x").statusCode(400);
  }

  @Test
  void without_the_scope_it_reads_none() {
    systems.at("coop", List.of(moyaux), Scope.VISITS_READ, Scope.BOOKINGS_READ);
    for (String path :
        List.of(
            "/sites/" + moyaux.id() + "/figures",
            "/sites/" + moyaux.id() + "/figures/partners/file",
            "/sites/" + moyaux.id() + "/figures/origins/days?key=walkIn",
            "/network-figures?department=14",
            "/network-figures/partners/file?department=14",
            "/partner-figures")) {
      ask("coop", path).statusCode(403).body("type", endsWith("scope-missing"));
    }
    systems.at("town", List.of(moyaux), Scope.FIGURES_READ);
    ask("town", "/sites/" + moyaux.id() + "/activities/file").statusCode(403);
    ask("town", "/visits").statusCode(403);
  }
}
