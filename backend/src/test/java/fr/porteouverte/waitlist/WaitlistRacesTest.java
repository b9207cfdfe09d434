package fr.porteouverte.waitlist;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.support.Timetable;
import fr.porteouverte.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ten have the first places of a long day, thirty later ones wait for theirs; all act at once. */
@QuarkusTest
class WaitlistRacesTest extends WaitlistSuite {
  private static final int EARLY = 10;
  private static final int LATE = 30;

  private List<String> day;
  private List<Response> early;
  private List<Response> late;

  @BeforeEach
  void aFullDay() {
    rsa = fixtures.procedure("bref", caf, 15);
    day =
        timetable.add(
            new Timetable.Session(
                moyaux, caf, List.of(rsa), TUESDAY, EARLY + LATE, 15, 1, 0, 91, 60));
    early = new ArrayList<>();
    late = new ArrayList<>();
    for (int i = 0; i < EARLY; i++) {
      early.add(person("early" + i, day.get(i), rsa));
    }
    for (int i = 0; i < LATE; i++) {
      late.add(waiting("late" + i, day.get(EARLY + i), rsa));
    }
  }

  @Test
  void ten_places_that_are_freed_at_once_go_to_ten_of_thirty_in_turn_and_to_no_stranger() {
    List<Callable<Response>> rush = new ArrayList<>();
    for (int i = 0; i < EARLY; i++) {
      Response leaves = early.get(i);
      String place = day.get(i);
      rush.add(() -> book(place, rsa));
      rush.add(() -> cancel(leaves));
      rush.add(() -> book(place, rsa));
    }
    assertThat(statuses(Together.run(rush))).isEqualTo(Map.of(200, 10L, 409, 20L));
    assertThat(bookings()).isEqualTo(LATE);
    assertThat(seats()).isEqualTo(LATE + EARLY);
    eachPlaceAndEachPersonHasAtMostOneOffer();
    for (int i = 0; i < LATE; i++) {
      assertThat(look(late.get(i)).<Object>path("offer") != null).isEqualTo(i < EARLY);
    }
  }

  @Test
  void people_take_refuse_leave_and_let_expire_while_places_are_given_on() {
    early.forEach(this::cancel);
    List<Callable<Response>> rush = new ArrayList<>();
    for (int i = 0; i < EARLY; i++) {
      Response made = late.get(i);
      Response offered = look(made);
      rush.add(
          switch (i % 5) {
            case 0, 1 ->
                () -> move(made, offered.path("offer.slot.id"), offered.path("offer.holdId"));
            case 2 -> () -> refuse(made);
            case 3 -> () -> cancel(made);
            default -> () -> mine(made).delete(path(made, "waitlist-entry"));
          });
      Response other = late.get(LATE - 1 - i);
      String place = day.get(i);
      rush.add(() -> book(place, rsa));
      rush.add(() -> cancel(other));
    }
    clock.advance(Duration.ofMinutes(45));
    rush.add(this::round);
    rush.add(this::round);
    var answers = Together.run(rush).stream().filter(answer -> answer != null).toList();
    assertThat(statuses(answers).keySet()).isSubsetOf(200, 409);
    eachPlaceAndEachPersonHasAtMostOneOffer();
    rounds.run();
    long live = timetable.number("select count(*) from waitlist_offer where live");
    assertThat(seats()).isEqualTo(bookings() + live);
    eachPlaceAndEachPersonHasAtMostOneOffer();
    assertThat(
            timetable.number(
                "select count(*) from booking b where b.state = 'booked' and not exists (select 1"
                    + " from seat s where s.booking_id = b.id and s.slot_id = b.slot_id)"))
        .as("bookings without their place")
        .isZero();
    assertThat(
            timetable.number(
                "select count(*) from waitlist_offer o join booking b on b.id = o.booking_id where"
                    + " o.live and (b.state <> 'booked' or b.start_at <= o.start_at)"))
        .as("offers to people who need none")
        .isZero();
  }

  private Response round() {
    rounds.run();
    return null;
  }

  private void eachPlaceAndEachPersonHasAtMostOneOffer() {
    for (String key : List.of("slot_id", "booking_id")) {
      assertThat(
              timetable.number(
                  "select coalesce(max(n), 0) from (select count(*) n from waitlist_offer where live"
                      + " group by "
                      + key
                      + ") c"))
          .isLessThanOrEqualTo(1);
    }
    assertThat(timetable.number("select max(taken) from slot")).isEqualTo(1);
  }

  private static Map<Integer, Long> statuses(List<Response> answers) {
    return answers.stream().collect(groupingBy(Response::statusCode, counting()));
  }
}
