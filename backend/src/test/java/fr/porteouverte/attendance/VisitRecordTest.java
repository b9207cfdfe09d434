package fr.porteouverte.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.access.Role;
import fr.porteouverte.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One record of each visit: what it was about, what it came to; short to note, and whole. */
@TestSecurity(user = "claire", roles = Role.CLERK)
@QuarkusTest
class VisitRecordTest extends VisitSuite {
  @Inject EraseNotes notes;

  @Test
  void the_shortest_mark_has_everything_that_the_number_says() {
    String ticket = served();
    note(ticket, 0, Map.of("outcome", "attended", "result", "solved"))
        .then()
        .statusCode(200)
        .body("date", equalTo("2026-11-25"))
        .body("procedures.code", contains("rsa"))
        .body("partner.code", equalTo("caf"))
        .body("channel", equalTo("counter"))
        .body("documents", empty())
        .body("aidantsConnect", equalTo(false))
        .body("administrationPlus", equalTo(false));
    assertThat(timetable.number("select site_id from attendance where standing"))
        .isEqualTo(moyaux.id());
  }

  @Test
  void an_appointments_is_that_of_the_session_and_of_its_day() {
    mark(jeanne, 0, "attended")
        .then()
        .statusCode(200)
        .body("procedures.code", contains("rsa"))
        .body("partner.code", equalTo("caf"));
    assertThat(
            timetable.number(
                "select count(*) from attendance a join booking b on b.id = a.booking_id where"
                    + " a.permanence_id = b.permanence_id and a.visited_at = b.start_at"))
        .isEqualTo(1);
  }

  @Test
  void all_that_a_visit_was_is_kept_and_read_again() {
    commune("14453", "Moyaux");
    String document = "" + timetable.number("select min(id) from document");
    String ticket = served();
    note(
            ticket,
            0,
            Map.ofEntries(
                Map.entry("outcome", "attended"),
                Map.entry("result", "papersMissing"),
                Map.entry("documentIds", List.of(document)),
                Map.entry("procedureIds", List.of("" + job.id(), "" + rsa.id())),
                Map.entry("partnerId", "" + caf.id()),
                Map.entry("channel", "selfService"),
                Map.entry("followUp", paul),
                Map.entry("ageBand", "from60"),
                Map.entry("insee", "14453"),
                Map.entry("aidantsConnect", true),
                Map.entry("administrationPlus", true),
                Map.entry("note", "Revient avec son bail.")))
        .then()
        .statusCode(200);
    api()
        .get("/tickets/{id}/attendance", ticket)
        .then()
        .body("current.result", equalTo("papersMissing"))
        .body("current.papersMissing", equalTo(true))
        .body("current.documents.id", contains(document))
        .body("current.procedures.code", contains("emploi", "rsa"))
        .body("current.partner.code", equalTo("caf"))
        .body("current.channel", equalTo("selfService"))
        .body("current.followUp", equalTo(paul))
        .body("current.ageBand", equalTo("from60"))
        .body("current.insee", equalTo("14453"))
        .body("current.aidantsConnect", equalTo(true))
        .body("current.administrationPlus", equalTo(true));
  }

  @Test
  void passed_on_says_to_whom_a_partner_or_in_words() {
    String ticket = served();
    note(
            ticket,
            0,
            Map.of("outcome", "attended", "result", "passedOn", "passedOnTo", "  CCAS de Lisieux "))
        .then()
        .statusCode(200)
        .body("passedOnTo", equalTo("CCAS de Lisieux"));
    note(
            ticket,
            1,
            Map.of(
                "outcome",
                "attended",
                "result",
                "passedOn",
                "passedOnPartnerId",
                "" + travail.id()))
        .then()
        .statusCode(200)
        .body("passedOnPartner.code", equalTo("france-travail"))
        .body("passedOnTo", nullValue());
  }

  @Test
  void whom_it_was_passed_on_to_is_no_place_for_a_secret_number() {
    String ticket = served();
    note(
            ticket,
            0,
            Map.of(
                "outcome",
                "attended",
                "result",
                "passedOn",
                "passedOnTo",
                "CCAS, 1 85 05 78 006 084 91"))
        .then()
        .statusCode(400)
        .body("errors.field", contains("passedOnTo"));
  }

  @Test
  void every_wrong_field_is_named_at_once() {
    String ticket = served();
    note(
            ticket,
            0,
            Map.ofEntries(
                Map.entry("outcome", "attended"),
                Map.entry("result", "solved"),
                Map.entry(
                    "documentIds", List.of("" + timetable.number("select min(id) from document"))),
                Map.entry("procedureIds", List.of("999999", "x")),
                Map.entry("partnerId", "999999"),
                Map.entry("passedOnTo", "CCAS"),
                Map.entry("insee", "99999"),
                Map.entry("followUp", "ACDEFGHJ"),
                Map.entry("note", "NIR 1 85 05 78 006 084 91")))
        .then()
        .statusCode(400)
        .body(
            "errors.field",
            containsInAnyOrder(
                "documentIds",
                "procedureIds",
                "partnerId",
                "passedOnTo",
                "insee",
                "followUp",
                "note"));
    assertThat(rows()).isZero();
  }

