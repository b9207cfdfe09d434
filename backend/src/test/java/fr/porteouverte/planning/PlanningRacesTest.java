package fr.porteouverte.planning;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.access.Role;
import fr.porteouverte.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.RepeatedTest;

/** The manager changes a series while people book in it. */
@QuarkusTest
class PlanningRacesTest extends PlanningBase {
  private static final int ATTEMPTS = 40;

  /** The last decision that was carried out about a booking. */
  private final Map<String, String> decided = new ConcurrentHashMap<>();

  @RepeatedTest(2)
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void nobody_who_books_while_the_hours_change_is_left_without_a_decision() {
    race(() -> changed(body("all", null, form("from", "09:20", "to", "12:20"))));
    assertThat(
            timetable.number("select count(*) from permanence where from_time = time '09:20:00'"))
        .isEqualTo(1);
  }

  @RepeatedTest(2)
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void nobody_is_lost_while_the_series_is_cut_in_two() {
    race(
        () ->
            changed(
                body("following", THURSDAY, form("from", "10:00", "to", "12:30", "capacity", 2))));
    assertThat(timetable.number("select count(*) from permanence")).isEqualTo(2);
    assertThat(
            timetable.number(
                "select count(*) from session e join permanence p on p.id = e.permanence_id"
                    + " where (p.follows_id is not null) <> (e.local_date >= date '2026-11-26')"))
        .isZero();
  }

  @RepeatedTest(2)
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void nobody_is_lost_while_a_day_falls_out_and_people_move_to_it() {
    List<String> others = new ArrayList<>();
    for (String time : List.of("09:00", "09:30", "10:00", "10:30")) {
      others.add(booked(THURSDAY, time));
    }
    List<Callable<Integer>> acts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String ref = others.get(i);
      String slot = slot(TUESDAY, List.of("09:00", "09:30", "10:00", "10:30").get(i));
      acts.add(
          () ->
              api()
                  .contentType("application/json")
                  .body(Map.of("slotId", slot))
                  .post("/bookings/{r}/reschedule", ref)
                  .statusCode());
    }
    acts.add(() -> changed(body("one", TUESDAY, null)));
    Together.run(acts);
    theTruthAfterwards();
    assertThat(timetable.number("select count(*) from booking where state = 'booked'"))
        .as("who did not fall stands")
        .isEqualTo(4 - decided.values().stream().filter("cancel"::equals).count());
  }

  private void race(Callable<Integer> manager) {
    booked(TUESDAY, "09:00");
    booked(THURSDAY, "11:30");
    List<String> slots = new ArrayList<>();
    for (LocalDate day : List.of(TUESDAY, THURSDAY, TUESDAY.plusWeeks(1))) {
      for (String time : List.of("09:00", "09:30", "10:00", "10:30", "11:00", "11:30")) {
        slots.add(slot(day, time));
      }
    }
    List<Callable<Integer>> rush = new ArrayList<>();
    rush.add(manager);
    for (String slot : slots) {
      rush.add(() -> book(slot).statusCode());
    }
    List<Integer> answers = Together.run(rush);
    assertThat(answers.get(0)).isEqualTo(200);
    assertThat(answers).isSubsetOf(200, 201, 404, 409, 503);
    long made = 2 + answers.stream().filter(answer -> answer == 201).count();
    theTruthAfterwards();
    assertThat(timetable.number("select count(*) from booking")).isEqualTo(made);
    assertThat(
            timetable.number(
                "select count(*) from booking where state = 'booked' or cancellation_reason is not null"))
        .isEqualTo(made);
  }

  private void theTruthAfterwards() {
    nothingIsLost();
    Set<String> kept = new TreeSet<>();
    decided.forEach(
        (reference, decision) -> {
          if (decision.equals("keep")) {
            kept.add(reference);
          }
        });
    long closed =
        timetable.number(
            "select count(distinct b.id) from booking b join seat x on x.booking_id = b.id"
                + " join slot s on s.id = x.slot_id where s.closed");
    long undecided =
        kept.isEmpty()
            ? closed
            : timetable.number(
                "select count(distinct b.id) from booking b join seat x on x.booking_id = b.id"
                    + " join slot s on s.id = x.slot_id where s.closed and b.reference not in ('"
                    + String.join("', '", kept)
                    + "')");
    assertThat(undecided).as("people in closed slots about whom nobody decided").isZero();
  }

  /** Decides about everybody whom the refusal names, by turns, until the change goes through. */
  private int changed(Map<String, Object> body) {
    Map<String, Map<String, Object>> decisions = new HashMap<>();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      body.put("decisions", List.copyOf(decisions.values()));
      Response answer =
          api()
              .contentType("application/json")
              .header("If-Match", "\"0\"")
              .body(body)
              .post("/permanence-changes");
      if (answer.statusCode() == 200) {
        decisions.forEach((reference, d) -> decided.put(reference, (String) d.get("decision")));
        return 200;
      }
      if (answer.statusCode() == 503) {
        continue;
      }
      assertThat(answer.statusCode()).isEqualTo(409);
      if (answer.path("type").toString().endsWith("decisions-missing")) {
        List<Map<String, Object>> touched = answer.path("touched");
        touched.forEach(
            one -> decisions.put((String) one.get("reference"), decision(one, decisions.size())));
      } else {
        // The slot was taken meanwhile: who cannot move there falls.
        String field = answer.path("errors[0].field");
        String reference = field.split("\\.")[1];
        decisions.put(reference, decide(reference, "cancel"));
      }
    }
    return 409;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> decision(Map<String, Object> touched, int turn) {
    String reference = (String) touched.get("reference");
    List<Map<String, Object>> proposals = (List<Map<String, Object>>) touched.get("proposals");
    return switch (turn % 3) {
      case 0 -> decide(reference, (boolean) touched.get("mayKeep") ? "keep" : "cancel");
      case 1 ->
          proposals.isEmpty()
              ? decide(reference, "cancel")
              : move(reference, (String) proposals.get(0).get("id"));
      default -> decide(reference, "cancel");
    };
  }
}
