package fr.porteouverte.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.account.AgentRole;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Acts are done once, by who may, on what they saw. */
@QuarkusTest
class ActsTest extends QueueSuite {

  @BeforeEach
  void agentsWithNames() {
    fixtures.agent("paul", AgentRole.clerk, moyaux);
    timetable.change("update agent set first_name = 'Paul' where username = 'paul'");
    timetable.change("update agent set first_name = 'Claire' where username = 'claire'");
    clock.advance(Duration.ofMinutes(12));
  }

  /** The last change of the house was Paul's, in truth. */
  private void byPaul() {
    timetable.change(
        "update queue_event set actor = 'paul' where seq = (select max(seq) from queue_event)");
  }

  @Test
  void a_command_on_a_ticket_says_what_it_saw() {
    String id = waiting();
    api()
        .post("/tickets/{id}/leave", id)
        .then()
        .statusCode(428)
        .body("type", equalTo("/problems/if-match-missing"));
    act(id, "leave", 0).then().statusCode(200).header("ETag", "\"1\"").body("version", equalTo(1));
  }

  @Test
  void a_stale_screen_calls_nobody_and_hears_who_did_what_when() {
    String id = waiting();
    next(counter);
    long seen = version(id);
    act(id, "park").then().statusCode(200);
    byPaul();
    long before = timetable.number("select max(seq) from queue_event");
    act(id, "start", seen)
        .then()
        .statusCode(412)
        .body("type", equalTo("/problems/stale"))
        .body("detail", equalTo("Numéro A001 : Paul l’a mise de côté à 8\u00a0h\u00a012."));
    seen(seen)
        .contentType(ContentType.JSON)
        .body(Map.of("counterId", counter))
        .post("/tickets/{id}/call", id)
        .then()
        .statusCode(412);
    assertThat(timetable.number("select max(seq) from queue_event")).isEqualTo(before);
    act(id, "resume", seen + 1).then().statusCode(200);
  }

  @Test
  void each_kind_of_act_is_told_in_words() {
    String id = waiting();
    next(counter);
    told(id, "Déjà appelé au Guichet 1 par Claire à 8\u00a0h\u00a012.");
    call(id, counter, null);
    told(id, "Rappelé au Guichet 1 par Claire à 8\u00a0h\u00a012.");
    act(id, "start");
    told(id, "Claire l’a reçue au Guichet 1 à 8\u00a0h\u00a012.");
    transfer(id, rsa, cafPermanence);
    told(id, "Claire l’a orientée à 8\u00a0h\u00a012.");
    act(id, "undo");
    told(id, "Claire a annulé la dernière action à 8\u00a0h\u00a012.");
    act(id, "finish");
    told(id, "Claire a terminé sa visite à 8\u00a0h\u00a012.");
    String other = waiting();
    next(counter);
    act(other, "miss");
    told(other, "Claire l’a notée absente à 8\u00a0h\u00a012.");
    act(other, "resume");
    told(other, "Claire l’a remise en attente à 8\u00a0h\u00a012.");
    act(other, "leave");
    told(other, "Claire a noté son départ à 8\u00a0h\u00a012.");
  }

  private void told(String id, String words) {
    act(id, "leave", 99)
        .then()
        .statusCode(412)
        .body("detail", equalTo("Numéro " + number(id) + " : " + words));
  }

  private String number(String id) {
    return String.format("A%03d", timetable.number("select number from ticket where id = " + id));
  }

  @Test
  void nobody_but_staff_reads_a_name() {
    String id = waiting();
    next(counter);
    String publicId = timetable.text("select public_id from ticket where id = " + id);
    assertThat(api().get("/sites/{id}/board", moyaux.id()).asString()).doesNotContain("Claire");
    assertThat(api().get("/tickets/{id}", publicId).asString()).doesNotContain("Claire");
  }

  @Test
  void next_sent_again_answers_the_same_call_though_the_person_moved_on() {
    String first = waiting();
    String second = waiting();
    String key = UUID.randomUUID().toString();
    next(counter, key).then().statusCode(200).body("counter.ticket.id", equalTo(first));
    next(counter, key).then().statusCode(200).body("counter.ticket.id", equalTo(first));
    act(first, "start");
    act(first, "finish");
    next(counter, key)
        .then()
        .statusCode(200)
        .body("counter.ticket.id", equalTo(first))
        .body("counter.ticket.state", equalTo("done"));
    queue().then().body("waiting.id", hasItem(second)).body("counters[0].ticket", nullValue());
    next(counter, UUID.randomUUID()).then().body("counter.ticket.id", equalTo(second));
  }

  @Test
  void next_that_found_nobody_says_so_again_and_with_a_new_key_finds_who_came() {
    String key = UUID.randomUUID().toString();
    next(counter, key).then().statusCode(200).body("counter.ticket", nullValue());
    String id = waiting();
    next(counter, key).then().statusCode(200).body("counter.ticket", nullValue());
    next(counter, UUID.randomUUID()).then().body("counter.ticket.id", equalTo(id));
  }

  @Test
  void a_key_is_good_for_one_body() {
    String id = waiting();
    String key = UUID.randomUUID().toString();
    next(counter, key).then().statusCode(200);
    api()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body(Map.of("finish", true, "ticketId", id))
        .post("/counters/{id}/next", counter)
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/idempotency-key-reused"));
  }

  @Test
  void every_command_on_a_ticket_is_done_once_for_a_key() {
    String id = waiting();
    next(counter);
    for (String action : new String[] {"start", "park", "resume", "leave"}) {
      String key = UUID.randomUUID().toString();
      long seen = version(id);
      Response first = keyed(key, seen, id, action);
      first.then().statusCode(200);
      assertThat(keyed(key, seen, id, action).asString()).as(action).isEqualTo(first.asString());
    }
    assertThat(timetable.number("select max(seq) from queue_event")).isEqualTo(6);
  }

