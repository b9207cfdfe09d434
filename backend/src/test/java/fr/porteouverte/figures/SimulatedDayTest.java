package fr.porteouverte.figures;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.queue.CounterFixture;
import fr.porteouverte.queue.QueueSuite;
import fr.porteouverte.support.TestClock;
import fr.porteouverte.support.Timetable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * One day of a house through the API: a permanence that is held and one that is cancelled, a clerk
 * who changes desks, a transfer, an undo, somebody who does not come, who leaves, who telephones,
 * and two lines of the paper sheet.
 */
@QuarkusTest
@TestSecurity(user = "claire", roles = Role.MANAGER)
class SimulatedDayTest extends QueueSuite {
  private static final String DAY = "from=2026-11-23&to=2026-11-24";

  @Inject RollUp rollUp;
  @Inject CounterFixture fixture;

  private String cafSession;
  private String otherSession;
  private String otherSlot;
  private Procedure job;

  @BeforeEach
  void twoPermanences() {
    fixtures.also("claire", AgentRole.manager, moyaux);
    cafSession = "" + timetable.number("select max(id) from session");
    Partner travail = fixtures.partner("france-travail");
    job = fixtures.procedure("emploi", travail, 30);
    otherSlot =
        timetable
            .add(Timetable.Session.of(moyaux, travail, NINE.plus(Duration.ofHours(3)), 4, job))
            .get(0);
    otherSession = "" + timetable.number("select max(id) from session");
  }

  @Test
  void gives_the_same_numbers_on_the_board_in_the_agenda_on_the_session_page_and_in_the_report() {
    play();
    JsonPath figures = json("/sites/" + moyaux.id() + "/figures?" + DAY);
    assertThat(figures.getMap("summary"))
        .containsEntry("visits", 5)
        .containsEntry("waits", 5)
        .containsEntry("gone", 2)
        .containsEntry("calls", 1)
        .containsEntry("appointments", 3)
        .containsEntry("attended", 2)
        .containsEntry("absent", 1)
        .containsEntry("sessions", 2)
        .containsEntry("sessionsHeld", 1);
    assertThat(rows(figures, "bookers")).containsExactly(0, 2, 1, 0, 0);
    assertThat(rows(figures, "origins")).containsExactly(3, 2, 0);
    assertThat(rows(figures, "calls")).containsExactly(1);

    List<String> board =
        queue().then().statusCode(200).extract().jsonPath().getList("finished.state");
    assertThat(board.stream().filter("done"::equals)).hasSize(figures.getInt("summary.visits"));
    assertThat(board.stream().filter("left"::equals)).hasSize(figures.getInt("summary.gone"));

    JsonPath report = json("/sites/" + moyaux.id() + "/session-report?" + DAY);
    for (String what : List.of("attended", "absent")) {
      int here = figures.getInt("summary." + what);
      assertThat(report.getInt("visits." + what)).as(what).isEqualTo(here);
      assertThat(
              json("/sessions/" + cafSession + "/bookings")
                  .getList("items.findAll { it.attendance?.outcome == '" + what + "' }"))
          .as(what)
          .hasSize(here);
    }
    assertThat(report.getInt("sessions.total")).isEqualTo(figures.getInt("summary.sessions"));
    assertThat(report.getInt("sessions.held")).isEqualTo(figures.getInt("summary.sessionsHeld"));
    assertThat(report.getInt("sessions.cancelled")).isEqualTo(1);
    List<String> agenda =
        json("/sites/" + moyaux.id() + "/agenda")
            .getList("sessions.find { it.partner.code == 'caf' }.bookings.status");
    assertThat(agenda).hasSize(figures.getInt("summary.appointments"));
    assertThat(agenda.stream().filter("arrived"::equals))
        .hasSize(figures.getInt("summary.attended"));

    clock.set(TestClock.MONDAY.plus(Duration.ofDays(1)));
    rollUp.run();
    JsonPath counted = json("/sites/" + moyaux.id() + "/figures?" + DAY);
    assertThat(counted.getMap("summary")).isEqualTo(figures.getMap("summary"));
    assertThat(counted.getList("sheets")).isEqualTo(figures.getList("sheets"));
  }