  @Test
  void a_number_that_must_not_be_kept_is_refused_in_french_and_in_english() {
    String ticket = served();
    Map<String, String> secret = Map.of("outcome", "attended", "note", "Carte 4970 1000 0000 0154");
    note(ticket, 0, secret)
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("note"))
        .body("errors[0].message", equalTo("Ce texte contient un numéro de carte : retirez-le."));
    RestAssured.given()
        .header("Accept-Language", "en")
        .header("If-Match", "\"0\"")
        .contentType(ContentType.JSON)
        .body(secret)
        .put("/api/v1/tickets/{id}/attendance", ticket)
        .then()
        .statusCode(400)
        .body("errors[0].message", equalTo("This text has a card number in it: take it out."));
  }

  @Test
  void what_waits_to_be_noted_is_listed_until_the_next_evening() {
    String ticket = served();
    String other = served();
    toNote()
        .then()
        .statusCode(200)
        .body("items.ticketId", contains(other, ticket))
        .body("items[0].procedure.code", equalTo("rsa"))
        .body("items[0].partner.code", equalTo("caf"))
        .body("items[0].counterId", equalTo(counter));
    note(ticket, 0, Map.of("outcome", "attended")).then().statusCode(200);
    toNote().then().body("items.ticketId", contains(other));
    clock.set(Instant.parse("2026-11-26T22:59:00Z")); // 23 h 59 in Paris
    toNote().then().body("items.ticketId", contains(other));
    clock.advance(Duration.ofMinutes(2));
    toNote().then().body("items", empty());
    note(other, 0, Map.of("outcome", "attended", "result", "solved")).then().statusCode(200);
  }

  @Test
  void the_papers_that_may_be_missing_are_those_that_the_house_asks_for() {
    served();
    timetable.change(
        "insert into procedure_adaptation (site_id, procedure_id, beneath_minutes,"
            + " beneath_documents) values (%d, %d, 30, '')".formatted(moyaux.id(), rsa.id()));
    long document = timetable.number("select min(id) from document");
    timetable.change(
        ("insert into procedure_adaptation_document (adaptation_id, position, document_id, need)"
                + " select max(id), 0, %d, 'required' from procedure_adaptation")
            .formatted(document));
    toNote().then().body("items[0].documents.id", contains("" + document));
  }

  @Test
  void who_waits_left_or_is_a_partners_is_not_to_be_noted_at_the_counter() {
    walkIn();
    act(walkIn(), "leave", null);
    toNote().then().body("items", empty());
  }

  @Test
  void the_queue_takes_a_record_back_and_the_visit_is_to_be_noted_no_more() {
    String ticket = served();
    note(ticket, 0, Map.of("outcome", "attended", "result", "solved")).then().statusCode(200);
    long seq = timetable.number("select max(seq) from queue_event where ticket_id = " + ticket);
    api()
        .contentType(ContentType.JSON)
        .body(Map.of("seq", seq))
        .post("/tickets/{id}/undo", ticket)
        .then()
        .statusCode(200);
    assertThat(timetable.number("select count(*) from attendance where standing"))
        .as("at the counter again: attended still holds")
        .isEqualTo(1);
    act(ticket, "leave", null);
    assertThat(timetable.number("select count(*) from attendance where standing")).isZero();
    toNote().then().body("items", empty());
  }

  @Test
  void of_two_clerks_who_close_the_same_visit_one_wins_and_the_other_has_not_seen_it() {
    String ticket = served();
    List<Integer> answers =
        Together.run(
            List.of(
                () ->
                    note(ticket, 0, Map.of("outcome", "attended", "result", "solved")).statusCode(),
                () ->
                    note(ticket, 0, Map.of("outcome", "attended", "result", "gaveUp"))
                        .statusCode()));
    assertThat(answers).containsExactlyInAnyOrder(200, 412);
    assertThat(timetable.number("select count(*) from attendance where standing")).isEqualTo(1);
  }

  @Test
  void a_correction_stands_alone_and_what_is_taken_back_stands_no_more() {
    String ticket = served();
    note(ticket, 0, Map.of("outcome", "attended", "result", "solved")).then().statusCode(200);
    note(ticket, 1, Map.of("outcome", "attended", "result", "continued")).then().statusCode(200);
    assertThat(timetable.text("select result from attendance where standing"))
        .isEqualTo("continued");
    api()
        .header("If-Match", "\"2\"")
        .delete("/tickets/{id}/attendance", ticket)
        .then()
        .statusCode(204);
    assertThat(timetable.number("select count(*) from attendance where standing")).isZero();
    toNote().then().body("items", hasSize(1));
  }

  @Test
  void erasing_takes_the_words_and_leaves_everything_that_is_counted() {
    commune("14453", "Moyaux");
    note(
            served(),
            0,
            Map.of(
                "outcome",
                "attended",
                "result",
                "passedOn",
                "passedOnTo",
                "CCAS",
                "note",
                "Seule",
                "insee",
                "14453",
                "ageBand",
                "from70"))
        .then()
        .statusCode(200);
    String before = counted();
    clock.advance(Duration.ofDays(366));
    notes.run();
    assertThat(counted()).isEqualTo(before);
    assertThat(timetable.number("select count(note) + count(passed_on_to) from attendance"))
        .isZero();
  }
}
