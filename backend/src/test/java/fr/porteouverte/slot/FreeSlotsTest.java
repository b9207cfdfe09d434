package fr.porteouverte.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.partner.Partner;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.OpeningMode;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.SlotSql;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The test's now is Monday 23 November 2026, 8 h in Paris. */
@QuarkusTest
class FreeSlotsTest extends ApiTest {
  private static final Instant NINE = Instant.parse("2026-11-23T08:00:00Z");
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);

  @Inject FreeSlots free;
  @Inject SlotSql slots;

  private Site site;
  private Partner partner;
  private Procedure procedure;

  @BeforeEach
  void aHouseWithAPartner() {
    site = fixtures.site("Sées");
    partner = fixtures.partner("caf");
    procedure = fixtures.procedure("rsa", partner, 30);
  }

  @Test
  void a_morning_has_six_slots_with_the_offset_of_the_house() {
    fixtures.permanence(site, partner, procedure).materialised();
    monday(procedure)
        .body("items", hasSize(6))
        .body("items[0].start", equalTo("2026-11-23T09:00:00+01:00"))
        .body("items[0].end", equalTo("2026-11-23T09:30:00+01:00"))
        .body("items[0].siteId", equalTo(site.id() + ""))
        .body("items[0].partnerId", equalTo(partner.id() + ""))
        .body("items[0].procedureId", equalTo(procedure.id() + ""))
        .body("items[0].capacity", equalTo(1))
        .body("items[0].remaining", equalTo(1))
        .body("items[5].end", equalTo("2026-11-23T12:00:00+01:00"))
        .body("nextCursor", nullValue());
  }

  @Test
  void the_houses_own_permanence_has_no_partner() {
    fixtures.permanence(site, null, procedure).materialised();
    monday(procedure).body("items[0].partnerId", nullValue());
  }

  @Test
  void a_taken_slot_is_not_offered_and_a_half_taken_one_says_what_is_left() {
    Permanence permanence =
        fixtures.permanence(site, partner, procedure).capacity(2).materialised();
    slots.seat(permanence, NINE, 1, null);
    slots.seat(permanence, NINE.plus(HALF_HOUR), 1, null);
    slots.seat(permanence, NINE.plus(HALF_HOUR), 2, null);
    monday(procedure)
        .body("items", hasSize(5))
        .body("items[0].remaining", equalTo(1))
        .body("items[1].start", equalTo("2026-11-23T10:00:00+01:00"))
        .body("items[1].remaining", equalTo(2));
  }

  @Test
  void an_expired_hold_frees_its_place_at_once_though_its_seat_is_still_there() {
    Permanence permanence =
        fixtures.permanence(site, partner, procedure).capacity(2).materialised();
    slots.seat(permanence, NINE, 1, null);
    slots.seat(permanence, NINE, 2, clock.now().plus(Duration.ofMinutes(10)));
    monday(procedure).body("items", hasSize(5));
    clock.advance(Duration.ofMinutes(10));
    monday(procedure).body("items", hasSize(6)).body("items[0].remaining", equalTo(1));
  }

  @Test
  void a_long_procedure_needs_free_slots_in_a_row() {
    Procedure hour = fixtures.procedure("dossier", partner, 50);
    Permanence permanence =
        fixtures.permanence(site, partner, procedure, hour).capacity(2).materialised();
    Instant ten = NINE.plus(Duration.ofHours(1));
    slots.seat(permanence, ten, 1, null);
    slots.seat(permanence, ten, 2, null);
    slots.seat(permanence, NINE, 1, null);
    monday(hour)
        .body(
            "items.start",
            contains(
                "2026-11-23T09:00:00+01:00",
                "2026-11-23T10:30:00+01:00",
                "2026-11-23T11:00:00+01:00"))
        .body("items[0].end", equalTo("2026-11-23T10:00:00+01:00"))
        .body("items.remaining", contains(1, 2, 2));
  }

  @Test
  void a_run_never_crosses_from_one_session_into_the_next() {
    Procedure hour = fixtures.procedure("dossier", partner, 60);
    fixtures.permanence(site, partner, hour).times("09:00", "10:00").materialised();
    fixtures.permanence(site, partner, hour).times("10:00", "11:00").materialised();
    monday(hour)
        .body("items.start", contains("2026-11-23T09:00:00+01:00", "2026-11-23T10:00:00+01:00"));
  }

  @Test
  void notice_and_horizon_bound_what_is_offered() {
    fixtures.permanence(site, partner, procedure).noticeMinutes(120).horizonDays(1).materialised();
    api()
        .get("/slots?site={s}&procedure={p}", site.id(), procedure.id())
        .then()
        .statusCode(200)
        .body("items", hasSize(10))
        .body("items[0].start", equalTo("2026-11-23T10:00:00+01:00"))
        .body("items[9].start", equalTo("2026-11-24T11:30:00+01:00"));
  }

  @Test
  void walk_in_permanences_and_other_procedures_offer_nothing() {
    Procedure other = fixtures.procedure("other", partner, 30);
    fixtures.permanence(site, partner, procedure).mode(OpeningMode.walkIn).materialised();
    fixtures.permanence(site, partner, other).materialised();
    monday(procedure).body("items", hasSize(0));
  }

  @Test
  void pages_follow_each_other_without_gap_or_repetition() {
    fixtures.permanence(site, partner, procedure).materialised();
    fixtures.permanence(site, null, procedure).materialised();
    List<String> ids = new ArrayList<>();
    String cursor = null;
    do {
      var page =
          api()
              .queryParams(
                  Map.of(
                      "site",
                      site.id(),
                      "procedure",
                      procedure.id(),
                      "to",
                      "2026-11-25",
                      "limit",
                      5))
              .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
              .get("/slots")
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      ids.addAll(page.getList("items.id"));
      cursor = page.getString("nextCursor");
    } while (cursor != null);
    assertThat(ids).hasSize(24).doesNotHaveDuplicates();
  }

  @Test
  void every_wrong_parameter_is_named() {
    api()
        .get("/slots?from=tomorrow&to=2026-02-30&limit=0")
        .then()
        .statusCode(400)
        .body("errors.field", hasItems("site", "procedure", "from", "to", "limit"));
    api()
        .get("/slots?site={s}&procedure={p}&from=2026-11-24&to=2026-11-24", 1, 1)
        .then()
        .statusCode(404);
    api()
        .get(
            "/slots?site={s}&procedure={p}&from=2026-11-24&to=2027-11-24",
            site.id(),
            procedure.id())
        .then()
        .statusCode(400)
        .body("errors.field", contains("to"));
    api()
        .get("/slots?site={s}&procedure={p}&cursor=abc", site.id(), procedure.id())
        .then()
        .statusCode(400)
        .body("errors.field", contains("cursor"));
  }

  @Test
  void unknown_ids_are_not_found_and_what_is_none_is_a_wrong_field() {
    api()
        .get("/slots?site=nowhere&procedure={p}", procedure.id())
        .then()
        .statusCode(400)
        .body("errors.field", contains("site"));
    api().get("/slots?site=999999999999&procedure={p}", procedure.id()).then().statusCode(404);
    api().get("/slots?site={s}&procedure=999999999999", site.id()).then().statusCode(404);
  }

  @Test
  void the_nearest_in_time_come_first() {
    Permanence permanence = fixtures.permanence(site, partner, procedure).materialised();
    Instant ten = NINE.plus(Duration.ofHours(1));
    slots.seat(permanence, ten, 1, null);
    assertThat(free.nearest(site, procedure, ten, 3))
        .extracting(slot -> slot.start().toInstant())
        .containsExactly(ten.minus(HALF_HOUR), ten.plus(HALF_HOUR), NINE);
  }

  @Test
  void each_house_has_its_next_slot() {
    Site other = fixtures.site("Moyaux");
    Site none = fixtures.site("Orbec");
    Procedure hour = fixtures.procedure("dossier", partner, 60);
    Permanence first = fixtures.permanence(site, partner, procedure, hour).materialised();
    fixtures.permanence(site, null, procedure, hour).times("10:00", "12:00").materialised();
    fixtures.permanence(other, null, hour).slotMinutes(20).times("10:00", "12:00").materialised();
    slots.seat(first, NINE.plus(HALF_HOUR), 1, null);
    List<Long> ids = List.of(site.id(), other.id(), none.id());

    Map<Long, SlotView> next = free.next(ids, hour, clock.now());
    assertThat(next).containsOnlyKeys(site.id(), other.id());
    assertThat(next.get(site.id()).start()).hasToString("2026-11-23T10:00+01:00");
    assertThat(next.get(other.id()).end()).hasToString("2026-11-23T11:00+01:00");
    assertThat(free.next(ids, procedure, clock.now()).get(site.id()).start().toInstant())
        .isEqualTo(NINE);
    assertThat(free.next(List.of(), procedure, clock.now())).isEmpty();
  }

  @Test
  void one_slot_is_found_only_while_it_can_be_booked() {
    Permanence permanence = fixtures.permanence(site, partner, procedure).materialised();
    long id = slots.id(permanence, NINE);
    assertThat(free.one(id, procedure, clock.now())).get().matches(s -> s.remaining() == 1);
    assertThat(free.one(id, procedure, NINE.plusSeconds(1))).isEmpty();
    slots.seat(permanence, NINE, 1, null);
    assertThat(free.one(id, procedure, clock.now())).isEmpty();
    assertThat(free.one(999_999, procedure, clock.now())).isEmpty();
  }

  private ValidatableResponse monday(Procedure wanted) {
    return api()
        .get("/slots?site={s}&procedure={p}&from=2026-11-23&to=2026-11-24", site.id(), wanted.id())
        .then()
        .statusCode(200)
        .body("items", notNullValue());
  }
}
