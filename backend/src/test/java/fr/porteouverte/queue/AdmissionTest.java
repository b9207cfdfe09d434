package fr.porteouverte.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.site.OpeningMode;
import fr.porteouverte.site.OpeningRange;
import fr.porteouverte.support.TestClock;
import fr.porteouverte.support.Timetable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A house gives numbers while somebody will call them, and says so before anybody asks. */
@QuarkusTest
class AdmissionTest extends QueueSuite {
  private static final Instant TEN = TestClock.MONDAY.plus(Duration.ofHours(2));
  private static final Instant FIVE = TestClock.MONDAY.plus(Duration.ofHours(9));

  @Inject CounterFixture counters;

  private static OpeningRange monday(String from, String to, OpeningMode mode) {
    return new OpeningRange(DayOfWeek.MONDAY, LocalTime.parse(from), LocalTime.parse(to), mode);
  }

  /** Mondays from 9 h to 17 h. */
  private void mondays() {
    fixtures.hours(moyaux, monday("09:00", "17:00", OpeningMode.both));
  }

  private Response kiosk(Map<String, Object> body) {
    return api()
        .header("Device-Key", "key")
        .contentType(ContentType.JSON)
        .body(body)
        .post("/sites/{id}/tickets", moyaux.id());
  }

  private Map<String, Object> ask(String reason) {
    return Map.of("procedureId", "" + passport.id(), "reason", reason);
  }

  private Map<String, Object> askCaf(String permanence) {
    return new HashMap<>(Map.of("procedureId", "" + rsa.id(), "permanenceId", permanence));
  }

  private static void refused(Response answer, String type) {
    answer.then().statusCode(409).body("type", equalTo("/problems/" + type));
  }

  private Response status() {
    return api().get("/sites/{id}/status", moyaux.id());
  }

  private Response board() {
    return api().get("/sites/{id}/board", moyaux.id());
  }

  /** The same everywhere: the house page, the wall, the staff's board, one's own number. */
  private void saysOpen(boolean open, String publicId) {
    status().then().statusCode(200).body("open", equalTo(open));
    board().then().statusCode(200).body("open", equalTo(open));
    queue().then().statusCode(200).body("open", equalTo(open));
    api().get("/tickets/{id}", publicId).then().statusCode(200).body("open", equalTo(open));
  }

  @Test
  void a_house_is_closed_after_its_hours_whatever_counter_was_forgotten() {
    mondays();
    clock.set(TEN);
    String mine = walkIn().then().statusCode(201).extract().path("publicId");
    saysOpen(true, mine);
    board().then().body("validUntil", containsString("T17:00"));
    // Before that a permanence ends.
    status().then().body("validUntil", containsString("T11:00"));
    clock.set(FIVE.minusSeconds(1));
    saysOpen(true, mine);
    clock.set(FIVE);
    saysOpen(false, mine);
    status()
        .then()
        .body("openCounters", equalTo(1))
        .body("waiting", equalTo(1))
        .body("closesAt", nullValue())
        .body("estimate", nullValue())
        .body("opensAt", containsString("2026-11-30T09:00"))
        .body("validUntil", containsString("2026-11-24T00:00"));
  }

  @Test
  void a_closure_of_an_hour_closes_it_for_that_hour() {
    clock.set(TEN);
    String mine = walkIn().then().statusCode(201).extract().path("publicId");
    timetable.change(
        "insert into closure (site_id, from_time, to_time, reason) values ("
            + moyaux.id()
            + ", timestamp '2026-11-23 10:30:00', timestamp '2026-11-23 11:30:00', 'Panne.')");
    saysOpen(true, mine);
    board().then().body("validUntil", containsString("T10:30"));
    clock.set(TEN.plus(Duration.ofMinutes(30)));
    saysOpen(false, mine);
    refused(walkIn(), "not-open");
    status()
        .then()
        .body("opensAt", containsString("T11:30"))
        .body("numbers[0].refused", equalTo("notOpen"));
    clock.set(TEN.plus(Duration.ofMinutes(90)));
    saysOpen(true, mine);
    board().then().body("notices", hasSize(0));
  }

