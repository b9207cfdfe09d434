package fr.porteouverte.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import fr.porteouverte.access.Role;
import fr.porteouverte.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Telephone calls and quick questions: one key each, and a way back. */
@TestSecurity(user = "claire", roles = Role.CLERK)
@QuarkusTest
class CountedVisitTest extends VisitSuite {
  private Response today() {
    return api().get("/sites/{id}/counted-visits", moyaux.id());
  }

  private String path(Response counted) {
    return "/counted-visits/" + counted.path("id") + "/attendance";
  }

  @Test
  void a_call_is_counted_with_its_channel_alone() {
    count(Map.of("channel", "telephone"))
        .then()
        .statusCode(201)
        .header("ETag", "\"1\"")
        .header("Location", endsWith("/attendance"));
    count(Map.of("channel", "counter", "procedureId", "" + rsa.id())).then().statusCode(201);
    count(Map.of("channel", "telephone")).then().statusCode(201);
    today()
        .then()
        .body("items.channel", contains("counter", "telephone"))
        .body("items.number", contains(1, 2));
    assertThat(timetable.number("select count(partner_id) from attendance")).isEqualTo(1);
  }

  @Test
  void what_is_not_there_is_named_as_it_was_sent() {
    count(Map.of("channel", "telephone", "procedureId", "999999", "partnerId", "x"))
        .then()
        .statusCode(400)
        .body("errors.field", contains("procedureId", "partnerId"));
    assertThat(rows()).isZero();
  }

  @Test
  void the_same_key_counts_once() {
    count(Map.of("channel", "telephone"), "once").then().statusCode(201);
    count(Map.of("channel", "telephone"), "once").then().statusCode(201);
    assertThat(rows()).isEqualTo(1);
    count(Map.of("channel", "video"), "once").then().statusCode(422);
  }

  @Test
  void it_is_taken_back_and_said_again() {
    Response call = count(Map.of("channel", "telephone"));
    String path = path(call);
    for (int twice = 0; twice < 2; twice++) {
      api().header("If-Match", "\"1\"").delete(path).then().statusCode(204);
    }
    today().then().body("items", empty());
    put(path, 0, Map.of("outcome", "attended", "channel", "telephone", "result", "solved"))
        .then()
        .statusCode(200)
        .body("version", equalTo(2));
    api()
        .get(path)
        .then()
        .body("versions.version", contains(1, 2))
        .body("current.result", equalTo("solved"));
    put(path, 2, Map.of("outcome", "absent"))
        .then()
        .statusCode(400)
        .body("errors.field", contains("outcome"));
  }

  @Test
  void of_two_who_correct_it_at_once_one_has_not_seen_the_other() {
    String path = path(count(Map.of("channel", "telephone")));
    List<Integer> answers =
        Together.run(
            List.of(
                () -> put(path, 1, Map.of("outcome", "attended", "result", "solved")).statusCode(),
                () ->
                    put(path, 1, Map.of("outcome", "attended", "result", "gaveUp")).statusCode()));
    assertThat(answers).containsExactlyInAnyOrder(200, 412);
    assertThat(timetable.number("select count(*) from attendance where standing")).isEqualTo(1);
  }

  @Test
  void tomorrow_begins_at_none() {
    count(Map.of("channel", "telephone"));
    clock.advance(Duration.ofDays(1));
    today().then().body("items", empty());
  }
}
