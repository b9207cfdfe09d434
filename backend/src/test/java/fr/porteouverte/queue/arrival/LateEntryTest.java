package fr.porteouverte.queue.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.queue.QueueSuite;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After a cut: what stood on paper. It is 11 h in Paris. */
@QuarkusTest
class LateEntryTest extends QueueSuite {

  @BeforeEach
  void thePowerIsBack() {
    clock.set(NINE.plus(Duration.ofHours(2)));
  }

  private Response late(Map<String, Object> line) {
    return late(line, null);
  }

  private Response late(Map<String, Object> line, String key) {
    var request = api().contentType(ContentType.JSON).body(line);
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return request.post("/sites/{id}/late-entries", moyaux.id());
  }

  private Map<String, Object> line(String outcome, Instant arrived) {
    Map<String, Object> line = new HashMap<>();
    line.put("procedureId", "" + passport.id());
    line.put("arrivedAt", arrived.toString());
    line.put("outcome", outcome);
    return line;
  }

  @Test
  void a_visit_written_on_paper_keeps_its_real_times() {
    Map<String, Object> line = line("done", NINE);
    line.put("startedAt", NINE.plus(Duration.ofMinutes(10)).toString());
    line.put("endedAt", NINE.plus(Duration.ofMinutes(25)).toString());
    late(line)
        .then()
        .statusCode(201)
        .body("number", equalTo("A001"))
        .body("state", equalTo("done"))
        .body("arrivedAt", equalTo("2026-11-23T09:00:00+01:00"))
        .body("startedAt", equalTo("2026-11-23T09:10:00+01:00"))
        .body("endedAt", equalTo("2026-11-23T09:25:00+01:00"));
    assertThat(
            timetable.number(
                "select count(*) from queue_event where origin = 'late' and at < recorded_at"))
        .isEqualTo(3);
    queue().then().body("waiting", empty()).body("finished.number", contains("A001"));
  }

  @Test
  void who_still_waits_takes_the_place_of_the_real_arrival() {
    waiting();
    late(line("waiting", NINE)).then().statusCode(201).body("place", equalTo(1));
    queue().then().body("waiting.number", contains("A002", "A001"));
  }

  @Test
  void a_booking_that_came_is_arrived() {
    clock.set(NINE.minus(Duration.ofHours(1)));
    String reference = booked(slots.get(0));
    thePowerIsBack();
    Map<String, Object> line = line("done", NINE);
    line.remove("procedureId");
    line.put("reference", reference);
    late(line).then().statusCode(201).body("number", equalTo("R001")).body("late", equalTo(false));
    late(line).then().statusCode(409).body("type", equalTo("/problems/conflict"));
    assertThat(timetable.number("select count(*) from booking where state = 'arrived'"))
        .isEqualTo(1);
    assertThat(
            timetable.number(
                "select count(*) from booking_event where kind = 'arrived' and origin = 'late'"))
        .isEqualTo(1);
  }

  @Test
  void yesterdays_sheet_counts_for_yesterday() {
    late(line("left", NINE.minus(Duration.ofDays(1)))).then().statusCode(201);
    queue().then().body("finished", empty());
    walkIn().then().body("number", equalTo("A001"));
  }

  @Test
  void sent_twice_it_is_one_line() {
    String key = UUID.randomUUID().toString();
    Map<String, Object> line = line("left", NINE);
    String first = late(line, key).then().statusCode(201).extract().path("id");
    late(line, key).then().statusCode(201).body("id", equalTo(first));
    assertThat(timetable.number("select count(*) from ticket")).isEqualTo(1);
  }

  @Test
  void every_wrong_time_is_named_and_nothing_is_written() {
    Map<String, Object> line = line("waiting", NINE.plus(Duration.ofDays(1)));
    line.put("startedAt", NINE.toString());
    line.put("endedAt", NINE.minus(Duration.ofHours(1)).toString());
    line.put("reference", "K7QF2MXD");
    late(line)
        .then()
        .statusCode(400)
        .body(
            "errors.field", hasItems("reference", "arrivedAt", "startedAt", "endedAt", "outcome"));
    late(line("done", NINE.minus(Duration.ofDays(9))))
        .then()
        .statusCode(400)
        .body("errors.field", contains("arrivedAt"));
    assertThat(timetable.number("select count(*) from ticket")).isZero();
  }

  @Test
  void a_beginning_without_an_end_is_not_measured() {
    Map<String, Object> line = line("done", NINE);
    line.put("startedAt", NINE.plus(Duration.ofMinutes(5)).toString());
    late(line).then().statusCode(201).body("startedAt", nullValue());
  }
}
