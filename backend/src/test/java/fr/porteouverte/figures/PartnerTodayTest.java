package fr.porteouverte.figures;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import fr.porteouverte.access.Role;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.TestClock;
import fr.porteouverte.support.Timetable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A partner's agent reads of today what was marked a moment ago, and the same once it is counted.
 */
@QuarkusTest
@TestSecurity(user = "sophie", roles = Role.PARTNER)
class PartnerTodayTest extends ApiTest {
  @Inject Timetable timetable;
  @Inject RollUp rollUp;

  @Test
  void today_is_counted_as_it_stands() {
    clock.set(TestClock.MONDAY);
    Site moyaux = fixtures.site("Moyaux");
    Partner caf = fixtures.partner("caf");
    Procedure rsa = fixtures.procedure("rsa", caf, 30);
    fixtures.agentOf(caf, "sophie", "Sophie", null);
    rollUp.run();
    figures().body("houses", empty());
    List<String> slots =
        timetable.add(
            Timetable.Session.of(moyaux, caf, TestClock.MONDAY.plus(Duration.ofHours(1)), 4, rsa));
    String here = booked(slots.get(0), rsa);
    String gone = booked(slots.get(1), rsa);
    clock.advance(Duration.ofHours(4));
    mark(here, "attended");
    mark(gone, "absent");
    for (int twice = 0; twice < 2; twice++) {
      figures()
          .body("houses", hasSize(1))
          .body("houses[0].placesOffered", equalTo(4))
          .body("houses[0].placesTaken", equalTo(2))
          .body("houses[0].attended", equalTo(1))
          .body("houses[0].absent", equalTo(1))
          .body("houses[0].sessionsHeld", equalTo(1))
          .body("summary.visits", equalTo(1));
      clock.advance(Duration.ofDays(1));
      rollUp.run();
    }
  }

  private String booked(String slot, Procedure procedure) {
    return api()
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "slotId",
                slot,
                "procedureId",
                "" + procedure.id(),
                "visitor",
                Map.of("firstName", "Jeanne", "lastName", "Lefèvre", "phone", "0612345678")))
        .post("/bookings")
        .then()
        .statusCode(201)
        .extract()
        .path("reference");
  }

  private void mark(String reference, String outcome) {
    api()
        .contentType(ContentType.JSON)
        .header("If-Match", "\"0\"")
        .body(Map.of("outcome", outcome))
        .put("/bookings/{reference}/attendance", reference)
        .then()
        .statusCode(200);
  }

  private ValidatableResponse figures() {
    return api().get("/partner-figures?from=2026-11-23&to=2026-11-24").then().statusCode(200);
  }
}
