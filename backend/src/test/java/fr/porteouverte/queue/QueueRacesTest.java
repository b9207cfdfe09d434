package fr.porteouverte.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import fr.porteouverte.support.Rush;
import fr.porteouverte.support.Timetable;
import fr.porteouverte.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Real requests at the same moment. */
@QuarkusTest
class QueueRacesTest extends QueueSuite {
  private final Rush rush = new Rush();

  @Test
  void one_person_waits_and_two_press_next_eighty_times() {
    String other = counters.open(moyaux, "Guichet 2");
    String walksIn = "{\"procedureId\": \"" + passport.id() + "\"}";
    for (int round = 0; round < 80; round++) {
      String id =
          rush.post("/sites/" + moyaux.id() + "/tickets", walksIn).body().at("/id").textValue();
      List<Rush.Answer> answers = Together.run(List.of(() -> call(counter), () -> call(other)));
      List<String> called =
          answers.stream().map(QueueRacesTest::called).filter(Objects::nonNull).toList();
      assertThat(called).as("round " + round).containsExactly(id);
      leave(id);
    }
    assertThat(timetable.number("select max(calls) from ticket")).isEqualTo(1);
  }

  @Test
  void ten_counters_call_crowd_after_crowd_and_nobody_is_lost_or_called_twice() {
    List<String> openCounters = new ArrayList<>(List.of(counter));
    for (int i = 2; i <= 10; i++) {
      openCounters.add(counters.open(moyaux, "Guichet " + i));
    }
    List<String> called = new ArrayList<>();
    // In sixteen crowds: each answer has the whole line in it, and each end of a line is a race
    // too.
    for (int crowd = 0; crowd < 16; crowd++) {
      counters.people(moyaux, passport, 25);
      List<Callable<List<String>>> shift = new ArrayList<>();
      openCounters.forEach(one -> shift.add(() -> callUntilEmpty(one)));
      Together.run(shift).forEach(called::addAll);
    }
    assertThat(called).doesNotHaveDuplicates().hasSize(400);
    assertThat(timetable.number("select count(*) from ticket where state = 'left'")).isEqualTo(400);
    assertThat(timetable.number("select count(*) from queue_event where kind = 'called'"))
        .isEqualTo(400);
    assertThat(timetable.number("select max(seq) - count(*) from queue_event")).isZero();
    // In order of arrival: nobody was called before somebody who had come earlier.
    assertThat(timetable.number("select count(*) from overtaking")).isZero();
  }

  /** Stops at the first "nobody": right only if by then all have been called. */
  private List<String> callUntilEmpty(String one) {
    List<String> called = new ArrayList<>();
    while (true) {
      String id = called(call(one));
      if (id == null) {
        assertThat(timetable.number("select count(*) from ticket where state = 'waiting'"))
            .as("nobody waits when a counter hears so")
            .isZero();
        return called;
      }
      called.add(id);
      leave(id);
    }
  }

  private Rush.Answer call(String counter) {
    Rush.Answer answer = rush.post("/counters/" + counter + "/next", "{}");
    assertThat(answer.status()).isEqualTo(200);
    return answer;
  }

  private static String called(Rush.Answer answer) {
    return answer.body().at("/counter/ticket/id").textValue();
  }

  /** Called once: the second version of the ticket. */
  private void leave(String ticket) {
    assertThat(rush.post("/tickets/" + ticket + "/leave", "", "If-Match", "\"1\"").status())
        .isEqualTo(200);
  }

