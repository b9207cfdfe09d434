package fr.porteouverte.queue.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.queue.QueueSuite;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was pressed by mistake is as if it had not been. */
@QuarkusTest
class UndoTest extends QueueSuite {

  @Test
  void an_undone_call_restores_the_exact_place_of_everybody() {
    String first = waiting();
    clock.advance(Duration.ofMinutes(1));
    String second = waiting();
    clock.advance(Duration.ofMinutes(1));
    String third = waiting();
    String before = shown();
    call(third, counter, "trompé de numéro").then().statusCode(200);
    assertThat(timetable.number("select count(*) from overtaking")).isEqualTo(2);
    act(third, "undo")
        .then()
        .statusCode(200)
        .body("state", equalTo("waiting"))
        .body("place", equalTo(3))
        .body("calls", equalTo(0))
        .body("counterId", nullValue())
        .body("calledAt", nullValue());
    assertThat(timetable.number("select count(*) from overtaking")).isZero();
    assertThat(waitingIds()).containsExactly(first, second, third);
    assertThat(shown()).isEqualTo(before);
  }

  /** The line as the screen shows it; the version of who was called and was not has grown. */
  private String shown() {
    return queue().jsonPath().getList("waiting").toString().replaceAll("version=\\d+", "");
  }

  @Test
  void undone_calls_do_not_bring_anybody_nearer_to_the_cap() {
    String patient = waiting();
    clock.advance(Duration.ofMinutes(1));
    for (int i = 0; i < 4; i++) {
      String other = waiting();
      call(other, counter, "par erreur").then().statusCode(200);
      act(other, "undo").then().statusCode(200);
      act(other, "leave").then().statusCode(200);
    }
    queue()
        .then()
        .body("waiting[0].id", equalTo(patient))
        .body("waiting[0].reason", equalTo("arrival"));
  }

  @Test
  void who_was_overtaken_three_times_goes_before_appointments() {
    String patient = waiting();
    clock.advance(Duration.ofMinutes(1));
    for (int i = 0; i < 3; i++) {
      String other = waiting();
      call(other, counter, "train").then().statusCode(200);
      act(other, "leave").then().statusCode(200);
    }
    waiting();
    queue()
        .then()
        .body("waiting[0].id", equalTo(patient))
        .body("waiting[0].reason", equalTo("overtaken"));
  }

  @Test
  void changes_are_taken_back_one_after_another_to_the_very_beginning() {
    String id = waiting();
    next(counter);
    act(id, "start");
    clock.advance(Duration.ofMinutes(3));
    act(id, "park");
    act(id, "resume");
    transfer(id, rsa, cafPermanence);
    act(id, "leave");
    for (String state : List.of("waiting", "waiting", "parked", "serving", "called", "waiting")) {
      act(id, "undo").then().statusCode(200).body("state", equalTo(state));
    }
    assertThat(waitingIds()).containsExactly(id);
    act(id, "undo").then().statusCode(200).body("state", equalTo("left"));
    act(id, "undo").then().statusCode(409).body("type", equalTo("/problems/action-not-allowed"));
  }

  @Test
  void a_visit_finished_by_mistake_goes_on_with_its_real_times() {
    String id = waiting();
    next(counter);
    act(id, "start").then().body("startedAt", equalTo("2026-11-23T08:00:00+01:00"));
    clock.advance(Duration.ofMinutes(3));
    act(id, "finish");
    act(id, "undo")
        .then()
        .statusCode(200)
        .body("state", equalTo("serving"))
        .body("startedAt", equalTo("2026-11-23T08:00:00+01:00"))
        .body("endedAt", nullValue());
    queue().then().body("counters[0].ticket.id", equalTo(id));
  }

  @Test
  void an_undone_transfer_gives_the_appointment_its_claim_back() {
    clock.set(NINE);
    String id = arrive(booked(later())).path("ticket.id");
    transfer(id, passport, null).then().body("dueAt", nullValue()).body("partner", nullValue());
    act(id, "undo")
        .then()
        .body("dueAt", equalTo("2026-11-23T09:30:00+01:00"))
        .body("partner.code", equalTo("caf"));
  }

  private String later() {
    return slots.get(1);
  }

  @Test
  void an_absent_appointment_comes_back_at_its_arrivals_place() {
    String cafCounter = cafCounter();
    String walkIn = waitingForCaf();
    clock.advance(Duration.ofMinutes(1));
    String expected = arrive(booked(slots.get(0))).path("ticket.id");
    clock.set(NINE);
    queue().then().body("waiting.id", contains(expected, walkIn));
    next(cafCounter).then().body("counter.ticket.id", equalTo(expected));
    act(expected, "miss");
    act(expected, "resume").then().body("state", equalTo("waiting")).body("place", equalTo(2));
    clock.advance(Duration.ofMinutes(5));
    queue().then().body("waiting.id", contains(walkIn, expected));
    // Taken back: it was never back, then never absent.
    act(expected, "undo").then().body("state", equalTo("missed"));
    act(expected, "undo").then().body("state", equalTo("called"));
  }

  @Test
  void after_a_pause_one_waits_at_the_old_place() {
    String first = waiting();
    clock.advance(Duration.ofMinutes(1));
    String second = waiting();
    next(counter);
    act(first, "park");
    assertThat(waitingIds()).containsExactly(second);
    act(first, "resume").then().body("place", equalTo(1));
    assertThat(waitingIds()).containsExactly(first, second);
  }

  @Test
  void nobody_comes_back_to_a_closed_counter() {
    String id = waiting();
    next(counter);
    act(id, "start");
    act(id, "finish");
    api().post("/counters/{id}/close", counter).then().statusCode(200);
    act(id, "undo").then().statusCode(409).body("type", equalTo("/problems/counter-closed"));
    api().post("/counters/{id}/open", counter).then().statusCode(200);
    act(id, "undo").then().statusCode(200).body("state", equalTo("serving"));
  }
}
