package fr.porteouverte.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.Timetable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Figures outside the house: of a department, of the country, of a partner. It is 2 December. */
@QuarkusTest
class ManyHousesTest extends ApiTest {
  private static final Instant NINE = Instant.parse("2026-11-24T08:00:00Z");

  @Inject Timetable timetable;
  @Inject RollUp rollUp;

  private Site moyaux;
  private Site sees;
  private Partner caf;
  private int number;

  @BeforeEach
  void twoHouses() {
    moyaux = fixtures.site("Moyaux");
    sees = fixtures.site("Sées", "61", 48.6, 0.17);
    Site quiet = fixtures.site("Lonlay", "61", 48.6, -0.7);
    assertThat(quiet.department()).isEqualTo("61");
    caf = fixtures.partner("caf");
    Partner travail = fixtures.partner("france-travail");
    Procedure rsa = fixtures.procedure("rsa", caf, 30);
    Procedure job = fixtures.procedure("emploi", travail, 30);
    fixtures.agent("anne", AgentRole.admin);
    fixtures.agentOf(caf, "sophie", "Sophie", null);
    fixtures.partnerAgentIn("paul", caf, "14");
    fixtures.observer("olga", "61");
    timetable.add(Timetable.Session.of(moyaux, caf, NINE, 4, rsa));
    timetable.change("update session set state = 'held', partner_attendance = 'present'");
    timetable.add(Timetable.Session.of(sees, caf, NINE, 4, rsa));
    timetable.change("update session set state = 'cancelled' where site_id = " + sees.id());
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

  @Test
  @TestSecurity(user = "anne", roles = Role.ADMIN)
  void of_a_department_small_numbers_are_not_said_nor_what_would_tell_them() {
    JsonPath answer =
        api()
            .get("/network-figures?from=2026-11-01&to=2026-12-01&department=14")
            .then()
            .statusCode(200)
            .body("summary.visits", equalTo(33))
            .body("places", hasSize(1))
            .body("places[0].name", equalTo("Moyaux"))
            .extract()
            .jsonPath();
    assertThat(answer.getList("sheets.find { it.figure == 'partners' }.rows.number", Integer.class))
        .containsOnlyNulls();
    assertThat(answer.getList("sheets.find { it.figure == 'origins' }.rows.number"))
        .containsExactly(33, 0, 0);
  }

  @Test
  @TestSecurity(user = "anne", roles = Role.ADMIN)
  void of_the_country_the_departments_stand_beside_each_other() {
    api()
        .get("/network-figures?from=2026-11-01&to=2026-12-01")
        .then()
        .statusCode(200)
        .body("summary.visits", equalTo(41))
        .body("department", nullValue())
        .body("places.id", equalTo(List.of("14", "61")))
        .body("places.visits", equalTo(List.of(33, 8)))
        .body("months.visits", equalTo(List.of(41)));
    api()
        .get("/network-figures?from=2026-11-01&to=2026-12-01&department=61")
        .then()
        .body("places.find { it.name == 'Lonlay' }.none", equalTo(true))
        .body("places.find { it.name == 'Lonlay' }.longitude", equalTo(-0.7f))
        .body("places.find { it.name == 'Sées' }.sessionsHeld", equalTo(0));
    api()
        .get("/network-figures?from=2026-11-02&to=2026-12-02")
        .then()
        .statusCode(400)
        .body("errors.field", equalTo(List.of("from", "to")));
    api().get("/network-figures?to=2027-01-01").then().statusCode(400);
    assertThat(
            api()
                .get("/network-figures/partners/file?from=2026-11-01&to=2026-12-01&department=14")
                .then()
                .statusCode(200)
                .extract()
                .asString())
        .contains(";non dit;");
  }

  @Test
  @TestSecurity(user = "sophie", roles = Role.PARTNER)
  void a_partner_sees_where_half_days_were_lost() {
    api()
        .get("/partner-figures?from=2026-11-01&to=2026-12-01")
        .then()
        .statusCode(200)
        .body("summary.sessions", equalTo(2))
        .body("summary.sessionsHeld", equalTo(1))
        .body("houses.name", equalTo(List.of("Sées", "Moyaux")))
        .body("houses.halfDaysLost", equalTo(List.of(1, 0)))
        .body("houses[1].placesOffered", equalTo(4))
        .body("houses[1].noted", equalTo(0))
        .body("houses[1].papersComplete", equalTo(0));
  }

  @Test
  @TestSecurity(user = "paul", roles = Role.PARTNER)
  void only_in_the_houses_given_to_them() {
    api()
        .get("/partner-figures?from=2026-11-01&to=2026-12-01")
        .then()
        .statusCode(200)
        .body("houses.name", hasItem("Moyaux"))
        .body("houses", hasSize(1));
    api().get("/network-figures").then().statusCode(403);
  }

  @Test
  @TestSecurity(user = "olga", roles = Role.OBSERVER)
  void an_observer_of_a_department_sees_it_and_nothing_else() {
    String november = "from=2026-11-01&to=2026-12-01";
    api()
        .get("/network-figures?department=61&" + november)
        .then()
        .statusCode(200)
        .body("summary.visits", equalTo(8));
    api()
        .get("/network-figures?department=61&from=2026-10-01&to=2026-12-01")
        .then()
        .statusCode(400)
        .body("errors.field", equalTo(List.of("to")));
    api().get("/network-figures/origins/file?department=61&" + november).then().statusCode(200);
    for (String elsewhere :
        List.of("?", "?department=14&", "/origins/file?", "/origins/file?department=14&")) {
      api()
          .get("/network-figures" + elsewhere + november)
          .then()
          .statusCode(403)
          .body("type", equalTo("/problems/forbidden"));
    }
    api().get("/sites/" + sees.id() + "/figures").then().statusCode(403);
    api().get("/sites/" + sees.id() + "/queue").then().statusCode(403);
    api()
        .get("/me")
        .then()
        .body("roles", equalTo(List.of("observer")))
        .body("assignments[0].departments", equalTo(List.of("61")))
        .body("sites", hasSize(0));
  }

  @Test
  @TestSecurity(user = "anne", roles = Role.ADMIN)
  void an_admin_gives_departments_to_an_observer() {
    Map<String, Object> form =
        new HashMap<>(Map.of("username", "odile", "firstName", "Odile", "lastName", "Roy"));
    form.put("assignments", List.of(Map.of("role", "observer")));
    api()
        .contentType(ContentType.JSON)
        .body(form)
        .post("/agents")
        .then()
        .statusCode(400)
        .body("errors.field", equalTo(List.of("assignments[0].departments")));
    form.put(
        "assignments",
        List.of(
            Map.of(
                "role",
                "observer",
                "departments",
                List.of("14", "99"),
                "sites",
                List.of("" + sees.id()),
                "partner",
                "" + caf.id())));
    api()
        .contentType(ContentType.JSON)
        .body(form)
        .post("/agents")
        .then()
        .statusCode(400)
        .body(
            "errors.field",
            containsInAnyOrder(
                "assignments[0].sites", "assignments[0].partner", "assignments[0].departments[1]"));
    form.put(
        "assignments", List.of(Map.of("role", "observer", "departments", List.of("14", "2A"))));
    api()
        .contentType(ContentType.JSON)
        .body(form)
        .post("/agents")
        .then()
        .statusCode(201)
        .body("assignments[0].departments", equalTo(List.of("14", "2A")))
        .body("assignments[0].wholeCountry", equalTo(false));
  }

  @Test
  void nobody_is_told_without_a_login() {
    clock.advance(Duration.ofMinutes(1));
    api().get("/network-figures").then().statusCode(401);
    api().get("/partner-figures").then().statusCode(401);
  }
}