  @Test
  void a_public_holiday_of_its_territory_closes_it() {
    clock.set(Instant.parse("2026-12-25T09:00:00Z"));
    status().then().body("open", equalTo(false));
    refused(walkIn(), "not-open");
  }

  @Test
  void a_house_without_published_hours_is_open_while_a_counter_is_and_no_closure_runs() {
    fixtures.hours(moyaux);
    status().then().body("open", equalTo(true)).body("closesAt", nullValue());
    walkIn().then().statusCode(201);
    timetable.change(
        "insert into closure (site_id, from_time, to_time) values ("
            + moyaux.id()
            + ", timestamp '2026-11-23 09:00:00', timestamp '2026-11-24 00:00:00')");
    status().then().body("closesAt", containsString("T09:00"));
    clock.set(NINE);
    status().then().body("open", equalTo(false));
    clock.set(NINE.minusSeconds(60));
    api().post("/counters/{id}/close", counter);
    status().then().body("open", equalTo(false));
    refused(walkIn(), "not-open");
  }

  @Test
  void a_permanence_of_its_own_clerks_opens_it_beside_its_hours() {
    fixtures.hours(moyaux, monday("14:00", "17:00", OpeningMode.both));
    timetable.add(Timetable.Session.of(moyaux, null, NINE, 2, passport));
    clock.set(NINE);
    status().then().body("open", equalTo(false));
    timetable.change("update permanence set mode = 'both'");
    status().then().body("open", equalTo(true)).body("closesAt", containsString("T10:00"));
    walkIn().then().statusCode(201);
    timetable.change("update session set state = 'cancelled'");
    status().then().body("open", equalTo(false)).body("opensAt", containsString("T14:00"));
  }

  @Test
  void hours_by_appointment_give_no_number_and_say_from_when_on() {
    fixtures.hours(
        moyaux,
        monday("09:00", "12:00", OpeningMode.appointment),
        monday("12:00", "17:00", OpeningMode.walkIn));
    clock.set(NINE);
    counters.device(moyaux);
    status()
        .then()
        .body("open", equalTo(true))
        .body("closesAt", containsString("T17:00"))
        .body("numbers[0].refused", equalTo("byAppointment"))
        .body("numbers[1].refused", equalTo("byAppointment"));
    board().then().body("validUntil", containsString("T12:00"));
    for (Response answer :
        new Response[] {walkIn(), kiosk(Map.of("procedureId", "" + passport.id()))}) {
      refused(answer, "by-appointment");
      answer.then().body("opensAt", containsString("T12:00"));
    }
    clock.set(NINE.plus(Duration.ofHours(3)));
    walkIn().then().statusCode(201);
  }

  @Test
  void a_closed_house_gives_no_number_and_says_when_it_opens() {
    mondays();
    counters.device(moyaux);
    Response answer = kiosk(Map.of("procedureId", "" + passport.id()));
    refused(answer, "not-open");
    answer
        .then()
        .body("opensAt", containsString("2026-11-23T09:00"))
        .body("detail", containsString("lundi 23 novembre"));
    refused(walkIn(), "not-open");
    clock.set(NINE);
    walkIn().then().statusCode(201);
  }

  @Test
  void staff_give_one_all_the_same_and_the_reason_is_kept_and_shown() {
    mondays();
    counters.device(moyaux);
    kiosk(ask("Je suis pressé")).then().statusCode(400).body("errors.field", hasItem("reason"));
    walkIn(ask("x")).then().statusCode(400).body("errors.field", hasItem("reason"));
    walkIn(ask("Venue de loin"))
        .then()
        .statusCode(201)
        .body("exceptionReason", equalTo("Venue de loin"));
    queue().then().body("waiting[0].exceptionReason", equalTo("Venue de loin"));
    assertThat(timetable.text("select reason from queue_event where kind = 'issued'"))
        .isEqualTo("Venue de loin");
    assertThat(board().asString()).doesNotContain("loin");
    clock.set(NINE);
    // Nothing was against it: there is nothing to keep.
    walkIn(ask("Venue de loin")).then().statusCode(201).body("exceptionReason", nullValue());
  }

