package fr.porteouverte.booking;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.access.Role;
import fr.porteouverte.support.Timetable;
import fr.porteouverte.support.Together;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/** A session of twelve bookings is cancelled while others book, cancel, move, and come again. */
@TestSecurity(user = "sophie", roles = Role.PARTNER)
abstract class SessionFallRacesSuite extends BookingSuite {
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
  }

  @RepeatedTest(3)
  void nobody_survives_unnoticed_and_nobody_is_told_twice() {
    List<Response> twelve = new ArrayList<>();
    for (String slot : six) {
      twelve.add(book(slot, rsa));
      twelve.add(book(slot, rsa));
    }
    assertThat(twelve).allMatch(made -> made.statusCode() == 201);
    List<Callable<Response>> rush = new ArrayList<>();
    for (String slot : six) {
      rush.add(() -> book(slot, rsa));
      rush.add(() -> book(slot, rsa));
    }
    rush.add(8, this::cancelSession);
    rush.add(4, this::cancelSession);
    rush.add(2, () -> cancelled(twelve.get(0)));
    rush.add(3, () -> cancelled(twelve.get(11)));
    rush.add(6, () -> moved(twelve.get(1), later.get(0)));
    rush.add(9, () -> moved(twelve.get(10), later.get(1)));
    rush.add(5, () -> moved(twelve.get(5), six.get(0)));

    List<Response> answers = Together.run(rush);

    assertThat(answers).extracting(Response::statusCode).isSubsetOf(200, 201, 404, 409);
    assertThat(timetable.text("select state from session where id = " + session))
        .isEqualTo("cancelled");
    assertThat(answers.stream().filter(a -> a.asString().contains("\"toCall\"")))
        .as("one of two cancellations did it")
        .hasSize(1);
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
                "select count(*) from seat s join slot l on l.id = s.slot_id where"
                    + " l.session_id = "
                    + session))
        .as("places kept in it")
        .isZero();
    long fallen = timetable.number("select count(*) from booking_event where kind = 'fallen'");
    assertThat(fallen).isPositive();
    assertThat(timetable.number("select count(*) from outbox where kind = 'fallen'"))
        .as("things to tell: one for each who fell")
        .isEqualTo(fallen);
    assertThat(
            timetable.number(
                "select count(*) from (select booking_id from outbox where kind = 'fallen' group by"
                    + " booking_id having count(*) > 1) twice"))
        .as("people told twice")
        .isZero();
    assertThat(
            timetable.number(
                "select count(*) from booking b where not exists (select 1 from booking_event e where"
                    + " e.booking_id = b.id and e.kind in ('fallen', 'cancelled')) and b.state <>"
                    + " 'booked'"))
        .as("bookings that ended without a word")
        .isZero();
    long made = 12 + answers.stream().filter(a -> a.statusCode() == 201).count();
    assertThat(timetable.number("select count(*) from booking")).isEqualTo(made);
    assertThat(seats()).isEqualTo(bookings());
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
