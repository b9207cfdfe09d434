package fr.porteouverte.permanence;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.time.Holidays;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Recur;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A series that is cut in two has the same sessions as before, over both daylight-saving days. */
class LaterPartPropertiesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
  private static final LocalDate END = LocalDate.of(2027, 12, 1);
  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("Europe/Paris"), ZoneId.of("Indian/Reunion"), ZoneId.of("America/Miquelon"));

  @Property(tries = 600)
  void both_parts_together_have_the_sessions_of_the_whole(
      @ForAll("schedules") Schedule whole,
      @ForAll @IntRange(min = 1, max = 400) int cutAfter,
      @ForAll @IntRange(min = 0, max = 2) int zoneNumber) {
    ZoneId zone = ZONES.get(zoneNumber);
    LocalDate cut = TODAY.plusDays(cutAfter);
    LaterPart later = LaterPart.of(whole, cut, TODAY, zone);
    List<Occurrence> both = new ArrayList<>();
    if (cut.isAfter(whole.first())) {
      both.addAll(calendar(whole.endingBefore(cut), List.of(), zone).sessions(TODAY, END));
    }
    both.addAll(calendar(later.schedule(), later.skipped(), zone).sessions(TODAY, END));
    both.sort(Comparator.comparing(Occurrence::start));
    assertThat(both).isEqualTo(calendar(whole, List.of(), zone).sessions(TODAY, END));
  }

  @Property(tries = 600)
  void the_days_of_both_parts_are_those_of_the_library(
      @ForAll("schedules") Schedule whole, @ForAll @IntRange(min = 1, max = 400) int cutAfter) {
    ZoneId zone = ZoneId.of("Europe/Paris");
    LocalDate cut = TODAY.plusDays(cutAfter);
    List<LocalDate> expected =
        new Recur<LocalDate>(whole.rule().text())
            .getDates(whole.first(), whole.first(), END).stream()
                .filter(day -> !day.isBefore(TODAY) && day.isBefore(END))
                .filter(day -> whole.until() == null || !day.isAfter(whole.until()))
                .filter(day -> !Holidays.isHoliday("fr", day))
                .toList();
    LaterPart later = LaterPart.of(whole, cut, TODAY, zone);
    List<Occurrence> both = new ArrayList<>();
    if (cut.isAfter(whole.first())) {
      both.addAll(calendar(whole.endingBefore(cut), List.of(), zone).sessions(TODAY, END));
    }
    both.addAll(calendar(later.schedule(), later.skipped(), zone).sessions(TODAY, END));
    assertThat(both).extracting(Occurrence::date).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Property(tries = 300)
  void every_session_of_both_parts_keeps_its_local_time(
      @ForAll("schedules") Schedule whole, @ForAll @IntRange(min = 1, max = 400) int cutAfter) {
    ZoneId zone = ZoneId.of("Europe/Paris");
    LaterPart later = LaterPart.of(whole, TODAY.plusDays(cutAfter), TODAY, zone);
    Set<LocalTime> starts =
        calendar(later.schedule(), later.skipped(), zone).sessions(TODAY, END).stream()
            .map(session -> session.start().atZone(zone).toLocalTime())
            .collect(Collectors.toSet());
    assertThat(starts).isSubsetOf(whole.from());
  }

  private static PermanenceCalendar calendar(
      Schedule schedule, List<CalendarException> exceptions, ZoneId zone) {
    return new PermanenceCalendar(
        schedule, exceptions, List.of(), day -> Holidays.isHoliday("fr", day), zone);
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
            .ofMaxSize(4)
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
            Combinators.combine(Arbitraries.integers().between(1, 3), days)
                .as((n, by) -> "FREQ=WEEKLY;WKST=SU;INTERVAL=" + n + ";BYDAY=" + by),
            Arbitraries.integers().between(1, 3).map(n -> "FREQ=WEEKLY;INTERVAL=" + n),
            Arbitraries.integers().between(1, 9).map(n -> "FREQ=DAILY;INTERVAL=" + n),
            Combinators.combine(Arbitraries.of(-1, 1, 2, 3, 4, 5), Arbitraries.of("MO", "TU", "FR"))
                .as((n, day) -> "FREQ=MONTHLY;BYDAY=" + n + day),
            Combinators.combine(
                    Arbitraries.integers().between(1, 3), Arbitraries.of(1, 2, -1), days)
                .as(
                    (n, pos, by) ->
                        "FREQ=MONTHLY;INTERVAL=" + n + ";BYDAY=" + by + ";BYSETPOS=" + pos),
            Combinators.combine(Arbitraries.of(1, 2, -1), days)
                .as((pos, by) -> "FREQ=WEEKLY;BYDAY=" + by + ";BYSETPOS=" + pos),
            Arbitraries.integers().between(1, 31).map(n -> "FREQ=MONTHLY;BYMONTHDAY=" + n),
            Arbitraries.integers().between(1, 2).map(n -> "FREQ=MONTHLY;INTERVAL=" + n),
            Arbitraries.of("FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU"),
            Arbitraries.integers().between(1, 60).map(n -> "FREQ=DAILY;COUNT=" + n * 5),
            Combinators.combine(Arbitraries.integers().between(1, 80), days)
                .as((n, by) -> "FREQ=WEEKLY;COUNT=" + n + ";BYDAY=" + by));
    return Combinators.combine(
            rules,
            Arbitraries.integers().between(0, 700),
            Arbitraries.integers().between(0, 900),
            Arbitraries.integers().between(7 * 60, 17 * 60),
            Arbitraries.integers().between(30, 300))
        .as(
            (rule, first, length, start, minutes) ->
                new Schedule(
                    RecurrenceRule.parse(rule),
                    LocalDate.of(2025, 1, 1).plusDays(first),
                    length > 800 ? null : LocalDate.of(2025, 1, 1).plusDays(first + length),
                    LocalTime.MIN.plusMinutes(start),
                    LocalTime.MIN.plusMinutes(start + minutes),
                    false));
  }
}