  @Test
  void a_permanence_that_is_over_absent_called_off_or_taken_back_gives_no_number() {
    timetable.add(Timetable.Session.of(moyaux, caf, NINE, 1, rsa));
    String short9 = "" + timetable.number("select max(id) from permanence");
    clock.set(NINE.plus(Duration.ofMinutes(29)));
    walkIn(askCaf(short9)).then().statusCode(201);
    clock.set(NINE.plus(Duration.ofMinutes(30)));
    Response answer = walkIn(askCaf(short9));
    refused(answer, "session-over");
    answer.then().body("detail", containsString("9\u00a0h\u00a030"));
    for (String how :
        new String[] {
          "partner_attendance = 'absent', state = 'held'", "state = 'cancelled'", "withdrawn = true"
        }) {
      timetable.change(
          "update session set partner_attendance = null, state = 'planned', withdrawn = false");
      walkIn(askCaf(cafPermanence)).then().statusCode(201);
      timetable.change("update session set " + how);
      refused(walkIn(askCaf(cafPermanence)), "session-over");
      String there = waiting();
      refused(transfer(there, rsa, cafPermanence), "session-over");
    }
    Map<String, Object> all = askCaf(cafPermanence);
    all.put("reason", "Elle arrive");
    walkIn(all).then().statusCode(201).body("exceptionReason", equalTo("Elle arrive"));
  }

