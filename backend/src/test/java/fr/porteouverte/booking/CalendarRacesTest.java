package fr.porteouverte.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import fr.porteouverte.database.Transactions;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.permanence.Permanences;
import fr.porteouverte.permanence.RecurrenceRule;
import fr.porteouverte.permanence.Schedule;
import fr.porteouverte.slot.Materialiser;
import fr.porteouverte.support.Together;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** People book while the calendar under them changes. */
@QuarkusTest
class CalendarRacesTest extends BookingSuite {
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 24);

  @Inject EntityManager database;
  @Inject Materialiser materialiser;
  @Inject Permanences permanences;
  @Inject Transactions transactions;

  private Permanence mornings;

  @BeforeEach
  void twoMorningsOfSixSlots() {
    mornings =
        fixtures
            .permanence(moyaux, caf, rsa)
            .days(FIRST, FIRST.plusDays(1))
            .rrule("FREQ=DAILY")
            .capacity(3)
            .materialised();
  }

  @RepeatedTest(3)
  void no_booking_is_lost_or_sold_twice_while_the_hours_change() {
    List<String> slots = slotIds();
    List<Callable<Response>> rush = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      for (String slot : slots) {
        rush.add(() -> book(slot, rsa));
      }
      for (String[] hours :
          new String[][] {{"09:20", "11:20"}, {"10:00", "12:00"}, {"09:00", "12:00"}}) {
        rush.add(
            () -> {
              hours(hours[0], hours[1]);
              return null;
            });
      }
    }
    List<Response> answers = Together.run(rush).stream().filter(a -> a != null).toList();
    assertThat(answers).extracting(Response::statusCode).isSubsetOf(201, 404, 409);
    long made = answers.stream().filter(a -> a.statusCode() == 201).count();
    assertThat(bookings()).isEqualTo(made);
    assertThat(seats())
        .as("each booking has its place, and each row counts its places")
        .isEqualTo(made);
    assertThat(
            timetable.number(
                "select count(*) from booking b join slot s on s.id = b.slot_id"
                    + " where s.start_at <> b.start_at"))
        .as("bookings whose slot is at another time")
        .isZero();
    assertThat(
            timetable.number(
                "select count(*) from slot a join slot b on a.permanence_id = b.permanence_id and"
                    + " a.id < b.id and a.start_at < b.end_at and b.start_at < a.end_at where not"
                    + " (a.closed and b.closed)"))
        .as("open slots that overlap another")
        .isZero();
  }

  @Test
  void a_hold_whose_slot_closes_meanwhile_is_refused_and_sees_what_is_left() {
    String nine = slotIds().get(0);
    String hold = hold(nine, rsa).then().statusCode(201).extract().path("id");
    hours("10:00", "12:00");
    Map<String, Object> held = new HashMap<>(booking(nine, rsa));
    held.put("holdId", hold);
    api()
        .contentType(ContentType.JSON)
        .body(held)
        .post("/bookings")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/slot-closed"))
        .body("alternatives.id", not(empty()))
        .body("alternatives.id", not(hasItem(nine)));
    assertThat(bookings()).isZero();
  }

  private void hours(String from, String to) {
    transactions.run(
        () -> {
          Permanence permanence = permanences.lock(mornings.id());
          permanence.schedule(
              new Schedule(
                  RecurrenceRule.parse("FREQ=DAILY"),
                  FIRST,
                  FIRST.plusDays(1),
                  LocalTime.parse(from),
                  LocalTime.parse(to),
                  false));
          materialiser.again(mornings.id());
        });
  }

  private List<String> slotIds() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                database
                    .createQuery(
                        "select s.id from Slot s where s.permanenceId = :p order by s.start",
                        Long.class)
                    .setParameter("p", mornings.id())
                    .getResultStream()
                    .map(String::valueOf)
                    .toList());
  }
}
