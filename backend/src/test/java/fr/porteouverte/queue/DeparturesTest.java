package fr.porteouverte.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The house is closed, and people wait whom nobody will call: one act ends it, one takes it back.
 */
@QuarkusTest
class DeparturesTest extends QueueSuite {
  @Inject CounterFixture counters;

  private Response departAll() {
    return api().post("/sites/{id}/queue/departures", moyaux.id());
  }

  private Response undo(String departure) {
    return api().post("/sites/{id}/queue/departures/{d}/undo", moyaux.id(), departure);
  }

  @Test
  void everybody_who_waits_or_was_put_aside_is_gone_and_comes_back_to_the_same_place() {
    String served = waiting();
    next(counter);
    act(served, "start").then().statusCode(200);
    String second = counters.open(moyaux, "Guichet 2");
    String parked = waiting();
    next(second);
    act(parked, "park").then().statusCode(200);
    String missed = waiting();
    next(second);
    act(missed, "miss").then().statusCode(200);
    counters.people(moyaux, passport, 3);
    List<String> line = waitingIds();
    Response gone = departAll();
    gone.then().statusCode(200).body("left", equalTo(4));
    queue()
        .then()
        .body("waiting", empty())
        .body("present.id", contains(served, missed))
        .body("finished", hasSize(4));
    assertThat(
            timetable.number(
                "select count(*) from queue_event where kind = 'left' and actor = 'claire'"))
        .isEqualTo(4);
    undo(gone.path("id")).then().statusCode(200).body("back", equalTo(4));
    assertThat(waitingIds()).isEqualTo(line);
    queue().then().body("present.find { it.id == '" + parked + "' }.state", equalTo("parked"));
    undo(gone.path("id")).then().statusCode(409).body("type", equalTo("/problems/conflict"));
  }

  @Test
  void nobody_waits_and_nothing_happens() {
    departAll().then().statusCode(200).body("left", equalTo(0)).body("id", nullValue());
    assertThat(timetable.number("select count(*) from queue_event")).isZero();
  }

  @Test
  void who_was_brought_back_alone_stays_where_they_are_by_now() {
    String first = waiting();
    String second = waiting();
    Response gone = departAll();
    act(first, "undo").then().statusCode(200);
    next(counter).then().statusCode(200);
    undo(gone.path("id")).then().statusCode(200).body("back", equalTo(1));
    queue()
        .then()
        .body("present.id", contains(first))
        .body("present[0].state", equalTo("called"))
        .body("waiting.id", contains(second));
  }

  @Test
  void a_departure_of_yesterday_or_of_nobody_is_not_taken_back() {
    waiting();
    String gone = departAll().path("id");
    undo("999").then().statusCode(404);
    clock.advance(Duration.ofDays(1));
    undo(gone).then().statusCode(409);
  }

  @Test
  void all_counters_close_at_once_but_where_somebody_is() {
    counters.open(moyaux, "Guichet 2");
    counters.open(moyaux, "Guichet 3");
    waiting();
    next(counter).then().statusCode(200);
    api()
        .post("/sites/{id}/counters/close", moyaux.id())
        .then()
        .statusCode(200)
        .body("items.open", contains(true, false, false));
    api().post("/sites/{id}/counters/close", moyaux.id()).then().statusCode(200);
    assertThat(timetable.number("select count(*) from queue_event where kind = 'counterClosed'"))
        .isEqualTo(2);
  }

  @Test
  void an_act_for_everybody_whose_answer_was_lost_is_done_once() {
    waiting();
    waiting();
    String act = keyed("depart-1").post("/sites/{id}/queue/departures", moyaux.id()).path("id");
    waiting();
    keyed("depart-1")
        .post("/sites/{id}/queue/departures", moyaux.id())
        .then()
        .statusCode(200)
        .body("id", equalTo(act))
        .body("left", equalTo(2));
    assertThat(timetable.number("select count(*) from ticket where state = 'waiting'"))
        .isEqualTo(1);
    for (int time = 0; time < 2; time++) {
      keyed("back-1")
          .post("/sites/{id}/queue/departures/{d}/undo", moyaux.id(), act)
          .then()
          .statusCode(200)
          .body("back", equalTo(2));
    }
    keyed("close-1").post("/sites/{id}/counters/close", moyaux.id()).then().statusCode(200);
    api().post("/counters/{id}/open", counter).then().statusCode(200);
    keyed("close-1").post("/sites/{id}/counters/close", moyaux.id()).then().statusCode(200);
    queue().then().body("counters.find { it.id == '" + counter + "' }.open", equalTo(true));
  }

  private RequestSpecification keyed(String key) {
    return api().header("Idempotency-Key", key);
  }
}