  private Response keyed(String key, long version, String id, String action) {
    return seen(version).header("Idempotency-Key", key).post("/tickets/{id}/{a}", id, action);
  }

  @Test
  void an_undo_sent_again_takes_back_nothing_else() {
    String id = waiting();
    next(counter);
    act(id, "start");
    long seq = seq(id);
    undo(id, seq).then().statusCode(200).body("state", equalTo("called"));
    undo(id, seq).then().statusCode(200).body("state", equalTo("called"));
    act(id, "park").then().statusCode(200);
    undo(id, seq).then().statusCode(200).body("state", equalTo("parked"));
    api()
        .contentType(ContentType.JSON)
        .body("{}")
        .post("/tickets/{id}/undo", id)
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("seq"));
  }

  @Test
  void an_undo_leaves_alone_what_somebody_else_did_later() {
    String id = waiting();
    next(counter);
    long mine = seq(id);
    act(id, "park");
    byPaul();
    undo(id, mine)
        .then()
        .statusCode(412)
        .body("detail", equalTo("Numéro A001 : Paul l’a mise de côté à 8\u00a0h\u00a012."));
    undo(id, 9999).then().statusCode(412);
    assertThat(timetable.number("select count(*) from queue_event where undone")).isZero();
  }

  @Test
  void an_arrival_sent_again_with_its_key_does_not_arrive_anew() {
    String reference = booked(slots.get(0));
    String key = UUID.randomUUID().toString();
    String id = arrive(reference, key).then().statusCode(201).extract().path("ticket.id");
    act(id, "undo").then().statusCode(200);
    arrive(reference, key)
        .then()
        .statusCode(200)
        .body("ticket.id", equalTo(id))
        .body("ticket.state", equalTo("left"));
    arrive(booked(slots.get(0)), key).then().statusCode(422);
    arrive(reference).then().statusCode(201);
  }

  private Response arrive(String reference, String key) {
    return api()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body(Map.of("reference", reference))
        .post("/sites/{id}/arrivals", moyaux.id());
  }

  @Test
  void after_a_handover_the_former_clerk_calls_nobody_to_that_counter() {
    api().post("/counters/{id}/close", counter).then().statusCode(200);
    api().post("/counters/{id}/open", counter).then().statusCode(200);
    String id = waiting();
    counters.take(moyaux, counter, "paul");
    queue()
        .then()
        .body("counters[0].openedBy", equalTo("paul"))
        .body("counters[0].openedByName", equalTo("Paul"))
        .body("counters[0].openedAt", equalTo("2026-11-23T08:12:00+01:00"));
    next(counter)
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/counter-taken"))
        .body("detail", equalTo("Paul a repris ce guichet à 8\u00a0h\u00a012."));
    call(id, counter, null).then().statusCode(409).body("type", equalTo("/problems/counter-taken"));
    queue().then().body("waiting.id", hasItem(id));
    api().post("/counters/{id}/open", counter).then().statusCode(200);
    next(counter).then().statusCode(200).body("counter.ticket.id", equalTo(id));
  }

  @Test
  void whoever_never_had_the_counter_hears_who_has_it() {
    String other = counters.open(moyaux, "Accueil");
    counters.take(moyaux, other, "paul");
    next(other)
        .then()
        .statusCode(409)
        .body("detail", equalTo("Paul tient ce guichet depuis 8\u00a0h\u00a012."));
  }

  @Test
  void the_person_whom_the_former_clerk_was_serving_may_still_be_finished() {
    String id = waiting();
    next(counter);
    act(id, "start");
    counters.take(moyaux, counter, "paul");
    act(id, "finish").then().statusCode(200).body("state", equalTo("done"));
  }

  @Test
  void a_counter_that_was_opened_meanwhile_is_not_taken_over_by_a_stale_screen() {
    api().post("/counters/{id}/close", counter).then().statusCode(200);
    long seen = timetable.number("select version from counter where id = " + counter);
    counters.take(moyaux, counter, "paul");
    seen(seen)
        .post("/counters/{id}/open", counter)
        .then()
        .statusCode(412)
        .body("detail", equalTo("Paul a pris ce guichet à 8\u00a0h\u00a012."));
    seen(seen).post("/counters/{id}/close", counter).then().statusCode(412);
    seen(seen + 1).post("/counters/{id}/open", counter).then().statusCode(200);
  }

  @Test
  void next_finishes_only_whom_the_screen_shows() {
    String first = waiting();
    String second = waiting();
    String third = waiting();
    next(counter);
    act(first, "start");
    finishAndNext(counter, second)
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/counter-busy"));
    act(first, "park");
    byPaul();
    finishAndNext(counter, first)
        .then()
        .statusCode(412)
        .body("detail", containsString("Paul l’a mise de côté"));
    next(counter);
    act(second, "start");
    act(second, "finish");
    finishAndNext(counter, second).then().statusCode(200).body("counter.ticket.id", equalTo(third));
    act(third, "start");
    finishAndNext(counter, third)
        .then()
        .statusCode(200)
        .body("counter.ticket", nullValue())
        .body("finished.id", equalTo(third))
        .body("finished.state", equalTo("done"))
        .body("finished.seq", equalTo((int) seq(third)));
    api()
        .contentType(ContentType.JSON)
        .body(Map.of("finish", true))
        .post("/counters/{id}/next", counter)
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("ticketId"));
  }

  @Test
  void the_board_carries_what_a_command_must_have_seen() {
    waiting();
    queue()
        .then()
        .body("waiting[0].version", equalTo(0))
        .body("waiting[0].seq", equalTo(1))
        .body("counters[0].version", notNullValue());
  }
}
