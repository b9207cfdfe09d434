package fr.porteouverte.message;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.database.Sql;
import fr.porteouverte.job.Job;
import fr.porteouverte.support.MessageSuite;
import fr.porteouverte.support.Timetable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A word that stands in every text that somebody may write about a person stands nowhere once the
 * time of keeping is over. {@code docs/erasure.md} has the columns one by one.
 */
@QuarkusTest
@TestSecurity(
    user = "claire",
    roles = {Role.CLERK, Role.MANAGER})
class ErasureTest extends MessageSuite {
  private static final String MARK = "Zyxwora";

  @Inject @Any Instance<Job> jobs;
  @Inject EntityManager database;

  private Response post(String path, Map<String, ?> body) {
    return api()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", MARK + UUID.randomUUID())
        .body(body)
        .post(path);
  }

  private static void ok(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 299);
  }

  private Map<String, Object> marked(Object... more) {
    Map<String, Object> person = jeanne(more);
    person.putAll(
        Map.of("firstName", "Jeanne " + MARK, "lastName", MARK, "bookedBy", "sa fille " + MARK));
    return person;
  }

  /** Through the API, in every field that takes a text about a person. */
  private void writeEverywhere() {
    fixtures.agent("claire", AgentRole.manager, moyaux);
    fixtures.alwaysOpen(moyaux);
    String mail = MARK.toLowerCase() + "@example.org";
    List<String> thursday =
        timetable.add(Timetable.Session.of(moyaux, caf, TUESDAY.plus(Duration.ofDays(2)), 8, rsa));
    JsonPath mailed = booked(slots.get(0), marked("email", mail));
    JsonPath called = booked(slots.get(1), marked("phone", "02 31 00 00 00"));
    booked(slots.get(2), marked("email", mail.replace("@", "2@"), "contactBy", "none"));
    booked(thursday.get(0), marked("phone", "06 12 34 56 78"));
    dispatcher.run();
    // An appointment is had, noted and followed by another.
    clock.set(TUESDAY);
    ok(post("/bookings/" + mailed.getString("reference") + "/arrival", Map.of()));
    ok(
        post(
            "/sites/" + moyaux.id() + "/tickets",
            Map.of("procedureId", "" + rsa.id(), "reason", "pour Mme " + MARK)));
    timetable.change(
        "update queue_event set reason = 'pour Mme "
            + MARK
            + "' where seq = (select min(seq) from"
            + " queue_event)");
    timetable.change("update ticket set state = 'done', ended_at = arrived_at");
    Response noted =
        api()
            .contentType(ContentType.JSON)
            .header("If-Match", "\"0\"")
            .body(
                Map.of(
                    "outcome",
                    "attended",
                    "result",
                    "continued",
                    "note",
                    "Avec " + MARK,
                    "received",
                    true))
            .put("/bookings/" + mailed.getString("reference") + "/attendance");
    ok(noted);
    // The rest of the day falls, and so does Thursday: with reasons, calls and their notes.
    String session =
        timetable.text("select cast(session_id as varchar) from slot where id = " + slots.get(0));
    clock.advance(Duration.ofMinutes(10));
    ok(post("/sessions/" + session + "/stop", Map.of("reason", "Agent " + MARK + " malade")));
    ok(
        post(
            "/sites/" + moyaux.id() + "/closures",
            Map.of(
                "from", "2026-12-03T00:00:00",
                "to", "2026-12-04T00:00:00",
                "reason", "Obsèques de " + MARK)));
    dispatcher.run();
    String call =
        timetable.text(
            "select cast(min(id) as varchar) from outbox where channel = 'call' and state ="
                + " 'waiting' and booking_id = (select id from booking where reference = '"
                + called.getString("reference")
                + "')");
    ok(post("/calls/" + call + "/result", Map.of("result", "reached", "note", "Sa soeur " + MARK)));
  }

  /** Every column of every table that has the word in it. */
  private List<String> found() {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              List<String> where = new ArrayList<>();
              for (Column one : columns()) {
                long hits =
                    Sql.of(
                            database,
                            "select count(*) as hits from \""
                                + one.tableName()
                                + "\" where lower(cast(\""
                                + one.columnName()
                                + "\" as varchar)) like :mark")
                        .with("mark", "%" + MARK.toLowerCase() + "%")
                        .first(Hits.class)
                        .orElseThrow()
                        .hits();
                if (hits > 0) {
                  where.add(one.tableName().toLowerCase() + "." + one.columnName().toLowerCase());
                }
              }
              return where;
            });
  }

  private record Column(String tableName, String columnName) {}

  private record Hits(Long hits) {}

  private List<Column> columns() {
    return Sql.of(
            database,
            "select table_name, column_name from information_schema.columns where lower(table_schema)"
                + " = 'public' and lower(data_type) like 'character%' order by table_name,"
                + " ordinal_position")
        .list(Column.class);
  }

  @Test
  void what_was_written_of_a_person_stands_nowhere_once_the_time_of_keeping_is_over() {
    writeEverywhere();
    assertThat(found())
        .contains(
            "booking.first_name",
            "booking.last_name",
            "booking.email",
            "booking.booked_by",
            "booking.cancellation_reason",
            "attendance.note",
            "call_result.note",
            "closure.reason",
            "idempotency.idempotency_key",
            "outbox.body",
            "queue_event.reason",
            "session.reason");

    clock.advance(Duration.ofDays(375));
    List.copyOf(jobs.stream().toList()).stream()
        .filter(job -> job.name().contains("erase") || job.name().contains("sweep"))
        .forEach(Job::run);

    assertThat(found()).isEmpty();
  }
}
