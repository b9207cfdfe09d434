package fr.porteouverte.site;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import fr.porteouverte.support.ApiTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SiteApiTest extends ApiTest {
  @Inject Closures closures;

  @Test
  void a_house_shows_its_hours_from_monday_on() {
    Site site = fixtures.site("Moyaux");
    api()
        .get("/sites/" + site.id())
        .then()
        .statusCode(200)
        .body("name", equalTo("Moyaux"))
        .body("zone", equalTo("Europe/Paris"))
        .body("appointments", equalTo(true))
        .body("contactRequired", equalTo(false))
        .body("openingHours", hasSize(5))
        .body("openingHours[0].weekday", equalTo("monday"))
        .body("openingHours[0].from", equalTo("09:00"))
        .body("openingHours[0].mode", equalTo("both"))
        .body("closures", hasSize(0));
  }

  @Test
  void a_closure_is_shown_until_it_is_over_by_the_clock_of_the_house() {
    Site site = fixtures.site("Saint-Denis", "974", -20.9, 55.45);
    // 7 h in UTC is 11 h at La Réunion.
    close(site, LocalDateTime.parse("2026-11-23T08:00"), LocalDateTime.parse("2026-11-23T11:00"));
    close(site, LocalDateTime.parse("2026-11-23T08:00"), LocalDateTime.parse("2026-11-23T11:01"));
    api()
        .get("/sites/" + site.id())
        .then()
        .statusCode(200)
        .body("closures.from", contains("2026-11-23T08:00:00"))
        .body("closures.to", contains("2026-11-23T11:01:00"));
  }

  private void close(Site site, LocalDateTime from, LocalDateTime to) {
    QuarkusTransaction.requiringNew()
        .run(() -> closures.persist(new Closure(site, from, to, "Formation")));
  }

  @Test
  void an_unknown_house_is_not_found() {
    api().get("/sites/999999").then().statusCode(404).body("type", equalTo("/problems/not-found"));
    api().get("/sites/x").then().statusCode(404);
  }
}
