package fr.porteouverte.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import fr.porteouverte.access.Role;
import fr.porteouverte.queue.change.EndOfDayJob;
import fr.porteouverte.site.Site;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A day ends at the house's own midnight. */
@QuarkusTest
class QueueDaysTest extends QueueSuite {
  @Inject EndOfDayJob job;

  @ParameterizedTest
  @TestSecurity(user = "anne", roles = Role.ADMIN)
  @CsvSource({
    // An ordinary day; overseas; and both days on which the mainland changes its clocks.
    "14,  2026-11-24",
    "974, 2026-11-24",
    "971, 2026-11-24",
    "14,  2027-03-28",
    "14,  2027-03-29",
    "14,  2027-10-31",
    "14,  2027-11-01",
    "974, 2027-03-28",
    "974, 2027-10-31"
  })
  void numbers_begin_anew_at_local_midnight(String department, LocalDate day) {
    Site house = fixtures.site("Là-bas", department, 0, 0);
    Instant midnight = day.atStartOfDay(house.zone()).toInstant();
    clock.set(midnight.minusSeconds(1));
    assertThat(number(house)).isEqualTo("A001");
    assertThat(number(house)).isEqualTo("A002");
    clock.set(midnight);
    assertThat(number(house)).isEqualTo("A001");
    clock.set(day.plusDays(1).atStartOfDay(house.zone()).toInstant().minusSeconds(1));
    assertThat(number(house)).isEqualTo("A002");
    assertThat(timetable.number("select count(distinct local_date) from ticket")).isEqualTo(2);
  }

  private String number(Site house) {
    return api()
        .contentType(ContentType.JSON)
        // On holidays, too: the clerk says why.
        .body(Map.of("procedureId", "" + passport.id(), "reason", "Nuit blanche"))
        .post("/sites/{id}/tickets", house.id())
        .then()
        .statusCode(201)
        .extract()
        .path("number");
  }

  @Test
  void whoever_was_forgotten_is_done_missed_or_gone_the_next_day_by_nobodys_hand() {
    everyState();
    clock.advance(Duration.ofDays(1));
    queue().then().body("waiting", empty()).body("present", empty()).body("finished", empty());
    waiting();
    assertEnded();
  }

  @Test
  void the_night_does_the_same_without_anybody() {
    everyState();
    clock.advance(Duration.ofDays(1));
    job.run();
    job.run();
    assertEnded();
  }

  private void everyState() {
    String second = counters.open(moyaux, "Guichet 2");
    waiting();
    next(counter);
    String served = waiting();
    call(served, second, "essai");
    act(served, "start");
    String parked = waiting();
    act(served, "park");
    call(parked, second, "essai");
    act(parked, "park");
    call(served, second, null);
    act(served, "start");
    waiting();
  }

  private void assertEnded() {
    assertThat(
            timetable.number(
                "select count(*) from queue_event where actor = 'system' and origin = 'system'"
                    + " and ticket_id is not null"))
        .isEqualTo(4);
    assertThat(inState("left")).isEqualTo(2);
    assertThat(inState("missed")).isEqualTo(1);
    assertThat(inState("done")).as("was being served").isEqualTo(1);
    assertThat(
            timetable.number(
                "select count(*) from ticket where state = 'done' and started_at is not null"))
        .as("measures nothing")
        .isZero();
    assertThat(timetable.number("select count(*) from counter where opened_by is not null"))
        .isZero();
  }

  private long inState(String state) {
    return timetable.number("select count(*) from ticket where state = '" + state + "'");
  }

  @Test
  void a_ticket_of_yesterday_allows_nothing_and_a_counter_of_yesterday_is_closed() {
    String id = waiting();
    act(id, "leave");
    clock.advance(Duration.ofDays(1));
    act(id, "undo")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/action-not-allowed"))
        .body("allowed", empty());
    queue().then().body("counters[0].open", equalTo(false));
    next(counter).then().statusCode(409).body("type", equalTo("/problems/counter-closed"));
  }
}
