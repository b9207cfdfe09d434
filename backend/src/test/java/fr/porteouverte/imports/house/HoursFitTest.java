package fr.porteouverte.imports.house;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.site.OpeningMode;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoursFitTest {
  /** Tuesday, 24 November 2026. */
  private static final List<ImportedHours> WEEK =
      List.of(range("09:00", "12:00"), range("12:00", "13:00"), range("14:00", "17:00"));

  private static ImportedHours range(String from, String to) {
    return new ImportedHours(
        DayOfWeek.TUESDAY, LocalTime.parse(from), LocalTime.parse(to), OpeningMode.both);
  }

  private static boolean fits(String from, String to) {
    return HoursFit.holds(
        WEEK, LocalDateTime.parse("2026-11-24T" + from), LocalDateTime.parse("2026-11-24T" + to));
  }

  @Test
  void what_lies_within_a_range_fits() {
    assertThat(fits("09:00", "09:30")).isTrue();
    assertThat(fits("14:00", "17:00")).isTrue();
  }

  @Test
  void ranges_that_touch_are_one() {
    assertThat(fits("11:30", "12:30")).isTrue();
  }

  @Test
  void what_reaches_into_a_closed_hour_does_not_fit() {
    assertThat(fits("12:30", "13:30")).isFalse();
    assertThat(fits("08:45", "09:15")).isFalse();
    assertThat(fits("16:45", "17:15")).isFalse();
  }

  @Test
  void another_day_has_its_own_hours() {
    assertThat(
            HoursFit.holds(
                WEEK,
                LocalDateTime.parse("2026-11-25T09:00"),
                LocalDateTime.parse("2026-11-25T09:30")))
        .isFalse();
  }
}
