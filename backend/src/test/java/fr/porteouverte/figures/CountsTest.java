package fr.porteouverte.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is added up says what the single rows would say. */
class CountsTest {
  private static Counted waited(int minutes, long number) {
    return new Counted(0, "wait", Integer.toString(minutes), number);
  }

  @Test
  void the_median_of_added_days_is_that_of_all_their_waits() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      int[] minutes =
          IntStream.range(0, 1 + random.nextInt(40)).map(i -> random.nextInt(90)).toArray();
      Counts counts = new Counts();
      for (int minute : minutes) {
        Counts day = new Counts();
        day.add(waited(minute, 1));
        counts.add(day);
      }
      Arrays.sort(minutes);
      assertThat(counts.median()).isEqualTo(minutes[(minutes.length - 1) / 2]);
    }
  }

  @Test
  void without_a_wait_there_is_no_median_and_twenty_minutes_are_not_less_than_twenty() {
    assertThat(new Counts().median()).isNull();
    assertThat(Counts.of(List.of(waited(19, 2), waited(20, 3), waited(5, 1))).inTime())
        .isEqualTo(3);
  }

  @Test
  void whole_months_are_compared_with_as_many_months_and_days_with_as_many_days() {
    assertThat(period("2026-03-01", "2026-04-01").before())
        .isEqualTo(period("2026-02-01", "2026-03-01"));
    assertThat(period("2026-01-01", "2027-01-01").before())
        .isEqualTo(period("2025-01-01", "2026-01-01"));
    assertThat(period("2026-03-23", "2026-03-30").before())
        .isEqualTo(period("2026-03-16", "2026-03-23"));
  }

  private static Period period(String from, String to) {
    return new Period(LocalDate.parse(from), LocalDate.parse(to));
  }

  @Test
  void hours_that_overlap_count_once_against_the_twenty_four_on_five_days() {
    List<OpeningWeek.Range> ranges =
        IntStream.rangeClosed(1, 5)
            .boxed()
            .flatMap(
                day ->
                    List.of(
                        new OpeningWeek.Range(day, LocalTime.of(9, 0), LocalTime.of(12, 0)),
                        new OpeningWeek.Range(day, LocalTime.of(11, 0), LocalTime.of(13, 48)))
                        .stream())
            .toList();
    assertThat(OpeningWeek.check(ranges).weeklyMinutes()).isEqualTo(24 * 60);
    assertThat(OpeningWeek.check(ranges).enough()).isTrue();
    assertThat(OpeningWeek.check(ranges.subList(0, 8)).enough()).isFalse();
  }

  @Test
  void no_shows_are_of_those_of_whom_it_is_known() {
    Counts counts =
        Counts.of(
            List.of(
                new Counted(0, "lead", "day:absent", 2),
                new Counted(0, "lead", "day:attended", 6),
                new Counted(0, "lead", "day:unmarked", 9)));
    assertThat(Sheets.of(Figure.leads, counts, Names.NONE))
        .containsEntry("day", new Sheets.Part(2, 8L));
  }
}
