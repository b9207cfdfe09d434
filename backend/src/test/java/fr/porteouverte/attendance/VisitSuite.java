package fr.porteouverte.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** The same morning at Moyaux's own counter, which Claire has. */
abstract class VisitSuite extends AttendanceSuite {
  String counter;

  @BeforeEach
  void theCounter() {
    fixtures.alwaysOpen(moyaux);
    timetable.change(
        "insert into counter (site_id, name, position, serves, archived) values ("
            + moyaux.id()
            + ", 'Guichet 1', 1, 'all', false)");
    counter = "" + timetable.number("select max(id) from counter");
    clock.set(NINE);
  }

  void commune(String insee, String name) {
    timetable.change(
        "insert into commune (insee, name, search_name, department, latitude, longitude,"
            + " population) values ('"
            + insee
            + "', '"
            + name
            + "', '"
            + name.toLowerCase(Locale.ROOT)
            + "', '14', 49, 0, 1000)");
  }

  /** The id of a walk-in's ticket of the house's own clerks. */
  String walkIn() {
    return api()
        .contentType(ContentType.JSON)
        .body(Map.of("procedureId", "" + rsa.id()))
        .post("/sites/{id}/tickets", moyaux.id())
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** Somebody who walked in and was served at the counter. */
  String served() {
    String ticket = walkIn();
    api().post("/counters/{id}/open", counter);
    act(ticket, "call", Map.of("counterId", counter, "reason", "essai"));
    act(ticket, "start", null);
    act(ticket, "finish", null);
    return ticket;
  }

  void act(String ticket, String action, Map<String, ?> body) {
    long version = timetable.number("select version from ticket where id = " + ticket);
    var request = api().header("If-Match", "\"" + version + "\"");
    Response answer =
        (body == null ? request : request.contentType(ContentType.JSON).body(body))
            .post("/tickets/{id}/{action}", ticket, action);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
  }

  Response note(String ticket, int seen, Map<String, ?> mark) {
    return put("/tickets/" + ticket + "/attendance", seen, mark);
  }

  Response put(String path, int seen, Map<String, ?> mark) {
    return api()
        .contentType(ContentType.JSON)
        .header("If-Match", "\"" + seen + "\"")
        .body(mark)
        .put(path);
  }

  Response count(Map<String, ?> request, String key) {
    return api()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body(request)
        .post("/sites/{id}/counted-visits", moyaux.id());
  }

  Response count(Map<String, ?> request) {
    return count(request, UUID.randomUUID().toString());
  }

  Response toNote() {
    return api().get("/sites/{id}/visits-to-note", moyaux.id());
  }

  /** All that figures count, without the words that are erased. */
  String counted() {
    return timetable.text(
        "select count(*) || ' ' || count(result) || ' ' || count(partner_id) || ' ' ||"
            + " count(passed_on_partner_id) || ' ' || count(age_band) || ' ' || count(insee) from"
            + " attendance where standing");
  }
}