  private void play() {
    String jeanne = booked(slots.get(0));
    String paul = booked(slots.get(0));
    String rose = bookedOnTelephone(slots.get(1));
    book(otherSlot, job).then().statusCode(201);
    send(Map.of("reason", "L’agent est malade."), "/sessions/" + otherSession + "/cancellation")
        .then()
        .statusCode(200);

    clock.set(NINE);
    String cafDesk = cafCounter();
    String first = arrive(jeanne).then().statusCode(201).extract().path("ticket.id");
    clock.advance(Duration.ofMinutes(4));
    next(cafDesk).then().statusCode(200);
    done(first);
    act(first, "undo").then().statusCode(200);
    act(first, "finish").then().statusCode(200);
    mark(jeanne, "attended");

    String walkIn = waiting();
    clock.advance(Duration.ofMinutes(7));
    next(counter).then().statusCode(200);
    done(walkIn);
    // The clerk goes on at another desk.
    api().post("/counters/{id}/close", counter).then().statusCode(200);
    String desk = fixture.open(moyaux, "Guichet 2");
    String sentOn = waiting();
    clock.advance(Duration.ofMinutes(2));
    next(desk).then().statusCode(200);
    transfer(sentOn, rsa, cafPermanence).then().statusCode(200);
    clock.advance(Duration.ofMinutes(3));
    next(cafDesk).then().statusCode(200);
    done(sentOn);
    act(waiting(), "leave").then().statusCode(200);
    send(Map.of("channel", "telephone"), "/sites/" + moyaux.id() + "/counted-visits")
        .then()
        .statusCode(201);

    clock.set(NINE.plus(Duration.ofMinutes(31)));
    String second = arrive(rose).then().statusCode(201).extract().path("ticket.id");
    next(cafDesk).then().statusCode(200);
    done(second);
    mark(rose, "attended");
    mark(paul, "absent");

    clock.set(NINE.plus(Duration.ofHours(2)));
    Instant noted = NINE.plus(Duration.ofMinutes(50));
    onPaper(
        Map.of(
            "procedureId", "" + passport.id(),
            "arrivedAt", noted.toString(),
            "startedAt", noted.plus(Duration.ofMinutes(25)).toString(),
            "endedAt", noted.plus(Duration.ofMinutes(40)).toString(),
            "outcome", "done"));
    onPaper(
        Map.of(
            "procedureId", "" + passport.id(), "arrivedAt", noted.toString(), "outcome", "left"));
  }

  private void done(String ticket) {
    act(ticket, "start").then().statusCode(200);
    act(ticket, "finish").then().statusCode(200);
  }

  private void mark(String reference, String outcome) {
    api()
        .contentType(ContentType.JSON)
        .header("If-Match", "\"0\"")
        .body(Map.of("outcome", outcome))
        .put("/bookings/{reference}/attendance", reference)
        .then()
        .statusCode(200);
  }

  private void onPaper(Map<String, Object> line) {
    send(line, "/sites/" + moyaux.id() + "/late-entries").then().statusCode(201);
  }

  private String bookedOnTelephone(String slot) {
    return send(
            Map.of(
                "slotId",
                slot,
                "procedureId",
                "" + rsa.id(),
                "visitor",
                Map.of("firstName", "Rose", "lastName", "Petit"),
                "from",
                "telephone"),
            "/bookings")
        .then()
        .statusCode(201)
        .extract()
        .path("reference");
  }

  private Response send(Map<String, Object> body, String path) {
    return api().contentType(ContentType.JSON).body(body).post(path);
  }

  private JsonPath json(String path) {
    return api().get(path).then().statusCode(200).extract().jsonPath();
  }

  private static List<Integer> rows(JsonPath figures, String sheet) {
    return figures.getList("sheets.find { it.figure == '" + sheet + "' }.rows.number");
  }
}
