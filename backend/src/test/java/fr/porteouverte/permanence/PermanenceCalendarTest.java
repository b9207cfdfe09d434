package fr.porteouverte.permanence;

import static fr.porteouverte.permanence.CalendarException.added;
import static fr.porteouverte.permanence.CalendarException.skipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.porteouverte.permanence.Occurrence.Piece;
import fr.porteouverte.time.Holidays;
import fr.porteouverte.time.Territory;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class PermanenceCalendarTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 6);
  private static final LocalTime NINE = LocalTime.of(9, 0);
  private static final LocalTime NOON = LocalTime.of(12, 0);

  @Test
  void every_second_tuesday_of_a_month() {
    assertThat(days("FREQ=MONTHLY;BYDAY=2TU", "2026-11-01", "2027-02-28"))
        .containsExactly("2026-11-10", "2026-12-08", "2027-01-12", "2027-02-09");
  }

  @Test
  void two_weeks_in_three_are_two_permanences_a_week_apart() {
    assertThat(days("FREQ=WEEKLY;INTERVAL=3;BYDAY=TU", "2026-01-06", "2026-02-18"))
        .containsExactly("2026-01-06", "2026-01-27", "2026-02-17");
    assertThat(
            new PermanenceCalendar(
                    schedule("FREQ=WEEKLY;INTERVAL=3;BYDAY=TU", FIRST.plusWeeks(1), null),
                    List.of(),
                    List.of(),
                    day -> false,
                    PARIS)
                .sessions(LocalDate.of(2026, 1, 6), LocalDate.of(2026, 2, 18)))
        .extracting(session -> session.date().toString())
        .containsExactly("2026-01-13", "2026-02-03");
  }

  @Test
  void the_rule_counts_from_the_first_day_and_stops_with_the_last() {
    PermanenceCalendar calendar =
        new PermanenceCalendar(
            schedule("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", FIRST, LocalDate.of(2026, 2, 3)),
            List.of(),
            List.of(),
            day -> false,
            PARIS);
    assertThat(calendar.sessions(LocalDate.of(2025, 12, 1), LocalDate.of(2026, 6, 1)))
        .extracting(session -> session.date().toString())
        .containsExactly("2026-01-06", "2026-01-20", "2026-02-03");
  }

  @Test
  void until_and_count_end_the_rule() {
    assertThat(days("FREQ=WEEKLY;BYDAY=TU;UNTIL=20260120", "2026-01-01", "2026-06-01"))
        .containsExactly("2026-01-06", "2026-01-13", "2026-01-20");
    // 23 h 30 on the 19th in Greenwich is Tuesday the 20th in Paris.
    assertThat(days("FREQ=WEEKLY;BYDAY=TU;UNTIL=20260119T233000Z", "2026-01-14", "2026-06-01"))
        .containsExactly("2026-01-20");
    assertThat(days("FREQ=WEEKLY;BYDAY=TU;COUNT=3", "2026-01-10", "2026-06-01"))
        .containsExactly("2026-01-13", "2026-01-20");
  }

  @Test
  void in_spring_the_morning_keeps_its_hour_and_the_offset_changes() {
    List<Occurrence> sessions =
        paris("FREQ=DAILY").sessions(LocalDate.of(2027, 3, 27), LocalDate.of(2027, 3, 31));
    assertThat(sessions)
        .extracting(session -> session.start().toString())
        .as("the 29th is Easter Monday")
        .containsExactly("2027-03-27T08:00:00Z", "2027-03-28T07:00:00Z", "2027-03-30T07:00:00Z");
    assertThat(sessions).allMatch(session -> session.slots(30).size() == 6);
  }

  @Test
  void in_autumn_too() {
    assertThat(
            paris("FREQ=WEEKLY;BYDAY=SU")
                .sessions(LocalDate.of(2026, 10, 18), LocalDate.of(2026, 11, 1)))
        .extracting(session -> session.start().toString())
        .containsExactly("2026-10-18T07:00:00Z", "2026-10-25T08:00:00Z");
    assertThat(paris("FREQ=DAILY").sessions(LocalDate.of(2027, 10, 30), LocalDate.of(2027, 11, 1)))
        .extracting(session -> session.start().toString())
        .containsExactly("2027-10-30T07:00:00Z", "2027-10-31T08:00:00Z");
  }

  @Test
  void a_night_session_is_an_hour_shorter_in_spring_and_an_hour_longer_in_autumn() {
    Schedule night =
        new Schedule(
            RecurrenceRule.parse("FREQ=DAILY"),
            FIRST,
            null,
            LocalTime.of(1, 0),
            LocalTime.of(4, 0),
            false);
    PermanenceCalendar calendar =
        new PermanenceCalendar(night, List.of(), List.of(), day -> false, PARIS);
    assertThat(one(calendar, "2027-03-28").slots(60)).hasSize(2);
    assertThat(one(calendar, "2026-10-25").slots(60)).hasSize(4);
    assertThat(one(calendar, "2027-10-31").slots(60)).hasSize(4);
  }

  @Test
  void a_session_wholly_inside_the_hour_that_spring_skips_is_shifted_not_lost() {
    Schedule night =
        new Schedule(
            RecurrenceRule.parse("FREQ=DAILY"),
            FIRST,
            null,
            LocalTime.of(2, 0),
            LocalTime.of(2, 30),
            false);
    Occurrence shifted =
        one(new PermanenceCalendar(night, List.of(), List.of(), day -> false, PARIS), "2027-03-28");
    assertThat(shifted.start()).hasToString("2027-03-28T01:00:00Z");
    assertThat(shifted.slots(30)).hasSize(1);
  }

  @Test
  void reunion_has_one_offset_all_year() {
    PermanenceCalendar calendar =
        new PermanenceCalendar(
            schedule("FREQ=DAILY", FIRST, null),
            List.of(),
            List.of(),
            day -> Holidays.isHoliday(Territory.ofDepartment("974").holidayZone(), day),
            Territory.ofDepartment("974").zone());
    assertThat(calendar.sessions(LocalDate.of(2026, 12, 19), LocalDate.of(2026, 12, 22)))
        .as("20 December is the abolition of slavery there")
        .extracting(session -> session.start().toString())
        .containsExactly("2026-12-19T05:00:00Z", "2026-12-21T05:00:00Z");
    assertThat(one(calendar, "2027-03-28").start()).hasToString("2027-03-28T05:00:00Z");
  }

  @Test
  void a_public_holiday_has_no_session_unless_the_permanence_says_so() {
    assertThat(days("FREQ=WEEKLY;BYDAY=WE", "2026-11-04", "2026-11-19"))
        .containsExactly("2026-11-04", "2026-11-18");
    Schedule always =
        new Schedule(RecurrenceRule.parse("FREQ=WEEKLY;BYDAY=WE"), FIRST, null, NINE, NOON, true);
    assertThat(one(calendar(always, List.of(), List.of()), "2026-11-11").slots(30)).hasSize(6);
  }

  @Test
  void a_skipped_day_is_none_an_added_one_is_one_even_on_a_holiday() {
    PermanenceCalendar calendar =
        calendar(
            schedule("FREQ=WEEKLY;BYDAY=TU", FIRST, null),
            List.of(
                skipped(LocalDate.of(2026, 11, 10)),
                added(LocalDate.of(2026, 11, 11), null, null),
                added(LocalDate.of(2026, 11, 12), LocalTime.of(14, 0), LocalTime.of(15, 0))),
            List.of());
    assertThat(calendar.sessions(LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 18)))
        .extracting(session -> session.start().toString())
        .containsExactly("2026-11-11T08:00:00Z", "2026-11-12T13:00:00Z", "2026-11-17T08:00:00Z");
  }

  @Test
  void skipped_and_added_on_one_day_mean_other_times() {
    LocalDate day = LocalDate.of(2026, 11, 10);
    Occurrence session =
        one(
            calendar(
                schedule("FREQ=WEEKLY;BYDAY=TU", FIRST, null),
                List.of(skipped(day), added(day, LocalTime.of(14, 0), LocalTime.of(16, 0))),
                List.of()),
            "2026-11-10");
    assertThat(session.start()).hasToString("2026-11-10T13:00:00Z");
  }

  @Test
  void an_added_time_that_touches_the_days_session_makes_it_longer() {
    LocalDate day = LocalDate.of(2026, 11, 10);
    Occurrence session =
        one(
            calendar(
                schedule("FREQ=WEEKLY;BYDAY=TU", FIRST, null),
                List.of(added(day, LocalTime.of(11, 0), LocalTime.of(14, 0))),
                List.of()),
            "2026-11-10");
    assertThat(Duration.between(session.start(), session.end())).hasHours(5);
  }

  @Test
  void a_closure_cuts_only_what_it_overlaps_and_moves_no_slot() {
    PermanenceCalendar calendar =
        calendar(
            schedule("FREQ=WEEKLY;BYDAY=TU", FIRST, null),
            List.of(),
            List.of(closed("2026-11-10T08:00", "2026-11-10T09:45")));
    Occurrence session = one(calendar, "2026-11-10");
    assertThat(session.start()).hasToString("2026-11-10T08:45:00Z");
    assertThat(session.slots(30))
        .extracting(piece -> piece.start().toString())
        .containsExactly(
            "2026-11-10T09:00:00Z",
            "2026-11-10T09:30:00Z",
            "2026-11-10T10:00:00Z",
            "2026-11-10T10:30:00Z");
    assertThat(one(calendar, "2026-11-17").slots(30)).hasSize(6);
  }

  @Test
  void a_closure_in_the_middle_leaves_two_sessions_and_a_whole_day_none() {
    PermanenceCalendar calendar =
        calendar(
            schedule("FREQ=WEEKLY;BYDAY=TU", FIRST, null),
            List.of(added(LocalDate.of(2026, 11, 25), null, null)),
            List.of(
                closed("2026-11-10T10:00", "2026-11-10T11:00"),
                closed("2026-11-24T00:00", "2026-11-26T00:00")));
    assertThat(calendar.sessions(LocalDate.of(2026, 11, 10), LocalDate.of(2026, 11, 30)))
        .extracting(session -> session.start() + "/" + session.end())
        .containsExactly(
            "2026-11-10T08:00:00Z/2026-11-10T09:00:00Z",
            "2026-11-10T10:00:00Z/2026-11-10T11:00:00Z",
            "2026-11-17T08:00:00Z/2026-11-17T11:00:00Z");
  }

  @Test
  void a_last_piece_that_is_shorter_than_a_slot_is_none() {
    assertThat(one(paris("FREQ=DAILY"), "2026-11-10").slots(50))
        .extracting(Piece::end)
        .last()
        .hasToString("2026-11-10T10:30:00Z");
    assertThat(one(paris("FREQ=DAILY"), "2026-11-10").slots(181)).isEmpty();
  }

  @Test
  void a_schedule_ends_after_it_begins() {
    RecurrenceRule daily = RecurrenceRule.parse("FREQ=DAILY");
    assertThatThrownBy(() -> new Schedule(daily, FIRST, null, NOON, NINE, false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Schedule(daily, FIRST, FIRST.minusDays(1), NINE, NOON, false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> added(FIRST, NOON, null)).isInstanceOf(IllegalArgumentException.class);
  }

  private static List<String> days(String rule, String from, String to) {
    return paris(rule).sessions(LocalDate.parse(from), LocalDate.parse(to)).stream()
        .map(session -> session.date().toString())
        .toList();
  }

  private static Occurrence one(PermanenceCalendar calendar, String day) {
    LocalDate date = LocalDate.parse(day);
    List<Occurrence> sessions = calendar.sessions(date, date.plusDays(1));
    assertThat(sessions).hasSize(1);
    return sessions.get(0);
  }

  private static PermanenceCalendar paris(String rule) {
    return calendar(schedule(rule, FIRST, null), List.of(), List.of());
  }

  private static PermanenceCalendar calendar(
      Schedule schedule, List<CalendarException> exceptions, List<ClosedTime> closures) {
    return new PermanenceCalendar(
        schedule, exceptions, closures, day -> Holidays.isHoliday("fr", day), PARIS);
  }

  private static Schedule schedule(String rule, LocalDate first, LocalDate until) {
    return new Schedule(RecurrenceRule.parse(rule), first, until, NINE, NOON, false);
  }

  private static ClosedTime closed(String from, String to) {
    return new ClosedTime(LocalDateTime.parse(from), LocalDateTime.parse(to));
  }
}