  @Test
  void who_is_passed_on_to_a_permanence_that_is_over_needs_a_reason() {
    clock.set(NINE.plus(Duration.ofHours(3)));
    String there = waiting();
    refused(transfer(there, rsa, cafPermanence), "session-over");
    seen(version(there))
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "procedureId",
                "" + rsa.id(),
                "permanenceId",
                cafPermanence,
                "reason",
                "L’agente est encore là"))
        .post("/tickets/{id}/transfer", there)
        .then()
        .statusCode(200)
        .body("exceptionReason", equalTo("L’agente est encore là"));
    assertThat(timetable.text("select reason from queue_event where kind = 'transferred'"))
        .isEqualTo("L’agente est encore là");
  }

  @Test
  void a_permanence_of_this_afternoon_gives_numbers_from_the_houses_opening_on() {
    mondays();
    timetable.change("update permanence set mode = 'both'");
    refused(walkIn(askCaf(cafPermanence)), "not-open");
    timetable.add(
        Timetable.Session.of(moyaux, caf, NINE.plus(Duration.ofHours(9)), 2, rsa).capacity(2));
    String evening = "" + timetable.number("select max(id) from permanence");
    timetable.change("update permanence set mode = 'both'");
    clock.set(NINE);
    walkIn(askCaf(evening)).then().statusCode(201);
    status()
        .then()
        .body("numbers.permanenceId", hasItem(evening))
        .body("numbers.findAll { it.refused != null }", hasSize(0));
    // While it runs it sees people, though the house itself is closed.
    clock.set(NINE.plus(Duration.ofHours(9)));
    walkIn(askCaf(evening)).then().statusCode(201);
    refused(walkIn(), "not-open");
    refused(walkIn(askCaf(cafPermanence)), "not-open");
    status().then().body("open", equalTo(false));
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_house_gives_as_many_numbers_a_day_as_its_manager_says() {
    fixtures.agent("marc", AgentRole.manager, moyaux);
    counters.device(moyaux);
    settings("\"0\"", 0).then().statusCode(400).body("errors.field", contains("numbersPerDay"));
    settings("\"0\"", 1000).then().statusCode(400);
    settings(null, 2).then().statusCode(428);
    settings("\"0\"", 2).then().statusCode(200).body("numbersPerDay", equalTo(2));
    settings("\"0\"", 3).then().statusCode(412);
    String first = waiting();
    booked(slots.get(0));
    arrive(booked(slots.get(0))).then().statusCode(201);
    status().then().body("numbers[0].refused", nullValue());
    walkIn().then().statusCode(201);
    refused(kiosk(Map.of("procedureId", "" + passport.id())), "no-more-numbers");
    refused(walkIn(), "no-more-numbers");
    status().then().body("numbers[0].refused", equalTo("noMoreNumbers"));
    // Who left had one all the same; one that was given by mistake never was.
    act(first, "leave").then().statusCode(200);
    refused(walkIn(), "no-more-numbers");
    act(first, "undo");
    act(first, "undo").then().statusCode(200);
    walkIn().then().statusCode(201);
    refused(walkIn(), "no-more-numbers");
    walkIn(ask("Personne âgée")).then().statusCode(201);
    clock.advance(Duration.ofDays(1));
    walkIn().then().statusCode(201);
    settings("\"1\"", null).then().statusCode(200).body("numbersPerDay", nullValue());
    status().then().body("numbers[0].refused", nullValue());
  }

  private Response settings(String ifMatch, Integer numbers) {
    Map<String, Object> body = new HashMap<>(Map.of("backOffMinutes", 5, "callsAtMost", 3));
    if (numbers != null) {
      body.put("numbersPerDay", numbers);
    }
    var request = api().contentType(ContentType.JSON).body(body);
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    return request.put("/sites/{id}/queue-settings", moyaux.id());
  }

  @Test
  void a_permanence_gives_as_many_as_its_own_manager_says_and_the_house_goes_on() {
    Permanence permanence =
        fixtures
            .permanence(moyaux, caf, rsa)
            .mode(OpeningMode.both)
            .numbersPerDay(1)
            .materialised();
    String id = "" + permanence.id();
    counters.device(moyaux);
    kiosk(askCaf(id)).then().statusCode(201);
    refused(kiosk(askCaf(id)), "no-more-numbers");
    status()
        .then()
        .body("numbers.find { it.permanenceId == '" + id + "' }.refused", equalTo("noMoreNumbers"))
        .body("numbers[0].refused", nullValue());
    refused(transfer(waiting(), rsa, id), "no-more-numbers");
    walkIn(askCaf(cafPermanence)).then().statusCode(201);
  }

  @Test
  void a_kiosk_lets_nobody_in_who_comes_when_all_is_over_but_staff_do() {
    mondays();
    counters.device(moyaux);
    String reference = booked(slots.get(3));
    String late = booked(slots.get(3));
    refused(kioskArrival(reference), "not-open");
    refused(kioskArrival("ZZZZ9999"), "not-open");
    clock.set(NINE);
    kioskArrival(reference).then().statusCode(201);
    // Ten minutes after the end of the permanence.
    clock.set(NINE.plus(Duration.ofMinutes(130)));
    refused(kioskArrival(late), "session-over");
    arrive(late).then().statusCode(201).body("ticket.state", equalTo("waiting"));
  }

  private Response kioskArrival(String reference) {
    return api()
        .header("Device-Key", "key")
        .contentType(ContentType.JSON)
        .body(Map.of("reference", reference))
        .post("/sites/{id}/arrivals", moyaux.id());
  }

  @Test
  void the_paper_sheet_is_entered_whatever_the_hour() {
    mondays();
    clock.set(FIVE.plus(Duration.ofHours(2)));
    api()
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "procedureId",
                "" + rsa.id(),
                "permanenceId",
                cafPermanence,
                "arrivedAt",
                "2026-11-23T10:00:00+01:00",
                "outcome",
                "left"))
        .post("/sites/{id}/late-entries", moyaux.id())
        .then()
        .statusCode(201);
  }

  @Test
  void the_wall_shows_everybody_who_is_called() {
    counters.people(moyaux, passport, 12);
    next(counter).then().statusCode(200);
    for (int i = 2; i <= 12; i++) {
      next(counters.open(moyaux, "Guichet " + i)).then().statusCode(200);
    }
    board().then().body("calls", hasSize(12)).body("waiting", equalTo(0));
  }
}
