package fr.porteouverte.event;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.access.Role;
import fr.porteouverte.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** A workshop is booked like everything else. */
@QuarkusTest
class WorkshopBookingTest extends EventSuite {

  private Response book(EventSessionView workshop, String name) {
    return api()
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "slotId", workshop.slotId(),
                "procedureId", workshop.procedureId(),
                "visitor", Map.of("firstName", name, "lastName", "Lefèvre")))
        .post("/bookings");
  }

  @Test
  void twelve_seats_and_thirty_people_at_once_make_twelve_bookings() {
    EventSessionView workshop = workshop(week(true), moyaux, 12);
    List<Callable<Response>> rush = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String name = "Personne " + i;
      rush.add(() -> book(workshop, name));
    }
    assertThat(Together.run(rush).stream().collect(groupingBy(Response::statusCode, counting())))
        .isEqualTo(Map.of(201, 12L, 409, 18L));
    assertThat(timetable.number("select count(*) from booking where state = 'booked'"))
        .isEqualTo(12);
    assertThat(timetable.number("select taken from slot")).isEqualTo(12);
    api()
        .get("/events/portes-ouvertes")
        .then()
        .statusCode(200)
        .body("sessions[0].capacity", equalTo(12))
        .body("sessions[0].remaining", equalTo(0));
    api()
        .get("/sites/" + moyaux.id() + "/next-sessions")
        .then()
        .body("items[0].remaining", equalTo(0));
  }

  @Test
  void a_seat_lasts_as_long_as_the_workshop_and_is_free_again_when_given_back() {
    EventSessionView workshop = workshop(week(true), moyaux, 2);
    Response booked = book(workshop, "Jeanne");
    booked
        .then()
        .statusCode(201)
        .body("start", equalTo("2026-12-08T14:00:00+01:00"))
        .body("end", equalTo("2026-12-08T16:00:00+01:00"))
        .body("procedure.title.fr", equalTo("L’espace famille"));
    api().get("/events").then().body("items[0].sessions[0].remaining", equalTo(1));
    api()
        .header("Booking-Secret", booked.<String>path("secret"))
        .post("/bookings/" + booked.path("reference") + "/cancellation")
        .then()
        .statusCode(200);
    api().get("/events").then().body("items[0].sessions[0].remaining", equalTo(2));
  }

  @Test
  void a_hold_that_expired_is_no_seat_taken() {
    EventSessionView workshop = workshop(week(true), moyaux, 2);
    api()
        .contentType(ContentType.JSON)
        .body(Map.of("slotId", workshop.slotId(), "procedureId", workshop.procedureId()))
        .post("/holds")
        .then()
        .statusCode(201);
    api().get("/events").then().body("items[0].sessions[0].remaining", equalTo(1));
    clock.advance(java.time.Duration.ofHours(1));
    api().get("/events").then().body("items[0].sessions[0].remaining", equalTo(2));
  }

  @Test
  @TestSecurity(user = "admin", roles = Role.ADMIN)
  void a_workshop_that_somebody_booked_is_called_off_not_removed() {
    EventSessionView workshop = workshop(week(true), moyaux, 2);
    book(workshop, "Jeanne").then().statusCode(201);
    api()
        .delete("/events/portes-ouvertes/workshops/" + workshop.permanenceId())
        .then()
        .statusCode(409);
    api().delete("/events/portes-ouvertes").then().statusCode(409);
    post("/sessions/" + workshop.sessionId() + "/cancellation", Map.of("reason", "Panne"))
        .statusCode(200);
    api()
        .get("/events/portes-ouvertes")
        .then()
        .body("sessions[0].state", equalTo("cancelled"))
        .body("sessions[0].remaining", equalTo(0))
        .body("sessions[0].slotId", nullValue());
  }

  @Test
  @TestSecurity(user = "admin", roles = Role.ADMIN)
  void the_figures_say_who_came_by_the_last_word_on_each() {
    EventSessionView first = workshop(week(true), moyaux, 12);
    List<Long> ids = new ArrayList<>();
    for (String name : List.of("Anne", "Brice", "Cécile", "Denis", "Élise")) {
      String reference = book(first, name).then().statusCode(201).extract().path("reference");
      ids.add(timetable.number("select id from booking where reference = '" + reference + "'"));
    }
    clock.set(Instant.parse("2026-12-08T16:00:00Z"));
    mark(ids.get(0), 1, "attended");
    mark(ids.get(1), 1, "attended");
    mark(ids.get(1), 2, "absent");
    mark(ids.get(2), 1, "excused");
    timetable.change("update booking set state = 'cancelled' where id = " + ids.get(3));
    ticket(first, 1, "done");
    ticket(first, 2, "left");
    api()
        .get("/events/portes-ouvertes/figures")
        .then()
        .statusCode(200)
        .body("sessions", hasSize(1))
        .body("total.places", equalTo(12))
        .body("total.booked", equalTo(4))
        .body("total.attended", equalTo(1))
        .body("total.absent", equalTo(1))
        .body("total.excused", equalTo(1))
        .body("total.unmarked", equalTo(1))
        .body("total.walkIns", equalTo(1))
        .body("sessions[0].figures.booked", equalTo(4));
  }

  /** Somebody who came without a booking. */
  private void ticket(EventSessionView workshop, int number, String state) {
    timetable.change(
        String.format(
            "insert into ticket (public_id, site_id, local_date, series, number, state, origin,"
                + " procedure_id, permanence_id, arrived_at) values ('t%1$d', %2$s,"
                + " date '2026-12-08', 'A', %1$d, '%3$s', 'walkIn', %4$s, %5$s,"
                + " timestamp with time zone '2026-12-08 13:00:00+00:00')",
            number, workshop.siteId(), state, workshop.procedureId(), workshop.permanenceId()));
  }

  private void mark(long booking, int version, String outcome) {
    timetable.change("update attendance set standing = null where booking_id = " + booking);
    timetable.change(
        "insert into attendance (booking_id, site_id, local_date, visited_at, channel, version,"
            + " outcome, standing, at, actor) select b.id, b.site_id, date '2026-12-08', b.start_at,"
            + " 'counter', "
            + version
            + ", '"
            + outcome
            + "', true, timestamp with time zone '2026-12-08 16:00:00+00:00', 'test' from booking b"
            + " where b.id = "
            + booking);
  }

  @Test
  @TestSecurity(user = "admin", roles = Role.ADMIN)
  void what_was_taken_back_counts_no_more() {
    EventSessionView first = workshop(week(true), moyaux, 12);
    for (String name : List.of("Anne", "Brice")) {
      book(first, name).then().statusCode(201);
    }
    long anne = timetable.number("select min(id) from booking");
    clock.set(Instant.parse("2026-12-08T13:30:00Z"));
    api().post("/sessions/" + first.sessionId() + "/all-present").then().statusCode(200);
    figures(2, 0);
    api().post("/sessions/" + first.sessionId() + "/all-present/undo").then().statusCode(200);
    figures(0, 2);
    mark(anne, 2, "attended");
    figures(1, 1);
  }

  private void figures(int attended, int unmarked) {
    api()
        .get("/events/portes-ouvertes/figures")
        .then()
        .statusCode(200)
        .body("total.booked", equalTo(2))
        .body("total.attended", equalTo(attended))
        .body("total.unmarked", equalTo(unmarked));
  }
}
