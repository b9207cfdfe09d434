package fr.porteouverte.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.queue.order.NoEstimate.Reason;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people hear of their wait, through the API: how long, or why nobody can say. */
@QuarkusTest
class WaitsTest extends QueueSuite {

  private void closed() {
    api().post("/counters/{id}/close", counter).then().statusCode(200);
  }

  private void noHours() {
    timetable.change("delete from opening_range where site_id = " + moyaux.id());
  }

  /** Of the house, on Mondays. */
  private void hours(String from, String to) {
    timetable.change(
        "insert into opening_range (site_id, weekday, from_time, to_time, mode) values ("
            + moyaux.id()
            + (", 1, time '" + from + "', time '" + to + "', 'both')"));
  }

  private void hears(ValidatableResponse answer, Reason reason, String from) {
    answer
        .statusCode(200)
        .body("estimate", nullValue())
        .body("noEstimate.reason", equalTo(reason.name()))
        .body("noEstimate.from", from == null ? nullValue() : equalTo(from));
  }

  private void ownTicketHears(String publicId, Reason reason, String from) {
    hears(api().get("/tickets/{id}", publicId).then(), reason, from);
  }

  private void ownTicketIsInVain(String publicId, String cause) {
    api()
        .get("/tickets/{id}", publicId)
        .then()
        .statusCode(200)
        .body("stranded.cause", equalTo(cause))
        .body("estimate", nullValue())
        .body("noEstimate", nullValue());
  }

  private String inAClosedHouse() {
    return walkIn(Map.of("procedureId", "" + passport.id(), "reason", "Il pleut"))
        .then()
        .statusCode(201)
        .extract()
        .path("publicId");
  }

  @Test
  void who_waits_for_a_permanence_that_has_not_begun_hears_when_it_does() {
    String mine =
        walkIn(Map.of("procedureId", "" + rsa.id(), "permanenceId", cafPermanence))
            .then()
            .statusCode(201)
            .body("noEstimate.reason", equalTo("sessionNotBegun"))
            .body("noEstimate.from", equalTo("2026-11-23T09:00:00+01:00"))
            .extract()
            .path("publicId");
    ownTicketHears(mine, Reason.sessionNotBegun, "2026-11-23T09:00:00+01:00");
    timetable.change("update session set late_minutes = 20 where permanence_id = " + cafPermanence);
    ownTicketHears(mine, Reason.sessionNotBegun, "2026-11-23T09:20:00+01:00");
    clock.set(NINE.plus(Duration.ofMinutes(20)));
    ownTicketHears(mine, Reason.noCounterOpen, null);
    cafCounter();
    api()
        .get("/tickets/{id}", mine)
        .then()
        .body("noEstimate", nullValue())
        .body("estimate.fromMinutes", equalTo(0));
    next(counter).then().body("counter.ticket", nullValue());
  }

  @Test
  void who_waits_for_a_permanence_that_is_over_or_called_off_hears_that_nobody_calls() {
    JsonPath mine =
        walkIn(Map.of("procedureId", "" + rsa.id(), "permanenceId", cafPermanence)).jsonPath();
    timetable.change(
        "update session set state = 'cancelled', reason = 'Grève' where permanence_id = "
            + cafPermanence);
    ownTicketIsInVain(mine.get("publicId"), "cancelled");
    timetable.change(
        "update session set state = 'planned', reason = null where permanence_id = "
            + cafPermanence);
    clock.set(NINE.plus(Duration.ofHours(2)));
    ownTicketIsInVain(mine.get("publicId"), "over");
  }

  @Test
  void who_waits_for_the_house_hears_when_it_opens_and_when_it_does_no_more() {
    closed();
    noHours();
    hours("10:00", "12:00");
    hours("14:00", "17:00");
    String mine = inAClosedHouse();
    ownTicketHears(mine, Reason.houseClosed, "2026-11-23T10:00:00+01:00");
    for (String where : new String[] {"status", "board"}) {
      hears(
          api().get("/sites/{id}/" + where, moyaux.id()).then(),
          Reason.houseClosed,
          "2026-11-23T10:00:00+01:00");
    }
    queue()
        .then()
        .body("waiting[0].noEstimate.reason", equalTo("houseClosed"))
        .body("waiting[0].estimate", nullValue());
    clock.set(NINE.plus(Duration.ofHours(1)));
    ownTicketHears(mine, Reason.noCounterOpen, null);
    clock.set(NINE.plus(Duration.ofHours(3)));
    ownTicketHears(mine, Reason.houseClosed, "2026-11-23T14:00:00+01:00");
    clock.set(NINE.plus(Duration.ofHours(8)));
    ownTicketHears(mine, Reason.overForToday, null);
  }

  @Test
  void a_house_that_publishes_no_hours_says_only_that_no_counter_is_open() {
    closed();
    noHours();
    ownTicketHears(inAClosedHouse(), Reason.noCounterOpen, null);
  }

  @Test
  void who_does_not_wait_hears_neither() {
    String id = waiting();
    next(counter)
        .then()
        .body("counter.ticket.estimate", nullValue())
        .body("counter.ticket.noEstimate", nullValue());
    act(id, "start");
    act(id, "finish").then().statusCode(200);
    closed();
    queue().then().body("finished[0].noEstimate", nullValue());
  }

  @Test
  void who_has_an_appointment_and_is_still_to_come_counts() {
    clock.set(NINE.minus(Duration.ofMinutes(5)));
    String cafCounter = cafCounter();
    waitingForCaf();
    next(cafCounter);
    String mine =
        walkIn(Map.of("procedureId", "" + rsa.id(), "permanenceId", cafPermanence))
            .path("publicId");
    int alone = api().get("/tickets/{id}", mine).path("estimate.toMinutes");
    for (int i = 0; i < 3; i++) {
      booked(slots.get(0));
    }
    int behind = api().get("/tickets/{id}", mine).path("estimate.toMinutes");
    assertThat(behind).isGreaterThanOrEqualTo(alone + 30);
    api().get("/sites/{id}/status", moyaux.id()).then().body("estimate.toMinutes", equalTo(5));
  }

  @Test
  void the_same_queue_says_the_same_until_something_happens() {
    for (int i = 0; i < 6; i++) {
      waiting();
    }
    JsonPath first = queue().jsonPath();
    assertThat(queue().jsonPath().getList("waiting.estimate"))
        .isEqualTo(first.getList("waiting.estimate"));
    api().get("/sites/{id}/board", moyaux.id()).then().body("estimate", notNullValue());
  }
}
