package fr.porteouverte.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates read off the list of etalab/jours-feries-france; the whole list was compared by hand. */
class HolidaysTest {
  private static final List<String> LOCAL_DAYS =
      List.of(
          "2027-03-26",
          "2027-04-27",
          "2027-05-22",
          "2027-05-27",
          "2027-05-28",
          "2027-06-10",
          "2027-10-09",
          "2027-12-20",
          "2027-12-26");

  @ParameterizedTest(name = "department {0} has {1}")
  @CsvSource({
    "14, ''",
    "2A, ''",
    "75, ''",
    "54, ''",
    "57, 2027-03-26 2027-12-26",
    "67, 2027-03-26 2027-12-26",
    "68, 2027-03-26 2027-12-26",
    "971, 2027-05-27",
    "972, 2027-05-22",
    "973, 2027-06-10",
    "974, 2027-12-20",
    "976, 2027-04-27",
    "977, 2027-10-09",
    "978, 2027-05-28",
    "975, ''",
    "986, ''",
    "987, ''",
    "988, ''"
  })
  void each_territory_has_its_own_days_and_no_others(String department, String days) {
    String zone = Territory.ofDepartment(department).holidayZone();
    List<String> own =
        LOCAL_DAYS.stream().filter(day -> Holidays.isHoliday(zone, LocalDate.parse(day))).toList();
    assertThat(String.join(" ", own)).isEqualTo(days);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "2026-01-01", "2026-04-06", "2026-05-01", "2026-05-08", "2026-05-14", "2026-05-25",
    "2026-07-14", "2026-08-15", "2026-11-01", "2026-11-11", "2026-12-25", "2027-03-29",
    "2028-06-05", "2035-05-14"
  })
  void national_days_hold_everywhere(LocalDate day) {
    for (String department : List.of("14", "67", "971", "974", "987")) {
      assertThat(Holidays.isHoliday(Territory.ofDepartment(department).holidayZone(), day))
          .isTrue();
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"2026-11-02", "2026-12-24", "2026-12-31", "2026-04-05", "2027-05-10"})
  void other_days_are_days_of_work(LocalDate day) {
    assertThat(Holidays.isHoliday("fr", day)).isFalse();
  }
}
