package fr.porteouverte.cancellation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.booking.BookingSuite;
import fr.porteouverte.support.Timetable;
import fr.porteouverte.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/**
 * A session of twelve bookings is cancelled, or its house closes, while others book, cancel, move,
 * come again, and arrive.
 */
@TestSecurity(user = "sophie", roles = Role.PARTNER)
@QuarkusTest
class SessionCancellationRacesTest extends BookingSuite {
  private List<String> six;
  private List<String> later;
  private String session;

  @BeforeEach
  void twoSessionsForThreeAtOnce() {
    timetable.change("delete from slot");
    six = timetable.add(Timetable.Session.of(moyaux, caf, TUESDAY, 6, rsa).capacity(3));
    later =
        timetable.add(
            Timetable.Session.of(moyaux, caf, TUESDAY.plus(Duration.ofDays(2)), 6, rsa)
                .capacity(9));
    session =
        timetable.text("select cast(session_id as varchar) from slot where id = " + six.get(0));
    fixtures.partnerAgent("sophie", caf);
    fixtures.agent("marc", AgentRole.manager, moyaux);
  }

  @RepeatedTest(3)
  void nobody_survives_unnoticed_and_nobody_is_told_twice() {
    List<Response> twelve = twelve();
    List<Callable<Response>> rush = crowd(twelve);
    rush.add(8, this::cancelSession);
    rush.add(4, this::cancelSession);

    List<Response> answers = Together.run(rush);

    assertThat(timetable.text("select state from session where id = " + session))
        .isEqualTo("cancelled");
    assertThat(answers.stream().map(Response::asString).filter(one -> one.contains("\"toCall\"")))
        .as("two cancellations hear the same")
        .hasSize(2);
    assertThat(
            timetable.number(
                "select count(*) from session_event where kind = 'cancelled' and session_id = "
                    + session))
        .as("one of them did it")
        .isEqualTo(1);
    nobodyIsForgotten(answers);
    assertThat(seats()).isEqualTo(bookings());
  }

  @RepeatedTest(3)
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_house_that_closes_forgets_nobody_either_nor_who_just_said_that_they_come() {
    List<Callable<Response>> rush = crowd(twelve());
    rush.add(7, () -> api().post("/sessions/" + session + "/confirmation"));
    rush.add(8, this::closeHouse);

    List<Response> answers = Together.run(rush);

    nobodyIsForgotten(answers);
    assertThat(timetable.number("select count(*) from session where withdrawn")).isEqualTo(1);
    assertThat(
            timetable.number(
                "select count(*) from session s where s.withdrawn and s.state = 'confirmed' and not"
                    + " exists (select 1 from session_event e where e.session_id = s.id and e.kind"
                    + " = 'withdrawn')"))
        .as("partners who said that they come and heard nothing")
        .isZero();
    assertThat(seats()).isEqualTo(bookings());
  }

  @RepeatedTest(3)
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void who_arrives_while_the_session_is_cancelled_is_in_or_falls() {
    everybodyArrivesDuring(this::cancelSession);
  }

  @RepeatedTest(3)
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void who_arrives_while_the_house_closes_is_in_or_falls() {
    everybodyArrivesDuring(this::closeHouse);
  }

  private void everybodyArrivesDuring(Callable<Response> end) {
    List<Response> twelve = twelve();
    clock.set(TUESDAY.minus(Duration.ofMinutes(5)));
    List<Callable<Response>> rush = new ArrayList<>();
    twelve.forEach(made -> rush.add(() -> arrived(made)));
    six.forEach(slot -> rush.add(() -> referred(slot)));
    rush.add(9, () -> late(20));
    rush.add(6, end);

    List<Response> answers = Together.run(rush);

    nobodyIsForgotten(answers);
    assertThat(timetable.number("select count(*) from booking where state = 'arrived'"))
        .as("each with a number")
        .isEqualTo(timetable.number("select count(*) from ticket"));
    long late = answers.stream().filter(a -> a.asString().contains("\"lateMinutes\":20")).count();
    assertThat(timetable.number("select count(*) from queue_event where kind = 'sessionChanged'"))
        .as("changes that the screens heard of")
        .isEqualTo(1 + late);
    assertThat(timetable.number("select count(*) from queue_event"))
        .as("without a gap")
        .isEqualTo(timetable.number("select max(seq) from queue_event"));
  }

