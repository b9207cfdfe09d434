package fr.porteouverte.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 24 November 2026 is a Tuesday. */
class OpeningTimesTest {
  private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
  private static final List<OpeningRange> TUESDAYS =
      List.of(range("09:00", "12:00"), range("14:00", "17:00"));

  private static OpeningRange range(String from, String to) {
    return new OpeningRange(
        DayOfWeek.TUESDAY, LocalTime.parse(from), LocalTime.parse(to), OpeningMode.both);
  }

  private static LocalDateTime at(String time) {
    return TUESDAY.atTime(LocalTime.parse(time));
  }

  private static OpeningTimes times(OpeningTimes.Span... closures) {
    return new OpeningTimes(TUESDAY, TUESDAYS, day -> false, List.of(closures));
  }

  @Test
  void it_is_open_from_its_first_minute_to_just_before_its_last() {
    assertThat(times().openAt(at("08:59"))).isFalse();
    assertThat(times().openAt(at("09:00"))).isTrue();
    assertThat(times().openAt(at("12:00"))).isFalse();
  }

  @Test
  void it_says_when_it_closes_and_when_it_opens_again() {
    assertThat(times().closesAfter(at("10:00"))).contains(at("12:00"));
    assertThat(times().opensAfter(at("10:00"))).isEmpty();
    assertThat(times().opensAfter(at("12:30"))).contains(at("14:00"));
    assertThat(times().opensAfter(at("18:00"))).contains(at("09:00").plusWeeks(1));
  }

  @Test
  void what_is_open_beside_the_hours_counts_on_holidays_too_but_not_in_a_closure() {
    OpeningTimes beside =
        new OpeningTimes(
            TUESDAY,
            TUESDAYS,
            day -> true,
            List.of(new OpeningTimes.Span(at("13:00"), at("13:30"))),
            List.of(new OpeningTimes.Span(at("11:00"), at("14:30"))));
    assertThat(beside.opensAfter(at("09:30"))).contains(at("11:00"));
    assertThat(beside.closesAfter(at("11:00"))).contains(at("13:00"));
    assertThat(beside.closesAfter(at("13:30"))).contains(at("14:30"));
  }

  @Test
  void two_ranges_that_meet_are_one() {
    OpeningTimes all =
        new OpeningTimes(
            TUESDAY,
            List.of(range("12:00", "17:00"), range("09:00", "12:00")),
            day -> false,
            List.of());
    assertThat(all.closesAfter(at("10:00"))).contains(at("17:00"));
  }

  @Test
  void a_closure_ends_it_early_and_a_holiday_takes_the_day() {
    OpeningTimes early = times(new OpeningTimes.Span(at("10:30"), at("15:00")));
    assertThat(early.closesAfter(at("10:00"))).contains(at("10:30"));
    assertThat(early.opensAfter(at("11:00"))).contains(at("15:00"));
    OpeningTimes holiday = new OpeningTimes(TUESDAY, TUESDAYS, TUESDAY::equals, List.of());
    assertThat(holiday.opensAfter(at("10:00"))).contains(at("09:00").plusWeeks(1));
  }

  @Test
  void without_hours_nobody_can_say() {
    OpeningTimes none = new OpeningTimes(TUESDAY, List.of(), day -> false, List.of());
    assertThat(none.openAt(at("10:00"))).isFalse();
    assertThat(none.opensAfter(at("10:00"))).isEmpty();
  }
}
