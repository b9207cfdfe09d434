package fr.porteouverte.queue.order;

import static fr.porteouverte.queue.order.PastVisits.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BreaksTest {
  private static final int NOON = 12 * 3600;

  /** A day whose counter 1 calls at these times; who is called had come ten minutes after nine. */
  private static List<PastVisit> day(int daysAgo, String... calls) {
    List<PastVisit> past = new ArrayList<>();
    for (String call : calls) {
      past.add(
          PastVisits.at(
              TODAY.minusDays(daysAgo),
              1,
              1,
              call.compareTo("09:10") < 0 ? call : "09:10",
              call,
              10));
    }
    return past;
  }

  private static Optional<Breaks.Away> next(List<PastVisit> past, String now) {
    return new Breaks(past, TODAY, ZoneOffset.UTC).next(1, PastVisits.at(TODAY, now), 0.25);
  }

  @Test
  void a_counter_that_let_people_wait_over_noon_will_do_so_again() {
    Breaks.Away away = next(day(1, "09:00", "11:50", "13:30", "13:40"), "11:00").orElseThrow();
    assertThat(away.from()).isEqualTo(NOON);
    assertThat(away.to()).isEqualTo(NOON + 5400);
    assertThat(away.sure()).isEqualTo(1);
  }

  @Test
  void nothing_is_expected_of_a_break_that_is_over() {
    assertThat(next(day(1, "09:10", "09:20", "11:50", "13:30"), "14:00")).isEmpty();
  }

  @Test
  void a_counter_with_nobody_to_call_was_not_away() {
    List<PastVisit> past = new ArrayList<>(day(1, "09:00", "11:50"));
    past.add(PastVisits.at(TODAY.minusDays(1), 1, 1, "13:30", "13:30", 10));
    assertThat(next(past, "11:55")).isEmpty();
  }

  @Test
  void a_noon_at_work_among_others_makes_the_next_one_less_sure() {
    List<PastVisit> past = new ArrayList<>(day(1, "11:50", "13:30"));
    past.addAll(day(2, "11:50", "12:00", "12:10", "12:20", "12:30", "12:40"));
    assertThat(next(past, "11:00").map(Breaks.Away::sure)).contains(0.5);
  }

  @Test
  void a_counter_that_used_to_open_late_is_closed_until_then() {
    Breaks breaks = new Breaks(day(1, "10:00", "10:15"), TODAY, ZoneOffset.UTC);
    assertThat(breaks.current(1, PastVisits.at(TODAY, "09:15"), 0.5).map(Breaks.Away::to))
        .contains(36_000);
    assertThat(breaks.current(1, PastVisits.at(TODAY, "10:15"), 0.5)).isEmpty();
  }

  @Test
  void today_is_not_over_and_tells_nothing() {
    assertThat(next(day(0, "09:00", "11:50", "13:30"), "11:00")).isEmpty();
  }
}