  private List<Response> twelve() {
    List<Response> twelve = new ArrayList<>();
    for (String slot : six) {
      twelve.add(book(slot, rsa));
      twelve.add(book(slot, rsa));
    }
    assertThat(twelve).allMatch(made -> made.statusCode() == 201);
    return twelve;
  }

  /** Who books, cancels and moves meanwhile. */
  private List<Callable<Response>> crowd(List<Response> twelve) {
    List<Callable<Response>> rush = new ArrayList<>();
    for (String slot : six) {
      rush.add(() -> book(slot, rsa));
      rush.add(() -> book(slot, rsa));
    }
    rush.add(2, () -> cancelled(twelve.get(0)));
    rush.add(3, () -> cancelled(twelve.get(11)));
    rush.add(6, () -> moved(twelve.get(1), later.get(0)));
    rush.add(9, () -> moved(twelve.get(10), later.get(1)));
    rush.add(5, () -> moved(twelve.get(5), six.get(0)));
    return rush;
  }

  private void nobodyIsForgotten(List<Response> answers) {
    assertThat(answers).extracting(Response::statusCode).isSubsetOf(200, 201, 404, 409);
    assertThat(
            timetable.number(
                "select count(*) from booking b where b.state = 'booked' and b.start_at < (select"
                    + " end_at from session where id = "
                    + session
                    + ")"))
        .as("appointments that stand in it")
        .isZero();
    assertThat(
            timetable.number(
                "select count(*) from seat s join slot l on l.id = s.slot_id join booking b on"
                    + " b.id = s.booking_id where b.state <> 'arrived' and l.session_id = "
                    + session))
        .as("places kept in it")
        .isZero();
    long cancelledByHouse =
        timetable.number("select count(*) from booking_event where kind = 'cancelledByHouse'");
    assertThat(timetable.number("select count(*) from outbox where kind = 'cancelledByHouse'"))
        .as("things to tell: one for each who fell")
        .isEqualTo(cancelledByHouse);
    assertThat(
            timetable.number(
                "select count(*) from (select booking_id from outbox where kind = 'cancelledByHouse' group by"
                    + " booking_id having count(*) > 1) twice"))
        .as("people told twice")
        .isZero();
    assertThat(
            timetable.number(
                "select count(*) from booking b where not exists (select 1 from booking_event e where"
                    + " e.booking_id = b.id and e.kind in ('cancelledByHouse', 'cancelled')) and b.state ="
                    + " 'cancelled'"))
        .as("bookings that ended without a word")
        .isZero();
    long made = answers.stream().filter(a -> a.asString().contains("\"secret\"")).count();
    assertThat(timetable.number("select count(*) from booking")).isGreaterThanOrEqualTo(12 + made);
  }

  private Response closeHouse() {
    return api()
        .contentType(ContentType.JSON)
        .body(Map.of("from", "2026-11-24T08:59:00", "to", "2026-11-24T20:00:00", "reason", "Panne"))
        .post("/sites/" + moyaux.id() + "/closures");
  }

  private Response arrived(Response made) {
    return api()
        .contentType(ContentType.JSON)
        .post("/bookings/" + made.path("reference") + "/arrival");
  }

  /** Somebody who is there gets a place and a number: the slots' locks, then the house's turn. */
  private Response referred(String slot) {
    return api()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(booking(slot, rsa))
        .post("/sites/" + moyaux.id() + "/arrivals");
  }

  private Response late(int minutes) {
    return api()
        .contentType(ContentType.JSON)
        .body(Map.of("minutes", minutes))
        .post("/sessions/" + session + "/delay");
  }

  private Response cancelSession() {
    return api()
        .contentType(ContentType.JSON)
        .body(Map.of("reason", "L’agent est empêché."))
        .post("/sessions/" + session + "/cancellation");
  }

  private Response cancelled(Response made) {
    return api()
        .header("Booking-Secret", made.<String>path("secret"))
        .post("/bookings/" + made.path("reference") + "/cancellation");
  }

  private Response moved(Response made, String slot) {
    return api()
        .contentType(ContentType.JSON)
        .header("Booking-Secret", made.<String>path("secret"))
        .body(Map.of("slotId", slot))
        .post("/bookings/" + made.path("reference") + "/reschedule");
  }
}