  @Test
  void the_last_number_of_a_day_goes_to_one_however_many_ask_at_once() {
    timetable.change(
        "insert into queue_site (site_id, local_date, numbers_per_day) values ("
            + moyaux.id()
            + ", date '2026-11-23', 7)");
    timetable.change("update permanence set numbers_per_day = 3");
    List<Callable<Response>> rush = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      rush.add(this::walkIn);
      rush.add(() -> walkIn(Map.of("procedureId", "" + rsa.id(), "permanenceId", cafPermanence)));
    }
    List<Response> answers = Together.run(rush);
    assertThat(answers.stream().filter(answer -> answer.statusCode() == 201)).hasSize(7);
    answers.stream()
        .filter(answer -> answer.statusCode() != 201)
        .forEach(
            answer ->
                answer.then().statusCode(409).body("type", equalTo("/problems/no-more-numbers")));
    assertThat(timetable.number("select count(*) from ticket where permanence_id is not null"))
        .isLessThanOrEqualTo(3);
    assertThat(timetable.number("select count(*) from ticket")).isEqualTo(7);
  }

  @Test
  void fifty_tickets_at_once_have_fifty_consecutive_numbers() {
    List<Callable<Response>> rush = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      rush.add(this::walkIn);
    }
    List<String> numbers =
        Together.run(rush).stream()
            .map(answer -> answer.then().statusCode(201).extract().<String>path("number"))
            .sorted()
            .toList();
    assertThat(numbers)
        .isEqualTo(IntStream.rangeClosed(1, 50).mapToObj(n -> String.format("A%03d", n)).toList());
  }

  @Test
  void ten_repeats_of_one_request_print_one_ticket() {
    String key = UUID.randomUUID().toString();
    List<Response> answers = Together.run(Collections.nCopies(10, () -> keyed(key)));
    assertThat(answers).allMatch(answer -> answer.statusCode() == 201);
    assertThat(answers.stream().map(answer -> answer.<String>path("id")).distinct()).hasSize(1);
    assertThat(timetable.number("select count(*) from ticket")).isEqualTo(1);
  }

  private Response keyed(String key) {
    return api()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body(Map.of("procedureId", "" + passport.id()))
        .post("/sites/{id}/tickets", moyaux.id());
  }

  @Test
  void twenty_arrivals_of_one_booking_make_one_ticket() {
    String reference = booked(slots.get(0));
    List<Response> answers = Together.run(Collections.nCopies(20, () -> arrive(reference)));
    assertThat(answers.stream().filter(answer -> answer.statusCode() == 201)).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.statusCode() == 200)).hasSize(19);
    assertThat(answers.stream().map(answer -> answer.<String>path("ticket.id")).distinct())
        .hasSize(1);
    together();
  }

  @Test
  void an_arrival_while_the_visitor_cancels_or_moves_is_one_or_the_other() {
    List<String> wide = timetable.add(Timetable.Session.of(moyaux, caf, NINE, 2, rsa).capacity(40));
    for (int round = 0; round < 20; round++) {
      Response made = book(wide.get(0));
      String reference = made.path("reference");
      boolean cancels = round % 2 == 0;
      List<Response> answers =
          Together.run(
              List.of(
                  () -> arrive(reference), () -> cancels ? cancel(made) : move(made, wide.get(1))));
      int arrival = answers.get(0).statusCode();
      int change = answers.get(1).statusCode();
      assertThat(arrival).isIn(201, 409);
      assertThat(change).isIn(200, 409);
      if (cancels) {
        assertThat(arrival == 201)
            .as("either it arrives or it is cancelled")
            .isNotEqualTo(change == 200);
      } else {
        // Moved within the day it may still arrive; once arrived it does not move.
        assertThat(arrival).isEqualTo(201);
      }
      together();
    }
  }

  @Test
  void twenty_want_the_last_free_place_and_one_is_referred() {
    List<String> one = timetable.add(Timetable.Session.of(moyaux, caf, NINE, 1, rsa));
    List<Response> answers =
        Together.run(Collections.nCopies(20, () -> refer(one.get(0), UUID.randomUUID())));
    assertThat(answers.stream().filter(answer -> answer.statusCode() == 201)).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.statusCode() == 409)).hasSize(19);
    together();
  }

  @Test
  void twenty_times_the_same_next_calls_one_person() {
    counters.people(moyaux, passport, 25);
    for (int round = 0; round < 5; round++) {
      String key = UUID.randomUUID().toString();
      List<Rush.Answer> answers =
          Together.run(
              Collections.nCopies(
                  20,
                  () -> rush.post("/counters/" + counter + "/next", "{}", "Idempotency-Key", key)));
      assertThat(answers).allMatch(answer -> answer.status() == 200);
      assertThat(answers.stream().map(QueueRacesTest::called).distinct()).hasSize(1);
      assertThat(timetable.number("select count(*) from queue_event where kind = 'called'"))
          .isEqualTo(round + 1);
      leave(called(answers.get(0)));
    }
  }

  @Test
  void two_counters_pick_the_same_person_and_one_hears_at_which_counter_the_person_is() {
    String other = counters.open(moyaux, "Guichet 2");
    for (int round = 0; round < 20; round++) {
      String id = waiting();
      List<Response> answers =
          Together.run(List.of(() -> call(id, counter, "agreed"), () -> call(id, other, "agreed")));
      assertThat(answers.stream().map(Response::statusCode)).containsOnlyOnce(200);
      Response lost =
          answers.stream().filter(answer -> answer.statusCode() != 200).findFirst().orElseThrow();
      assertThat(lost.statusCode()).isIn(412, 409);
      String at =
          timetable.text(
              "select c.name from counter c, ticket t"
                  + " where c.id = t.counter_id and t.id = "
                  + id);
      assertThat(lost.<String>path("detail")).contains("éjà appelé au " + at + " par Prénom");
      act(id, "leave").then().statusCode(200);
    }
  }

  @Test
  void of_two_who_take_the_same_counter_as_they_saw_it_one_has_it() {
    for (int round = 0; round < 20; round++) {
      api().post("/counters/{id}/close", counter).then().statusCode(200);
      long version = timetable.number("select version from counter where id = " + counter);
      List<Response> answers =
          Together.run(
              Collections.nCopies(2, () -> seen(version).post("/counters/{id}/open", counter)));
      assertThat(answers.stream().map(Response::statusCode)).containsExactlyInAnyOrder(200, 412);
    }
  }

  @Test
  void an_undo_sent_many_times_at_once_takes_one_thing_back() {
    String id = waiting();
    next(counter);
    act(id, "start");
    long seq = seq(id);
    List<Response> answers = Together.run(Collections.nCopies(10, () -> undo(id, seq)));
    assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
    assertThat(answers).allMatch(answer -> answer.path("state").equals("called"));
    assertThat(timetable.number("select count(*) from queue_event where undone")).isEqualTo(1);
  }

  /** Bookings that arrived and tickets with a booking are the same, whatever happened. */
  private void together() {
    assertThat(
            timetable.number(
                "select count(*) from booking b left join ticket t on t.booking_id = b.id"
                    + " where (b.state = 'arrived') <> (t.id is not null)"))
        .isZero();
    assertThat(
            timetable.number(
                "select count(*) from booking b left join seat s on s.booking_id = b.id"
                    + " where (b.state = 'cancelled') = (s.booking_id is not null)"))
        .isZero();
  }

  private Response cancel(Response made) {
    return api()
        .header("Booking-Secret", made.<String>path("secret"))
        .post("/bookings/{r}/cancellation", made.<String>path("reference"));
  }

  private Response move(Response made, String slotId) {
    return api()
        .header("Booking-Secret", made.<String>path("secret"))
        .contentType(ContentType.JSON)
        .body(Map.of("slotId", slotId))
        .post("/bookings/{r}/reschedule", made.<String>path("reference"));
  }
}
