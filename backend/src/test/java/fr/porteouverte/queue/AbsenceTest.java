package fr.porteouverte.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is absent when called lets others pass for some minutes, and is not called for ever. */
@QuarkusTest
class AbsenceTest extends QueueSuite {

  /** The id of the first of four who wait, absent and put back. */
  private String absentBeforeThree() {
    String id = waiting();
    for (int i = 0; i < 3; i++) {
      clock.advance(Duration.ofMinutes(1));
      waiting();
    }
    next(counter).then().body("counter.ticket.id", equalTo(id));
    act(id, "miss").then().statusCode(200).body("state", equalTo("missed"));
    act(id, "resume")
        .then()
        .statusCode(200)
        .body("state", equalTo("waiting"))
        .body("reason", equalTo("absent"))
        .body("place", equalTo(4))
        .body("callableAt", equalTo("2026-11-23T08:08:00+01:00"));
    return id;
  }

  @Test
  void three_who_wait_are_called_before_who_was_absent_and_then_it_is_their_turn_again() {
    String absent = absentBeforeThree();
    List<String> others = waitingIds().subList(0, 3);
    queue().then().body("nextByCounter.'" + counter + "'", equalTo(others.get(0)));
    for (String other : others.subList(0, 2)) {
      next(counter).then().body("counter.ticket.id", equalTo(other));
      act(other, "leave");
    }
    clock.advance(Duration.ofMinutes(5));
    queue()
        .then()
        .body("waiting[0].id", equalTo(absent))
        .body("waiting[0].callableAt", nullValue())
        .body("waiting[0].reason", equalTo("arrival"));
    next(counter).then().body("counter.ticket.id", equalTo(absent));
  }

  @Test
  void nobody_is_called_while_only_the_absent_wait_unless_by_hand_with_a_reason() {
    String id = waiting();
    next(counter);
    act(id, "miss");
    act(id, "resume");
    next(counter).then().statusCode(200).body("counter.ticket", nullValue());
    call(id, counter, null).then().statusCode(400).body("errors.field", hasItem("reason"));
    call(id, counter, "elle est là").then().statusCode(200).body("state", equalTo("called"));
    act(id, "undo").then().statusCode(200).body("callableAt", equalTo("2026-11-23T08:05:00+01:00"));
  }

  @Test
  void whom_others_pass_during_the_pause_is_not_overtaken() {
    absentBeforeThree();
    next(counter);
    assertThat(timetable.number("select count(*) from overtaking")).isZero();
  }

  @Test
  void the_estimate_and_ones_own_page_know_of_the_pause() {
    String id = absentBeforeThree();
    String publicId = timetable.text("select public_id from ticket where id = " + id);
    api()
        .get("/tickets/{id}", publicId)
        .then()
        .statusCode(200)
        .body("ahead", equalTo(3))
        .body("callableAt", equalTo("2026-11-23T08:08:00+01:00"))
        // The counter is free and the others take a quarter of an hour each: called after one.
        .body("estimate.toMinutes", greaterThanOrEqualTo(15));
  }

  @Test
  void a_pause_after_being_put_aside_is_none() {
    String id = waiting();
    next(counter);
    act(id, "park");
    act(id, "resume").then().body("callableAt", nullValue()).body("place", equalTo(1));
  }

  @Test
  void absent_at_the_third_call_is_a_no_show_and_the_last_one_can_be_taken_back() {
    String id = waiting();
    for (int call = 1; call <= 3; call++) {
      next(counter).then().body("counter.ticket.id", equalTo(id));
      act(id, "miss").then().statusCode(200).body("state", equalTo(call < 3 ? "missed" : "noShow"));
      if (call < 3) {
        act(id, "resume").then().statusCode(200);
        clock.advance(Duration.ofMinutes(5));
      }
    }
    queue().then().body("finished.id", contains(id)).body("present.id", not(hasItem(id)));
    act(id, "resume").then().statusCode(409).body("allowed", contains("undo"));
    act(id, "undo").then().statusCode(200).body("state", equalTo("called"));
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_manager_sets_both_and_the_next_absence_follows_them() {
    fixtures.agent("marc", AgentRole.manager, moyaux);
    api()
        .get("/sites/{id}/queue-settings", moyaux.id())
        .then()
        .statusCode(200)
        .header("ETag", "\"0\"")
        .body("numbersPerDay", nullValue())
        .body("backOffMinutes", equalTo(5))
        .body("callsAtMost", equalTo(3));
    set(0, 61, 11).then().statusCode(400).body("errors.field", containsInAnyOrder(both()));
    set(0, -1, 0).then().statusCode(400).body("errors.field", containsInAnyOrder(both()));
    set(null, 12, 1).then().statusCode(428);
    set(0, 12, 2).then().statusCode(200).header("ETag", "\"1\"").body("callsAtMost", equalTo(2));
    set(0, 3, 3).then().statusCode(412);
    api().post("/counters/{id}/open", counter).then().statusCode(200);
    String id = waiting();
    next(counter);
    act(id, "miss").then().body("state", equalTo("missed"));
    act(id, "resume").then().body("callableAt", equalTo("2026-11-23T08:12:00+01:00"));
    clock.advance(Duration.ofMinutes(12));
    next(counter);
    act(id, "miss").then().body("state", equalTo("noShow"));
  }

  private static String[] both() {
    return new String[] {"backOffMinutes", "callsAtMost"};
  }

  private Response set(Integer version, int minutes, int calls) {
    return (version == null ? api() : seen(version))
        .contentType(ContentType.JSON)
        .body(Map.of("backOffMinutes", minutes, "callsAtMost", calls))
        .put("/sites/{id}/queue-settings", moyaux.id());
  }

  @Test
  void a_clerk_reads_them_only() {
    api().get("/sites/{id}/queue-settings", moyaux.id()).then().statusCode(200);
    set(0, 3, 3).then().statusCode(403);
  }
}
