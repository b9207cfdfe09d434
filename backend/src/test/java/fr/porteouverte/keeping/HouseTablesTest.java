package fr.porteouverte.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.Address;
import fr.porteouverte.site.OpeningMode;
import fr.porteouverte.site.OpeningRange;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.SiteKind;
import fr.porteouverte.support.ApiTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The network's tables ask the database a number of times that does not grow with the houses. With
 * {@code -Dtrial.houses=2845} the same is printed in milliseconds for the whole country: a trial by
 * hand, best on PostgreSQL.
 */
@QuarkusTest
@TestSecurity(user = "boss", roles = Role.ADMIN)
class HouseTablesTest extends ApiTest {
  private static final int HOUSES = Integer.getInteger("trial.houses", 230);
  private static final boolean TRIAL = System.getProperty("trial.houses") != null;

  @Inject EntityManager database;
  private Statistics statistics;

  @BeforeEach
  void aNetwork() {
    Procedure rsa = fixtures.procedure("rsa", fixtures.partner("caf"), 30);
    QuarkusTransaction.requiringNew()
        .run(() -> IntStream.range(0, HOUSES).forEach(i -> house(i, rsa)));
    fixtures.agent("claire", AgentRole.clerk, fixtures.site("Moyaux"));
    statistics = database.getEntityManagerFactory().unwrap(SessionFactory.class).getStatistics();
    statistics.setStatisticsEnabled(true);
  }

  @AfterEach
  void countNoMore() {
    statistics.setStatisticsEnabled(false);
  }

  private void house(int number, Procedure procedure) {
    Site site = new Site(String.valueOf(number + 1));
    site.describe("Maison de Commune-" + number, SiteKind.fixed, true, "Sonnez.");
    String department = String.valueOf(10 + number % 80);
    site.locate(
        new Address(
            "1 rue Exemple", null, department + "590", "Commune-" + number, department + "460"),
        department,
        49.0 + number / 10_000.0,
        0.3);
    site.reachAt("+33231000000", "accueil@exemple.fr");
    site.open(
        IntStream.rangeClosed(1, 5)
            .mapToObj(
                day ->
                    new OpeningRange(
                        DayOfWeek.of(day),
                        LocalTime.of(9, 0),
                        LocalTime.of(17, 0),
                        OpeningMode.both))
            .toList());
    site.nameRooms(List.of("Bureau 1"));
    site.serve(List.of(procedure.id()));
    database.persist(site);
  }

  private <T> T counted(String what, int most, Supplier<T> request) {
    T answer = request.get();
    statistics.clear();
    long begun = System.nanoTime();
    request.get();
    long millis = (System.nanoTime() - begun) / 1_000_000;
    if (TRIAL) {
      System.out.println(
          "TRIAL " + what + ": " + millis + " ms, " + statistics.getPrepareStatementCount());
    }
    assertThat(statistics.getPrepareStatementCount()).as(what).isLessThanOrEqualTo(most);
    return answer;
  }

  private String get(String path) {
    return api().get(path).then().statusCode(200).extract().asString();
  }

  @Test
  void a_page_of_houses_is_a_handful_of_statements() {
    for (String query :
        List.of(
            "",
            "?sort=-hours",
            "?q=commune-1%2059",
            "?department=14",
            "?check=noAgents&sort=commune",
            "?check=leftList",
            "?limit=100")) {
      counted("houses" + query, 4, () -> get("/sites/register" + query));
    }
    counted("checks", 4, () -> get("/sites/checks"));
    api()
        .get("/sites/register?limit=100")
        .then()
        .body("items", hasSize(100))
        .body("items[0].minutes", greaterThan(0));
  }

  @Test
  void a_page_of_agents_is_a_handful_of_statements() {
    for (int i = 0; i < 60; i++) {
      fixtures.agent("agent" + i, AgentRole.clerk, fixtures.site("Maison " + i));
    }
    counted("agents", 12, () -> get("/agents"));
    counted("agents of a word", 12, () -> get("/agents?q=agent&sort=name"));
  }

  /** Ranges, rooms and procedures come a hundred houses at a time. */
  @Test
  void the_file_goes_out_and_comes_in_by_hundreds() {
    int most = 30 + 8 * (HOUSES / 100 + 1);
    String file =
        counted(
            "file out",
            most,
            () ->
                api()
                    .accept("text/csv")
                    .get("/imports/tables/sites/file")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
    counted(
        "file in",
        most,
        () ->
            api()
                .contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/imports/tables/sites/preview")
                .then()
                .statusCode(200)
                .body("rows", hasSize(lessThan(1)))
                .body("counts.changed", equalTo(0))
                .extract()
                .asString());
  }
}
