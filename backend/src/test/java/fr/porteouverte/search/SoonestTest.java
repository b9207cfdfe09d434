package fr.porteouverte.search;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.partner.Partner;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.OpeningMode;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.Places;
import fr.porteouverte.support.Timetable;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The soonest useful house. The test's now is Monday 23 November 2026, 8 h in Paris. */
@QuarkusTest
class SoonestTest extends ApiTest {
  @Inject Places places;
  @Inject SitePositions positions;
  @Inject Timetable timetable;

  private Site near;
  private Site farther;
  private Partner caf;
  private Procedure rsa;

  /** Moyaux is at the door, Livarot 26 km away: 52 hours of waiting. */
  @BeforeEach
  void twoHouses() {
    positions.changed(null);
    places.someCommunes();
    near = fixtures.site("Moyaux", "14", 49.1966, 0.3568);
    farther = fixtures.site("Livarot", "14", 49.0048, 0.1498);
    caf = fixtures.partner("caf");
    rsa = fixtures.procedure("rsa", caf, 30);
  }

  private void on(Site site, LocalDate day, OpeningMode mode) {
    fixtures
        .permanence(site, caf, rsa)
        .days(day, day)
        .rrule("FREQ=DAILY")
        .mode(mode)
        .materialised();
  }

  private ValidatableResponse soonest() {
    return api()
        .get("/sites?near=Moyaux&sort=soonest&procedure=" + rsa.id())
        .then()
        .statusCode(200)
        .body("nextCursor", nullValue());
  }

  @Test
  void a_slot_weeks_away_next_door_comes_after_one_tomorrow_some_way_off() {
    on(near, LocalDate.of(2026, 12, 14), OpeningMode.appointment);
    on(farther, LocalDate.of(2026, 11, 24), OpeningMode.appointment);
    soonest()
        .body("items.name", contains("Livarot", "Moyaux"))
        .body("items[0].usefulAt", equalTo("2026-11-24T09:00:00+01:00"))
        .body("items[0].nextSlot.start", equalTo("2026-11-24T09:00:00+01:00"))
        .body("items[0].partner.code", equalTo("caf"))
        .body("items[0].nextWalkIn", nullValue());
    // By distance the order is another one, and nothing of this is asked.
    api()
        .get("/sites?near=Moyaux&procedure=" + rsa.id())
        .then()
        .body("items.name", contains("Moyaux", "Livarot"))
        .body("items[0].usefulAt", nullValue());
  }

  @Test
  void one_goes_to_no_session_whose_partner_did_not_come() {
    on(near, LocalDate.of(2026, 11, 24), OpeningMode.walkIn);
    on(farther, LocalDate.of(2026, 11, 24), OpeningMode.walkIn);
    clock.set(Instant.parse("2026-11-24T08:10:00Z"));
    soonest().body("items.name", contains("Moyaux", "Livarot"));
    timetable.change(
        "update session set state = 'held', partner_attendance = 'absent' where site_id = "
            + near.id());
    soonest()
        .body("items.name", contains("Livarot"))
        .body("items[0].usefulAt", equalTo("2026-11-24T09:10:00+01:00"));
  }

  @Test
  void one_day_sooner_is_not_worth_such_a_way() {
    on(near, LocalDate.of(2026, 11, 25), OpeningMode.appointment);
    on(farther, LocalDate.of(2026, 11, 24), OpeningMode.appointment);
    soonest().body("items.name", contains("Moyaux", "Livarot"));
  }

  @Test
  void where_one_can_just_come_counts_like_a_slot() {
    on(near, LocalDate.of(2026, 12, 14), OpeningMode.appointment);
    on(farther, LocalDate.of(2026, 11, 23), OpeningMode.walkIn);
    soonest()
        .body("items[0].name", equalTo("Livarot"))
        .body("items[0].nextSlot", nullValue())
        .body("items[0].nextWalkIn.start", equalTo("2026-11-23T09:00:00+01:00"))
        .body("items[0].nextWalkIn.end", equalTo("2026-11-23T12:00:00+01:00"));
  }

  @Test
  void what_is_under_way_is_useful_now_but_not_when_it_is_about_to_end() {
    on(near, LocalDate.of(2026, 11, 23), OpeningMode.walkIn);
    clock.set(Instant.parse("2026-11-23T10:00:00Z"));
    soonest().body("items[0].usefulAt", equalTo("2026-11-23T11:00:00+01:00"));
    clock.set(Instant.parse("2026-11-23T10:31:00Z"));
    soonest().body("items.name", org.hamcrest.Matchers.empty());
  }

  @Test
  void what_is_cancelled_or_full_is_not_useful() {
    on(near, LocalDate.of(2026, 11, 24), OpeningMode.walkIn);
    on(near, LocalDate.of(2026, 11, 25), OpeningMode.appointment);
    timetable.change("update session set state = 'cancelled' where local_date = date '2026-11-24'");
    timetable.change(
        "update slot set closed = true where start_at < timestamp with time zone"
            + " '2026-11-25 08:30:00+00:00'");
    soonest().body("items[0].usefulAt", equalTo("2026-11-25T09:30:00+01:00"));
  }

  @Test
  void the_soonest_of_many_is_found_however_far_the_list_must_be_read() {
    LocalDate late = LocalDate.of(2027, 1, 18);
    for (int i = 0; i < 45; i++) {
      on(fixtures.site("Maison " + i, "14", 49.1966 + i * 0.001, 0.3568), late, OpeningMode.walkIn);
    }
    on(farther, LocalDate.of(2026, 11, 23), OpeningMode.walkIn);
    on(near, LocalDate.of(2026, 12, 20), OpeningMode.walkIn);
    api()
        .get("/sites?near=Moyaux&sort=soonest&limit=2&procedure=" + rsa.id())
        .then()
        .statusCode(200)
        .body("items.name", contains("Livarot", "Moyaux"));
  }

  @Test
  void it_needs_a_place_and_a_procedure_and_has_one_page() {
    api()
        .get("/sites?sort=soonest&cursor=MDow")
        .then()
        .statusCode(400)
        .body("errors.field", containsInAnyOrder("near", "procedure", "cursor"));
    api()
        .get("/sites?near=Moyaux&sort=best&procedure=" + rsa.id())
        .then()
        .statusCode(400)
        .body("errors.field", contains("sort"));
    api().get("/sites?sort=distance").then().statusCode(200);
  }
}
