package fr.porteouverte.figures;

import static org.hamcrest.Matchers.equalTo;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A visit of a day that is counted is found again, corrected, and the figure follows. */
@QuarkusTest
@TestSecurity(user = "anne", roles = Role.ADMIN)
class CorrectedVisitTest extends ApiTest {
  private static final String OF_THE_DAY = "?from=2026-11-23&to=2026-11-24";
  @Inject RollUp rollUp;

  @Test
  void an_earlier_visit_that_is_corrected_changes_the_figure_of_its_day() {
    fixtures.agent("anne", AgentRole.admin);
    Site moyaux = fixtures.site("Moyaux");
    String house = "/sites/" + moyaux.id();
    clock.set(TestClock.MONDAY);
    for (String channel : new String[] {"telephone", "counter"}) {
      api()
          .contentType(ContentType.JSON)
          .body(Map.of("channel", channel))
          .post(house + "/counted-visits")
          .then()
          .statusCode(201);
    }
    clock.set(TestClock.MONDAY.plus(Duration.ofDays(20)));
    rollUp.run();
    figures(house).body("summary.visits", equalTo(1)).body(number("calls"), equalTo(1));

    String call =
        api()
            .get(house + "/visits?date=2026-11-23")
            .then()
            .statusCode(200)
            .extract()
            .path("items.find { it.noted.channel == 'telephone' }.countedId");
    String path = "/counted-visits/" + call + "/attendance";
    api()
        .contentType(ContentType.JSON)
        .header("If-Match", "\"1\"")
        .body(Map.of("outcome", "attended", "channel", "counter", "result", "solved"))
        .put(path)
        .then()
        .statusCode(200);
    rollUp.run();
    figures(house).body("summary.visits", equalTo(2)).body(number("calls"), equalTo(null));

    api().header("If-Match", "\"2\"").delete(path).then().statusCode(204);
    rollUp.run();
    figures(house).body("summary.visits", equalTo(1));
  }

  private static String number(String figure) {
    return "sheets.find { it.figure == '" + figure + "' }.rows[0]?.number";
  }

  private ValidatableResponse figures(String house) {
    return api().get(house + "/figures" + OF_THE_DAY).then().statusCode(200);
  }
}
