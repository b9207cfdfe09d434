package fr.porteouverte.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.Places;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a manager sees before a change, and what it does. */
@QuarkusTest
class PlanningTest extends PlanningBase {
  @Inject Places places;

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_new_permanence_is_shown_with_its_slots_and_nothing_is_written() {
    preview(Map.of("form", form("rrule", "FREQ=WEEKLY;BYDAY=WE", "room", "A"), "weeks", 2))
        .statusCode(200)
        .body("sessions", hasSize(2))
        .body("sessions[0].date", equalTo("2026-11-25"))
        .body("sessions[0].start", equalTo("2026-11-25T09:00:00+01:00"))
        .body("sessions[0].slots", hasSize(6))
        .body("sessions.sessionId", everyItem(nullValue()))
        .body("conflicts", empty())
        .body("touched", empty());
    assertThat(slots.count("permanence")).isEqualTo(1);
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void conflicts_are_seen_before_saving() {
    Site near = fixtures.site("Moyaux");
    fixtures
        .permanence(near, caf, rsa)
        .rrule("FREQ=WEEKLY;BYDAY=FR")
        .times("10:00", "11:00")
        .materialised();
    fixtures
        .permanence(site, null, rsa)
        .rrule("FREQ=WEEKLY;BYDAY=FR")
        .times("08:00", "10:00")
        .room("salle 1")
        .materialised();
    timetable.change(
        "insert into closure (site_id, from_time, to_time, reason) values ("
            + site.id()
            + ", timestamp '2026-12-04 08:00:00', timestamp '2026-12-04 12:00:00', 'Travaux')");
    Map<String, Object> wished =
        form("rrule", "FREQ=WEEKLY;BYDAY=FR", "room", "Salle 1", "from", "08:30", "to", "12:00");
    preview(Map.of("form", wished, "weeks", 6))
        .statusCode(200)
        .body("conflicts.findAll { it.kind == 'room' }", hasSize(3))
        .body("conflicts.find { it.kind == 'room' }.text", containsString("Salle 1"))
        .body("conflicts.find { it.kind == 'room' }.end", equalTo("2026-11-27T10:00:00+01:00"))
        .body("conflicts.findAll { it.kind == 'samePartner' }", hasSize(3))
        .body("conflicts.find { it.kind == 'samePartner' }.text", containsString("Moyaux"))
        .body("conflicts.findAll { it.kind == 'closed' }.date", contains("2026-12-04"))
        .body("conflicts.find { it.kind == 'closed' }.severity", equalTo("blocking"))
        .body("conflicts.find { it.kind == 'closed' }.text", containsString("Travaux"))
        .body(
            "conflicts.findAll { it.kind == 'holiday' }.date", contains("2026-12-25", "2027-01-01"))
        .body("conflicts.findAll { it.kind == 'holiday' }.severity", everyItem(equalTo("blocking")))
        .body("conflicts.findAll { it.kind == 'openingHours' }", hasSize(4))
        .body("sessions", hasSize(3));
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void chosen_dates_stand_on_a_public_holiday_and_it_is_said() {
    Map<String, Object> wished =
        form(
            "rrule",
            "FREQ=DAILY;COUNT=1",
            "firstDate",
            "2026-12-25",
            "openOnHolidays",
            true,
            "exceptions",
            List.of(Map.of("date", "2027-01-01", "kind", "added")));
    preview(Map.of("form", wished, "weeks", 6))
        .statusCode(200)
        .body("sessions.date", contains("2026-12-25", "2027-01-01"))
        .body(
            "conflicts.findAll { it.kind == 'holiday' }.date", contains("2026-12-25", "2027-01-01"))
        .body("conflicts.findAll { it.kind == 'holiday' }.severity", everyItem(equalTo("warning")));
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void more_counters_than_the_house_has_are_a_conflict() {
    timetable.change(
        "insert into counter (site_id, name, position, serves) values ("
            + site.id()
            + ", 'Guichet 1', 1, 'all')");
    preview(Map.of("form", form("rrule", "FREQ=WEEKLY;BYDAY=TU", "from", "11:00"), "weeks", 1))
        .statusCode(200)
        .body("conflicts.kind", hasItems("counter", "samePartner"))
        .body("conflicts.find { it.kind == 'counter' }.permanenceId", equalTo(series.id() + ""));
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_preview_names_who_is_touched_with_the_nearest_slots_after_the_change() {
    String ref = booked(TUESDAY, "09:00");
    booked(TUESDAY, "11:00");
    preview(body("all", null, form("from", "10:00", "to", "13:00")))
        .statusCode(200)
        .body("touched.reference", contains(ref))
        .body("touched[0].firstName", equalTo("Jeanne"))
        .body("touched[0].procedure.code", equalTo("rsa"))
        .body("touched[0].sessionId", notNullValue())
        .body("touched[0].proposals.start[0]", equalTo("2026-11-24T10:00:00+01:00"))
        .body("touched[0].proposals", hasSize(3))
        .body("sessions[0].sessionId", notNullValue());
    free(TUESDAY).body("items", hasSize(4));
    booking(ref).body("status", equalTo("booked"));
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void two_people_are_not_proposed_the_same_place_first() {
    booked(TUESDAY, "09:00");
    booked(TUESDAY, "09:30");
    List<String> first =
        preview(body("all", null, form("from", "14:00", "to", "17:00")))
            .statusCode(200)
            .body("touched.proposals.id.flatten()", everyItem(startsWith("new-")))
            .extract()
            .path("touched.collect { it.proposals[0].id }");
    assertThat(first).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_change_without_a_decision_for_everybody_changes_nothing() {
    String one = booked(TUESDAY, "09:00");
    String two = booked(THURSDAY, "09:30");
    change(0, body("all", null, form("from", "10:00")), decide(one, "cancel"))
        .statusCode(409)
        .body("type", endsWith("decisions-missing"))
        .body("touched.reference", contains(two))
        .body("touched[0].proposals", not(empty()));
    booking(one).body("status", equalTo("booked"));
    free(TUESDAY).body("items", hasSize(5));
    nothingIsLost();
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void keep_move_and_fall_each_do_what_they_say() {
    String kept = booked(TUESDAY, "09:00");
    String moved = booked(TUESDAY, "09:30");
    String cancelledByHouse = booked(THURSDAY, "09:00");
    String stays = booked(THURSDAY, "11:00");
    long sessions = slots.count("session");
    Map<String, Object> body = body("all", null, form("from", "10:00", "to", "12:30"));
    body.put("reason", "Nouveaux horaires");
    String proposal =
        preview(body("all", null, form("from", "10:00", "to", "12:30")))
            .extract()
            .path("touched.find { it.reference == '" + moved + "' }.proposals[0].id");
    change(0, body, decide(kept, "keep"), move(moved, proposal), decide(cancelledByHouse, "cancel"))
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("kept", is(1))
        .body("moved", is(1))
        .body("cancelled", is(1))
        .body("impact.toCall", is(1))
        .body("permanence.from", equalTo("10:00"))
        .body("also", nullValue());
    booking(kept).body("start", equalTo("2026-11-24T09:00:00+01:00"));
    booking(moved).body("start", containsString("2026-11-24T1")).body("status", equalTo("booked"));
    booking(cancelledByHouse)
        .body("status", equalTo("cancelled"))
        .body("cancelledByHouse.reason", equalTo("Nouveaux horaires"))
        .body("cancelledByHouse.proposals", not(empty()));
    booking(stays).body("start", equalTo("2026-11-26T11:00:00+01:00"));
    assertThat(slots.starts(series, "s.closed = true")).containsExactly(at(TUESDAY, "09:00"));
    assertThat(slots.count("session")).isEqualTo(sessions);
    nothingIsLost();
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void everybody_may_move_by_ten_minutes_into_slots_that_overlap_the_old_ones() {
    List<String> refs = List.of(booked(TUESDAY, "09:00"), booked(TUESDAY, "09:30"));
    change(
            0,
            body("all", null, form("from", "09:10", "to", "12:10")),
            move(refs.get(0), FutureSlot.id(at(TUESDAY, "09:10"))),
            move(refs.get(1), FutureSlot.id(at(TUESDAY, "09:40"))))
        .statusCode(200)
        .body("moved", is(2));
    booking(refs.get(0)).body("start", equalTo("2026-11-24T09:10:00+01:00"));
    booking(refs.get(1)).body("start", equalTo("2026-11-24T09:40:00+01:00"));
    free(TUESDAY).body("items", hasSize(4));
    assertThat(slots.starts(series, "s.closed = true")).isEmpty();
    nothingIsLost();
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_move_to_a_taken_slot_names_the_booking_and_changes_nothing() {
    String one = booked(TUESDAY, "09:00");
    String taken = booked(TUESDAY, "11:00");
    change(0, body("all", null, form("from", "10:00")), move(one, slot(TUESDAY, "11:00")))
        .statusCode(409)
        .body("type", endsWith("slot-taken"))
        .body("errors.field", contains("decisions." + one + ".slotId"));
    change(0, body("all", null, form("from", "10:00")), move(one, "new-1"))
        .statusCode(409)
        .body("type", endsWith("slot-closed"));
    change(0, body("all", null, form("from", "10:00")), move(one, "987654321"))
        .statusCode(409)
        .body("type", endsWith("slot-closed"));
    booking(one).body("start", equalTo("2026-11-24T09:00:00+01:00"));
    booking(taken).body("status", equalTo("booked"));
    assertThat(slots.starts(series, "s.closed = true")).isEmpty();
    nothingIsLost();
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void this_and_following_cuts_the_series_and_keeps_sessions_slots_and_bookings() {
    LocalDate cut = TUESDAY.plusWeeks(1);
    String before = booked(THURSDAY, "09:00");
    String after = booked(cut, "09:30");
    String cancelled = booked(cut, "10:00");
    api().post("/bookings/{r}/cancellation", cancelled).then().statusCode(200);
    String slot = slot(cut, "09:30");
    long sessions = timetable.number("select sum(id) from session");
    long rows = timetable.number("select sum(id) from slot");
    String also =
        change(0, body("following", cut, form("noticeMinutes", 120, "titleFr", "Bis")))
            .statusCode(200)
            .body("permanence.untilDate", equalTo("2026-11-30"))
            .body("permanence.titleFr", nullValue())
            .body("also.firstDate", equalTo("2026-12-01"))
            .body("also.followsId", equalTo(series.id() + ""))
            .body("also.titleFr", equalTo("Bis"))
            .body("kept", is(0))
            .extract()
            .path("also.id");
    assertThat(timetable.number("select sum(id) from session")).isEqualTo(sessions);
    assertThat(timetable.number("select sum(id) from slot")).isEqualTo(rows);
    booking(before).body("status", equalTo("booked"));
    booking(after).body("slotId", equalTo(slot));
    assertThat(timetable.number("select count(*) from booking where permanence_id = " + also))
        .isEqualTo(2);
    free(cut).body("items", hasSize(5));
    book(slots.id(series, at(THURSDAY, "10:00")) + "").then().statusCode(201);
    nothingIsLost();
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_cut_keeps_every_second_week_and_local_times_over_summer_time_and_easter_monday() {
    clock.set(Instant.parse("2027-03-01T07:00:00Z"));
    series =
        fixtures
            .permanence(site, caf, rsa)
            .rrule("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE")
            .days(LocalDate.of(2027, 3, 1), null)
            .materialised();
    List<Instant> before = slots.starts(series, "1 = 1");
    LocalDate cut = LocalDate.of(2027, 3, 15);
    String ref = booked(LocalDate.of(2027, 3, 31), "09:00");
    Map<String, Object> form =
        form("rrule", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE", "firstDate", "2027-03-01");
    String also = change(0, body("following", cut, form)).statusCode(200).extract().path("also.id");
    assertThat(timetable.number("select count(*) from slot")).isGreaterThan(before.size());
    for (Instant start : before) {
      assertThat(
              timetable.number(
                  "select count(*) from slot where permanence_id in ("
                      + series.id()
                      + ", "
                      + also
                      + ") and start_at = timestamp with time zone '"
                      + start
                      + "'"))
          .isEqualTo(1);
    }
    form.put("from", "10:00");
    form.put("firstDate", "2027-03-15");
    Map<String, Object> later = body("all", null, form);
    later.put("permanenceId", also);
    change(0, later, move(ref, FutureSlot.id(at(LocalDate.of(2027, 3, 31), "10:00"))))
        .statusCode(200);
    booking(ref).body("start", equalTo("2027-03-31T10:00:00+02:00"));
    free(LocalDate.of(2027, 3, 29)).body("items", hasSize(0));
    free(LocalDate.of(2027, 3, 17))
        .body("items.start", hasItem("2027-03-17T10:00:00+01:00"))
        .body("items.start", not(hasItem("2027-03-17T09:30:00+01:00")));
    free(LocalDate.of(2027, 4, 12)).body("items.start[0]", equalTo("2027-04-12T10:00:00+02:00"));
    nothingIsLost();
  }

  /** As the editor sends it: every week until a day, and the weeks off as days that are skipped. */
  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void two_weeks_in_three_keep_their_turn_and_local_times_over_summer_time_and_easter_monday() {
    clock.set(Instant.parse("2027-03-01T07:00:00Z"));
    Map<String, Object> form =
        form(
            "rrule",
            "FREQ=WEEKLY;BYDAY=MO,WE",
            "firstDate",
            "2027-03-01",
            "untilDate",
            "2027-05-02",
            "exceptions",
            Stream.of(
                    "2027-03-15",
                    "2027-03-17",
                    "2027-04-05",
                    "2027-04-07",
                    "2027-04-26",
                    "2027-04-28")
                .map(day -> Map.of("date", day, "kind", "skipped"))
                .toList());
    String made =
        api()
            .contentType(ContentType.JSON)
            .body(form)
            .post("/permanences")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    assertThat(starts(List.of(made)))
        .containsExactly(
            "2027-03-01T09:00:00+01:00",
            "2027-03-03T09:00:00+01:00",
            "2027-03-08T09:00:00+01:00",
            "2027-03-10T09:00:00+01:00",
            "2027-03-22T09:00:00+01:00",
            "2027-03-24T09:00:00+01:00",
            // 29 March is Easter Monday.
            "2027-03-31T09:00:00+02:00",
            "2027-04-12T09:00:00+02:00",
            "2027-04-14T09:00:00+02:00",
            "2027-04-19T09:00:00+02:00",
            "2027-04-21T09:00:00+02:00");
    form.put("from", "10:00");
    Map<String, Object> later = body("following", LocalDate.of(2027, 3, 24), form);
    later.put("permanenceId", made);
    String also = change(0, later).statusCode(200).extract().path("also.id");
    assertThat(starts(List.of(made, also)))
        .containsExactly(
            "2027-03-01T09:00:00+01:00",
            "2027-03-03T09:00:00+01:00",
            "2027-03-08T09:00:00+01:00",
            "2027-03-10T09:00:00+01:00",
            "2027-03-22T09:00:00+01:00",
            "2027-03-24T10:00:00+01:00",
            "2027-03-31T10:00:00+02:00",
            "2027-04-12T10:00:00+02:00",
            "2027-04-14T10:00:00+02:00",
            "2027-04-19T10:00:00+02:00",
            "2027-04-21T10:00:00+02:00");
    nothingIsLost();
  }

  private List<String> starts(List<String> permanences) {
    List<String> starts = new ArrayList<>();
    for (String from : List.of("2027-03-01", "2027-04-01", "2027-05-01")) {
      List<Map<String, Object>> month =
          api()
              .get(
                  "/sites/{s}/sessions?from={f}&to={t}",
                  site.id(),
                  from,
                  LocalDate.parse(from).plusMonths(1) + "")
              .then()
              .statusCode(200)
              .extract()
              .path("items");
      month.stream()
          .filter(session -> permanences.contains(session.get("permanenceId")))
          .forEach(session -> starts.add((String) session.get("start")));
    }
    return starts;
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void what_is_cut_off_stops_where_the_series_stops() {
    places.someCommunes();
    api()
        .contentType(ContentType.JSON)
        .header("If-Match", "\"0\"")
        .body(Map.of("insee", "14460", "commune", "Moyaux", "place", "Place de la mairie"))
        .put("/permanences/{id}/stop", series.id())
        .then()
        .statusCode(200);
    change(1, body("following", TUESDAY.plusWeeks(1), form("capacity", 2))).statusCode(200);
    change(2, body("one", THURSDAY, form("capacity", 3)))
        .statusCode(200)
        .body("also", notNullValue());
    api()
        .get("/communes/14460/next-sessions?limit=4")
        .then()
        .statusCode(200)
        .body(
            "items.session.start",
            contains(
                "2026-11-24T09:00:00+01:00",
                "2026-11-26T09:00:00+01:00",
                "2026-12-01T09:00:00+01:00",
                "2026-12-03T09:00:00+01:00"))
        .body("items.session.stop.place", everyItem(equalTo("Place de la mairie")));
    api()
        .get("/sites/{id}/sessions?from=2026-11-24&to=2026-12-12", site.id())
        .then()
        .body(
            "items.stop.commune",
            contains("Moyaux", "Moyaux", "Moyaux", "Moyaux", "Moyaux", "Moyaux"));
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void an_occurrence_of_today_that_is_taken_out_is_said_on_the_wall_and_the_page_and_counted() {
    clock.set(at(TUESDAY, "08:00"));
    String ref = booked(TUESDAY, "10:00");
    change(0, body("one", TUESDAY, null), decide(ref, "cancel")).statusCode(200);
    board()
        .body("notices", hasSize(1))
        .body("notices[0].cancelled", equalTo(true))
        .body("notices[0].closed", equalTo(false))
        .body("notices[0].partner.id", equalTo(caf.id() + ""))
        .body("seq", is(1));
    api()
        .get("/sites/{id}/sessions?from=2026-11-24&to=2026-11-25", site.id())
        .then()
        .body("items.state", contains("cancelled"));
    api()
        .get("/sites/{id}/session-report?from=2026-11-24&to=2026-11-25", site.id())
        .then()
        .statusCode(200)
        .body("sessions.total", is(1))
        .body("sessions.cancelled", is(1));
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void nobody_stays_in_an_occurrence_that_is_taken_out_or_moved_to_another_day() {
    String ref = booked(TUESDAY, "10:00");
    String other = booked(TUESDAY, "11:00");
    for (Map<String, Object> form :
        Arrays.asList(null, form("firstDate", "2026-11-25", "from", "09:00"))) {
      Map<String, Object> body = body("one", TUESDAY, form);
      preview(body).body("touched.mayKeep", contains(false, false));
      change(0, body, decide(ref, "keep"), move(other, slot(TUESDAY, "11:00")))
          .statusCode(409)
          .body("type", endsWith("conflict"))
          .body(
              "errors.field",
              contains("decisions." + ref + ".decision", "decisions." + other + ".decision"));
    }
    booking(ref).body("status", equalTo("booked"));
    nothingIsLost();
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void somebody_stays_in_one_that_only_gets_other_hours_and_its_partner_still_has_it() {
    String ref = booked(TUESDAY, "09:00");
    Map<String, Object> later = body("one", TUESDAY, form("from", "10:00", "to", "12:30"));
    preview(later).body("touched.mayKeep", contains(true));
    change(0, later, decide(ref, "keep")).statusCode(200).body("kept", is(1));
    api()
        .get("/sites/{id}/sessions?from=2026-11-24&to=2026-11-25", site.id())
        .then()
        .body("items.state", contains("planned"));
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void todays_occurrence_leaves_a_trace_even_if_nobody_was_booked_and_another_days_none() {
    clock.set(at(TUESDAY, "08:00"));
    change(0, body("one", TUESDAY, null)).statusCode(200);
    change(1, body("one", THURSDAY, null)).statusCode(200);
    board().body("notices", hasSize(1)).body("notices[0].cancelled", equalTo(true));
    api()
        .get("/sites/{id}/sessions?from=2026-11-24&to=2026-11-28", site.id())
        .then()
        .body("items.state", contains("cancelled"));
  }

  private ValidatableResponse board() {
    return api().get("/sites/{id}/board", site.id()).then().statusCode(200);
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void following_from_the_first_occurrence_is_the_whole_series() {
    change(0, body("following", LocalDate.of(2026, 11, 24), form("from", "10:00")))
        .statusCode(200)
        .body("also", notNullValue());
    series =
        fixtures
            .permanence(site, caf, rsa)
            .rrule("FREQ=DAILY")
            .days(LocalDate.of(2026, 12, 1), null)
            .times("14:00", "15:00")
            .materialised();
    change(
            0,
            body(
                "following",
                LocalDate.of(2026, 12, 1),
                form(
                    "rrule",
                    "FREQ=DAILY",
                    "firstDate",
                    "2026-12-01",
                    "from",
                    "15:00",
                    "to",
                    "16:00")))
        .statusCode(200)
        .body("also", nullValue())
        .body("permanence.from", equalTo("15:00"));
    nothingIsLost();
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void one_occurrence_at_another_time_is_an_exception_and_keeps_its_session() {
    String ref = booked(TUESDAY, "09:00");
    String session =
        preview(body("one", TUESDAY, form("from", "14:00", "to", "16:00")))
            .statusCode(200)
            .body("sessions", hasSize(1))
            .body("sessions[0].slots", hasSize(4))
            .extract()
            .path("touched[0].sessionId");
    change(
            0,
            body("one", TUESDAY, form("from", "14:00", "to", "16:00")),
            move(ref, FutureSlot.id(at(TUESDAY, "14:30"))))
        .statusCode(200)
        .body("also", nullValue())
        .body("permanence.from", equalTo("09:00"))
        .body("permanence.exceptions.kind", contains("skipped", "added"));
    booking(ref).body("start", equalTo("2026-11-24T14:30:00+01:00"));
    assertThat(
            timetable.number(
                "select count(*) from slot where session_id = "
                    + session
                    + " and start_at >= timestamp with time zone '2026-11-24T13:00:00Z'"))
        .isEqualTo(4);
    free(THURSDAY).body("items", hasSize(6));
    change(1, body("one", TUESDAY, form()), move(ref, FutureSlot.id(at(TUESDAY, "09:00"))))
        .statusCode(200)
        .body("permanence.exceptions", empty());
    booking(ref).body("start", equalTo("2026-11-24T09:00:00+01:00"));
    nothingIsLost();
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void one_occurrence_falls_out_with_a_decision_for_each() {
    String ref = booked(TUESDAY, "09:00");
    change(0, body("one", TUESDAY, null)).statusCode(409).body("touched", hasSize(1));
    change(0, body("one", TUESDAY, null), move(ref, slot(THURSDAY, "09:00")))
        .statusCode(200)
        .body("permanence.exceptions.date", contains("2026-11-24"));
    booking(ref).body("start", equalTo("2026-11-26T09:00:00+01:00"));
    free(TUESDAY).body("items", empty());
    assertThat(slots.count("session where local_date = '2026-11-24'")).isZero();
    nothingIsLost();
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void one_occurrence_may_move_to_another_day() {
    change(0, body("one", TUESDAY, form("firstDate", "2026-11-25")))
        .statusCode(200)
        .body("permanence.firstDate", equalTo("2026-11-03"));
    free(TUESDAY).body("items", empty());
    free(TUESDAY.plusDays(1)).body("items", hasSize(6));
    nothingIsLost();
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void one_occurrence_that_differs_in_more_becomes_a_day_of_its_own() {
    String ref = booked(TUESDAY, "09:00");
    String slot = slot(TUESDAY, "09:00");
    change(0, body("one", TUESDAY, form("capacity", 3, "titleFr", "Atelier")))
        .statusCode(200)
        .body("permanence.capacity", is(1))
        .body("also.capacity", is(3))
        .body("also.firstDate", equalTo("2026-11-24"))
        .body("also.untilDate", equalTo("2026-11-24"));
    booking(ref).body("slotId", equalTo(slot));
    free(TUESDAY).body("items.remaining", contains(2, 3, 3, 3, 3, 3));
    free(THURSDAY).body("items.remaining", everyItem(equalTo(1)));
    nothingIsLost();
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_procedure_that_is_no_longer_served_and_a_smaller_capacity_touch_people_too() {
    change(0, body("all", null, form("capacity", 2))).statusCode(200);
    String one = booked(TUESDAY, "09:00");
    String two = booked(TUESDAY, "09:00");
    Map<String, Object> less = body("all", null, form("capacity", 1));
    preview(less).body("touched.reference", hasItems(one, two));
    change(1, less, decide(one, "keep"), decide(two, "keep"))
        .statusCode(409)
        .body("type", endsWith("capacity-below-taken"));
    change(1, less, decide(one, "keep"), move(two, slot(TUESDAY, "09:30"))).statusCode(200);
    booking(two).body("start", equalTo("2026-11-24T09:30:00+01:00"));
    String other = fixtures.procedure("apl", caf, 30).id() + "";
    preview(body("all", null, form("procedures", List.of(other))))
        .body("touched.reference", hasItems(one, two))
        .body("touched.proposals.flatten()", empty());
    change(
            2,
            body("all", null, form("procedures", List.of(other))),
            decide(one, "keep"),
            decide(two, "cancel"))
        .statusCode(200)
        .body("kept", is(1));
    booking(one).body("status", equalTo("booked"));
    nothingIsLost();
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void the_plain_change_is_refused_when_it_touches_somebody_and_else_goes_through() {
    String ref = booked(TUESDAY, "09:00");
    put(0, form("from", "10:00"))
        .statusCode(409)
        .body("type", endsWith("decisions-missing"))
        .body("touched.reference", contains(ref));
    free(TUESDAY).body("items", hasSize(5));
    put(0, form("to", "11:00")).statusCode(200);
    free(TUESDAY).body("items", hasSize(3));
    nothingIsLost();
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void decisions_about_others_and_about_who_cancelled_meanwhile_do_no_harm() {
    String gone = booked(TUESDAY, "09:00");
    api().post("/bookings/{r}/cancellation", gone).then().statusCode(200);
    String untouched = booked(TUESDAY, "11:00");
    change(
            0,
            body("all", null, form("from", "10:00")),
            decide(gone, "cancel"),
            decide(untouched, "cancel"),
            decide("ABCD2346", "keep"))
        .statusCode(200)
        .body("cancelled", is(0));
    booking(untouched).body("status", equalTo("booked"));
    booking(gone).body("cancelledByHouse", nullValue());
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void wrong_requests_are_refused_by_name() {
    change(7, body("all", null, form())).statusCode(412);
    api()
        .contentType(ContentType.JSON)
        .body(body("all", null, form()))
        .post("/permanence-changes")
        .then()
        .statusCode(428);
    change(0, body("following", null, form()))
        .statusCode(400)
        .body("errors.field", contains("date"));
    change(0, body("one", TUESDAY.plusDays(1), form()))
        .statusCode(400)
        .body("errors.field", contains("date"));
    change(0, body("following", TUESDAY.minusWeeks(1), form()))
        .statusCode(400)
        .body("errors.field", contains("date"));
    change(0, body("following", THURSDAY, form("untilDate", "2026-11-24")))
        .statusCode(400)
        .body("errors.field", contains("untilDate"));
    change(0, body("all", null, null)).statusCode(400).body("errors.field", contains("form"));
    change(0, body("all", null, form()), decide("ABCD2346", "move"))
        .statusCode(400)
        .body("errors.field", contains("decisions[0].slotId"));
    preview(Map.of("permanenceId", series.id() + "", "form", form()))
        .statusCode(400)
        .body("errors.field", contains("scope"));
    preview(Map.of("form", form("rrule", "never"))).statusCode(400);
    preview(Map.of("form", form(), "weeks", 14)).statusCode(400);
  }

  @Test
  @TestSecurity(user = "paul", roles = Role.MANAGER)
  void a_manager_of_another_house_finds_nothing() {
    fixtures.agent("paul", AgentRole.manager, fixtures.site("Moyaux"));
    preview(body("all", null, form())).statusCode(404);
    preview(Map.of("form", form())).statusCode(404);
    change(0, body("all", null, form())).statusCode(404);
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void a_clerk_plans_nothing() {
    fixtures.agent("claire", AgentRole.clerk, site);
    preview(body("all", null, form())).statusCode(403);
    change(0, body("all", null, form())).statusCode(403);
  }

  @Test
  void nobody_plans_without_a_login() {
    preview(body("all", null, form())).statusCode(401);
    change(0, body("all", null, form())).statusCode(401);
  }

  private ValidatableResponse put(int version, Object form) {
    return api()
        .contentType(ContentType.JSON)
        .header("If-Match", "\"" + version + "\"")
        .body(form)
        .put("/permanences/{id}", series.id())
        .then();
  }
}
