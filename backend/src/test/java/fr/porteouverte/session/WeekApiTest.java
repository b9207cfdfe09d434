package fr.porteouverte.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.OpeningMode;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.SlotSql;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A house's week, and its closures. The test's now is Monday 23 November 2026, 8 h in Paris. */
@QuarkusTest
class WeekApiTest extends ApiTest {
  private static final Instant NINE = Instant.parse("2026-11-23T08:00:00Z");

  @Inject SlotSql slots;

  private Site site;
  private Partner partner;
  private Procedure procedure;

  @BeforeEach
  void aHouseAndItsManager() {
    site = fixtures.site("Sées");
    partner = fixtures.partner("caf");
    procedure = fixtures.procedure("rsa", partner, 30);
    fixtures.agent("marc", AgentRole.manager, site);
  }

  @Test
  void the_week_shows_who_comes_walk_in_too() {
    fixtures.permanence(site, partner, procedure).rrule("FREQ=WEEKLY;BYDAY=TU").materialised();
    fixtures
        .permanence(site, null, procedure)
        .mode(OpeningMode.walkIn)
        .rrule("FREQ=WEEKLY;BYDAY=MO")
        .materialised();
    week("")
        .body("items", hasSize(2))
        .body("items[0].start", equalTo("2026-11-23T09:00:00+01:00"))
        .body("items[0].end", equalTo("2026-11-23T12:00:00+01:00"))
        .body("items[0].mode", equalTo("walkIn"))
        .body("items[0].host", equalTo("house"))
        .body("items[0].partner", nullValue())
        .body("items[1].state", equalTo("planned"))
        .body("items[1].partner.code", equalTo("caf"))
        .body("items[1].procedures.code", contains("rsa"));
    week("?from=2026-11-24&to=2026-11-25").body("items.host", contains("partner"));
  }

  @Test
  void a_house_in_reunion_has_its_own_days_and_offset() {
    site = fixtures.site("Saint-Denis", "974", -20.88, 55.45);
    fixtures.permanence(site, partner, procedure).times("00:30", "02:00").materialised();
    week("?from=2026-11-24&to=2026-11-25")
        .body("items.start", contains("2026-11-24T00:30:00+04:00"));
    api()
        .get(
            "/slots?site={s}&procedure={p}&from=2026-11-24&to=2026-11-25",
            site.id(),
            procedure.id())
        .then()
        .body("items", hasSize(3))
        .body("items[0].start", equalTo("2026-11-24T00:30:00+04:00"));
  }

  @Test
  void slots_keep_their_hour_over_the_spring_sunday() {
    clock.set(Instant.parse("2027-03-26T12:00:00Z"));
    fixtures.permanence(site, partner, procedure).rrule("FREQ=DAILY").materialised();
    api()
        .get(
            "/slots?site={s}&procedure={p}&from=2027-03-27&to=2027-03-29&limit=7",
            site.id(),
            procedure.id())
        .then()
        .body("items[0].start", equalTo("2027-03-27T09:00:00+01:00"))
        .body("items[6].start", equalTo("2027-03-28T09:00:00+02:00"));
  }

  @Test
  void wrong_days_are_named() {
    api()
        .get("/sites/{s}/sessions?from=monday&to=2026-13-01", site.id())
        .then()
        .statusCode(400)
        .body("errors.field", containsInAnyOrder("from", "to"));
    api()
        .get("/sites/{s}/sessions?from=2026-11-23&to=2027-11-23", site.id())
        .then()
        .statusCode(400)
        .body("errors.field", contains("to"));
    api().get("/sites/0/sessions").then().statusCode(404);
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_closure_empties_the_day_except_for_who_has_booked_and_can_be_taken_back() {
    Permanence permanence = fixtures.permanence(site, partner, procedure).materialised();
    slots.seat(permanence, NINE, 1, null);
    String id =
        close("2026-11-23T00:00:00", "2026-11-25T10:00:00")
            .statusCode(201)
            .body("reason", equalTo("Inventaire"))
            .extract()
            .path("id");
    // Who came for today's hears that it is off; of tomorrow's nobody was told anything.
    week("?from=2026-11-23&to=2026-11-26")
        .body("items.start", contains("2026-11-23T09:00:00+01:00", "2026-11-25T10:00:00+01:00"))
        .body("items.state", contains("cancelled", "planned"));
    assertThat(slots.starts(permanence, "s.closed = true")).containsExactly(NINE);
    assertThat(slots.count("seat")).isEqualTo(1);
    api().get("/sites/{s}", site.id()).then().body("closures.id", contains(id));

    api().delete("/sites/{s}/closures/{c}", site.id(), id).then().statusCode(204);
    week("?from=2026-11-23&to=2026-11-26").body("items", hasSize(3));
    assertThat(slots.starts(permanence, "s.closed = true")).isEmpty();
    api().delete("/sites/{s}/closures/{c}", site.id(), id).then().statusCode(404);
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_permanence_that_is_entered_later_knows_the_closure() {
    close("2026-11-23T00:00:00", "2026-11-24T00:00:00").statusCode(201);
    fixtures.permanence(site, partner, procedure).materialised();
    week("?from=2026-11-23&to=2026-11-24").body("items", hasSize(0));
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_closure_has_an_end_after_its_beginning() {
    close("2026-11-24T10:00:00", "2026-11-24T10:00:00")
        .statusCode(400)
        .body("errors.field", contains("to"));
    close("2026-11-01T10:00:00", "2026-11-02T10:00:00")
        .statusCode(400)
        .body("errors.field", contains("to"));
    close("1026-11-24T10:00:00", "9999-11-24T10:00:00")
        .statusCode(400)
        .body("errors.field", containsInAnyOrder("from", "to"));
    close("24/11/2026", "2026-11-24T10:00:00")
        .statusCode(400)
        .body("errors.field", contains("from"));
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_manager_closes_only_their_own_house() {
    Site elsewhere = fixtures.site("Moyaux");
    api()
        .contentType(ContentType.JSON)
        .body(Map.of("from", "2026-11-24T10:00:00", "to", "2026-11-24T12:00:00"))
        .post("/sites/{s}/closures", elsewhere.id())
        .then()
        .statusCode(403);
    api().delete("/sites/{s}/closures/1", elsewhere.id()).then().statusCode(403);
    assertThat(slots.count("closure")).isZero();
  }

  @Test
  void nobody_closes_a_house_without_a_login() {
    close("2026-11-24T10:00:00", "2026-11-24T12:00:00").statusCode(401);
  }

  private ValidatableResponse close(String from, String to) {
    return api()
        .contentType(ContentType.JSON)
        .body(Map.of("from", from, "to", to, "reason", "Inventaire"))
        .post("/sites/{s}/closures", site.id())
        .then();
  }

  private ValidatableResponse week(String query) {
    return api().get("/sites/" + site.id() + "/sessions" + query).then().statusCode(200);
  }
}
