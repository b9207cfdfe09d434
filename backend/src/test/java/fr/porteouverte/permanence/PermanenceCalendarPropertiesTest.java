package fr.porteouverte.permanence;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.permanence.Occurrence.Piece;
import fr.porteouverte.time.Holidays;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.fortuna.ical4j.model.Recur;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for any calendar, over a year with both daylight-saving Sundays. */
class PermanenceCalendarPropertiesTest {
  private static final LocalDate FROM = LocalDate.of(2026, 10, 1);
  private static final LocalDate TO = LocalDate.of(2027, 11, 15);

  @Property(tries = 200)
  void no_slot_overlaps_another_and_all_lie_in_their_session(
      @ForAll("schedules") Schedule schedule,
      @ForAll("exceptions") @Size(max = 8) List<CalendarException> exceptions,
      @ForAll("closures") @Size(max = 5) List<ClosedTime> closures,
      @ForAll("zones") ZoneId zone,
      @ForAll @IntRange(min = 5, max = 240) int minutes) {
    List<Occurrence> sessions =
        new PermanenceCalendar(
                schedule, exceptions, closures, day -> Holidays.isHoliday("fr", day), zone)
            .sessions(FROM, TO);
    assertThat(sessions).isSortedAccordingTo(Comparator.comparing(Occurrence::start));
    List<Piece> all = new ArrayList<>();
    for (Occurrence session : sessions) {
      assertThat(session.start()).isBefore(session.end());
      for (Piece slot : session.slots(minutes)) {
        assertThat(Duration.between(slot.start(), slot.end())).hasMinutes(minutes);
        assertThat(slot.start()).isAfterOrEqualTo(session.start());
        assertThat(slot.end()).isBeforeOrEqualTo(session.end());
        all.add(slot);
      }
    }
    for (int i = 1; i < all.size(); i++) {
      assertThat(all.get(i).start()).isAfterOrEqualTo(all.get(i - 1).end());
    }
    for (ClosedTime closure : closures) {
      var from = closure.from().atZone(zone).toInstant();
      var to = closure.to().atZone(zone).toInstant();
      assertThat(all).noneMatch(slot -> slot.overlaps(from, to));
    }
  }

  @Property(tries = 200)
  void a_window_shows_the_same_days_as_the_whole(
      @ForAll("schedules") Schedule schedule,
      @ForAll @IntRange(min = 0, max = 300) int offset,
      @ForAll @IntRange(min = 1, max = 91) int days) {
    PermanenceCalendar calendar =
        new PermanenceCalendar(
            schedule, List.of(), List.of(), day -> false, ZoneId.of("Europe/Paris"));
    LocalDate from = FROM.plusDays(offset);
    LocalDate to = from.plusDays(days);
    assertThat(calendar.sessions(from, to))
        .isEqualTo(
            calendar.sessions(FROM, TO.plusDays(400)).stream()
                .filter(s -> !s.date().isBefore(from) && s.date().isBefore(to))
                .toList());
  }

  @Property(tries = 200)
  void without_exceptions_the_days_are_those_of_the_library(
      @ForAll("schedules") Schedule schedule) {
    List<LocalDate> expected =
        new Recur<LocalDate>(schedule.rule().text())
            .getDates(schedule.first(), schedule.first(), TO).stream()
                .filter(day -> !day.isBefore(FROM) && day.isBefore(TO))
                .filter(day -> schedule.until() == null || !day.isAfter(schedule.until()))
                .toList();
    assertThat(
            new PermanenceCalendar(
                    schedule, List.of(), List.of(), day -> false, ZoneId.of("Indian/Reunion"))
                .sessions(FROM, TO))
        .extracting(Occurrence::date)
        .containsExactlyElementsOf(expected);
  }

  private static String day(int number) {
    return LocalDate.of(2026, 1, 1).plusDays(number).format(DateTimeFormatter.BASIC_ISO_DATE);
  }

  @Provide
  Arbitrary<Schedule> schedules() {
    Arbitrary<String> days =
        Arbitraries.of("MO", "TU", "WE", "TH", "FR", "SA", "SU")
            .list()
            .ofMinSize(1)
            .ofMaxSize(7)
            .uniqueElements()
            .map(list -> String.join(",", list));
    Arbitrary<String> rules =
        Arbitraries.oneOf(
            Combinators.combine(Arbitraries.integers().between(1, 5), days)
                .as((n, by) -> "FREQ=WEEKLY;INTERVAL=" + n + ";BYDAY=" + by),
            Combinators.combine(Arbitraries.integers().between(0, 900), days)
                .as((n, by) -> "FREQ=WEEKLY;BYDAY=" + by + ";UNTIL=" + day(n)),
            Combinators.combine(
                    Arbitraries.integers().between(1, 9), Arbitraries.integers().between(0, 900))
                .as((n, last) -> "FREQ=DAILY;INTERVAL=" + n + ";UNTIL=" + day(last)),
            Arbitraries.integers().between(1, 9).map(n -> "FREQ=DAILY;INTERVAL=" + n),
            Combinators.combine(Arbitraries.of(-1, 1, 2, 3, 4, 5), Arbitraries.of("MO", "TU", "FR"))
                .as((n, day) -> "FREQ=MONTHLY;BYDAY=" + n + day),
            Arbitraries.integers().between(1, 31).map(n -> "FREQ=MONTHLY;BYMONTHDAY=" + n),
            Arbitraries.integers().between(1, 60).map(n -> "FREQ=DAILY;COUNT=" + n));
    return Combinators.combine(
            rules,
            Arbitraries.integers().between(0, 500),
            Arbitraries.integers().between(0, 900),
            Arbitraries.integers().between(0, 1380),
            Arbitraries.integers().between(1, 600))
        .as(
            (rule, first, length, start, minutes) ->
                new Schedule(
                    RecurrenceRule.parse(rule),
                    LocalDate.of(2026, 1, 1).plusDays(first),
                    length > 800 ? null : LocalDate.of(2026, 1, 1).plusDays(first + length),
                    LocalTime.MIN.plusMinutes(start),
                    LocalTime.MIN.plusMinutes(Math.min(1439, start + minutes)),
                    false));
  }

  @Provide
  Arbitrary<List<CalendarException>> exceptions() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 400),
            Arbitraries.integers().between(0, 1400),
            Arbitraries.of(0, 1, 2))
        .as(
            (day, start, kind) ->
                kind == 0
                    ? CalendarException.skipped(FROM.plusDays(day))
                    : CalendarException.added(
                        FROM.plusDays(day),
                        kind == 1 ? null : LocalTime.MIN.plusMinutes(start),
                        kind == 1 ? null : LocalTime.MIN.plusMinutes(start + 30L)))
        .list();
  }

  @Provide
  Arbitrary<List<ClosedTime>> closures() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 400 * 1440), Arbitraries.integers().between(1, 9000))
        .as(
            (start, minutes) ->
                new ClosedTime(
                    FROM.atStartOfDay().plusMinutes(start),
                    FROM.atStartOfDay().plusMinutes(start + minutes)))
        .list();
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(
        ZoneId.of("Europe/Paris"),
        ZoneId.of("Indian/Reunion"),
        ZoneId.of("America/Miquelon"),
        ZoneId.of("Pacific/Tahiti"));
  }
}
