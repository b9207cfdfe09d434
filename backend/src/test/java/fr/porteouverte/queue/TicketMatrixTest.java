package fr.porteouverte.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import fr.porteouverte.queue.ticket.TicketAction;
import fr.porteouverte.support.Rush;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every state with every action: 200 as the table says, or a 409 that changes nothing. */
@Tag("once") // The table is the same before every database; what it writes has tests of its own.
@QuarkusTest
class TicketMatrixTest extends QueueSuite {
  /** The table once more, as the agreement with the app has it. */
  private static final Map<TicketState, Set<TicketAction>> TABLE =
      Map.of(
          TicketState.waiting,
              Set.of(
                  TicketAction.call, TicketAction.leave, TicketAction.transfer, TicketAction.undo),
          TicketState.called,
              Set.of(
                  TicketAction.call,
                  TicketAction.start,
                  TicketAction.park,
                  TicketAction.miss,
                  TicketAction.leave,
                  TicketAction.transfer,
                  TicketAction.undo),
          TicketState.serving,
              Set.of(
                  TicketAction.finish,
                  TicketAction.park,
                  TicketAction.leave,
                  TicketAction.transfer,
                  TicketAction.undo),
          TicketState.parked,
              Set.of(
                  TicketAction.resume,
                  TicketAction.call,
                  TicketAction.leave,
                  TicketAction.transfer,
                  TicketAction.undo),
          TicketState.missed, Set.of(TicketAction.resume, TicketAction.leave, TicketAction.undo),
          TicketState.noShow, Set.of(TicketAction.undo),
          TicketState.done, Set.of(TicketAction.undo),
          TicketState.left, Set.of(TicketAction.undo));

  private final Rush rush = new Rush();

  @Test
  void every_action_in_every_state_is_done_or_changes_nothing() {
    for (TicketState state : TicketState.values()) {
      for (TicketAction action : TicketAction.values()) {
        String id = in(state);
        List<String> allowed = allowed(id);
        String before = everything();
        Response answer = act(id, action);
        String what = state + " " + action;
        if (TABLE.get(state).contains(action)) {
          assertThat(answer.statusCode()).as(what).isEqualTo(200);
          assertThat(allowed).as(what).contains(action.name());
          assertThat(everything()).as(what).isNotEqualTo(before);
        } else {
          assertThat(answer.statusCode()).as(what).isEqualTo(409);
          answer.then().body("type", equalTo("/problems/action-not-allowed"));
          assertThat(answer.<List<String>>path("allowed")).as(what).isEqualTo(allowed);
          assertThat(allowed).as(what).doesNotContain(action.name());
          assertThat(everything()).as(what).isEqualTo(before);
        }
        clear(id);
      }
    }
  }

  @Test
  void what_is_offered_can_be_done_and_what_is_not_offered_cannot() {
    // A counter that is busy offers nobody a call, and undoing what would bring two people there.
    String first = in(TicketState.called);
    String second = waiting();
    assertThat(allowed(second)).doesNotContain("call");
    call(second, counter, "pressé").then().statusCode(409);
    act(first, "start");
    act(first, "finish");
    call(second, counter, null).then().statusCode(200);
    assertThat(allowed(first)).isEmpty();
    String before = everything();
    act(first, "undo").then().statusCode(409).body("type", equalTo("/problems/counter-busy"));
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void parked_missed_and_expected_people_are_never_called_by_next() {
    booked(slots.get(0));
    in(TicketState.parked);
    in(TicketState.missed);
    cafCounter();
    for (String counter : counterIds()) {
      next(counter).then().statusCode(200).body("counter.ticket", nullValue());
    }
    queue().then().body("waiting", empty());
  }

  private List<String> counterIds() {
    return queue().path("counters.id");
  }

  /** A ticket brought there by the way people go. */
  private String in(TicketState state) {
    String id = waiting();
    if (state == TicketState.waiting) {
      return id;
    }
    if (state == TicketState.left) {
      act(id, "leave").then().statusCode(200);
      return id;
    }
    call(id, counter, "essai").then().statusCode(200);
    switch (state) {
      case missed -> act(id, "miss");
      case noShow -> {
        call(id, counter, null);
        call(id, counter, null);
        act(id, "miss");
      }
      case parked -> act(id, "park");
      case serving -> act(id, "start");
      case done -> {
        act(id, "start");
        act(id, "finish");
      }
      default -> {}
    }
    assertThat(state(id)).isEqualTo(state.name());
    return id;
  }

  private void clear(String id) {
    String state = state(id);
    if (!Set.of("done", "left", "noShow").contains(state)) {
      act(id, "leave").then().statusCode(200);
    }
  }

  private Response act(String id, TicketAction action) {
    return switch (action) {
      case call -> call(id, counter, "essai");
      case transfer -> transfer(id, rsa, null);
      default -> act(id, action.name());
    };
  }

  private List<String> allowed(String id) {
    List<String> actions = new ArrayList<>();
    ticket(id).get("allowed").forEach(action -> actions.add(action.textValue()));
    return actions;
  }

  private String state(String id) {
    return ticket(id).get("state").textValue();
  }

  /** As the queue shows it, wherever it stands there. It is read hundreds of times. */
  private JsonNode ticket(String id) {
    JsonNode queue = rush.get("/sites/" + moyaux.id() + "/queue").body();
    return Stream.of("waiting", "present", "finished")
        .flatMap(list -> StreamSupport.stream(queue.get(list).spliterator(), false))
        .filter(ticket -> ticket.get("id").textValue().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** All that a queue has in its tables, as text. */
  private String everything() {
    List<String> rows = new ArrayList<>();
    for (String table :
        List.of("ticket", "counter", "queue_event", "overtaking", "queue_site", "ticket_series")) {
      rows.add(table + counters.rows(table));
    }
    return String.join("\n", rows);
  }
}
