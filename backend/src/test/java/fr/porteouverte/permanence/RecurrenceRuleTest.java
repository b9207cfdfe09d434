package fr.porteouverte.permanence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceRuleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=WEEKLY",
        "FREQ=WEEKLY;BYDAY=MO,TH",
        "RRULE:FREQ=DAILY;INTERVAL=2",
        "freq=monthly;byday=2tu",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=YEARLY;BYMONTH=9;BYDAY=1MO",
        "FREQ=WEEKLY;BYDAY=TU;UNTIL=20271231",
        "FREQ=WEEKLY;UNTIL=20271231T225959Z",
        "FREQ=DAILY;COUNT=10",
        "FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=TU"
      })
  void what_calendars_write_is_read(String rule) {
    assertThat(RecurrenceRule.complaint("rrule", rule)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "every tuesday",
        "FREQ",
        "FREQ=",
        "FREQ=HOURLY",
        "FREQ=SECONDLY",
        "FREQ=DAILY;BYHOUR=9,10",
        "FREQ=DAILY;BYMINUTE=0",
        "FREQ=DAILY;COUNT=1000000",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=-1",
        "FREQ=DAILY;INTERVAL=99999999999",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=MONTHLY;BYMONTHDAY=99",
        "FREQ=YEARLY;BYMONTH=13",
        "FREQ=WEEKLY;UNTIL=tomorrow",
        "FREQ=WEEKLY;UNTIL=20261301",
        "FREQ=WEEKLY;COUNT=2;UNTIL=20261201",
        "FREQ=WEEKLY;FREQ=DAILY",
        "BYDAY=MO",
        "FREQ=WEEKLY;X-OURS=1",
        "FREQ=WEEKLY\nFREQ=DAILY"
      })
  void anything_else_is_refused_in_both_languages(String rule) {
    assertThat(RecurrenceRule.complaint("rrule", rule))
        .get()
        .matches(error -> error.field().equals("rrule"))
        .matches(error -> !error.message().fr().equals(error.message().en()));
  }

  @Test
  void a_rule_of_five_hundred_characters_and_more_is_refused() {
    assertThat(RecurrenceRule.complaint("rrule", "FREQ=DAILY;BYDAY=" + "MO,".repeat(200) + "MO"))
        .isPresent();
    assertThat(RecurrenceRule.complaint("rrule", null)).isPresent();
  }

  private static List<String> days(String rule, String first, String to) {
    LocalDate begin = LocalDate.parse(first);
    return RecurrenceRule.parse(rule)
        .dates(begin, begin, LocalDate.parse(to), ZoneId.of("Europe/Paris"))
        .stream()
        .map(LocalDate::toString)
        .toList();
  }

  @Test
  void a_bus_that_comes_every_five_weeks_is_counted_from_its_first_week() {
    assertThat(days("FREQ=WEEKLY;INTERVAL=5;BYDAY=TU", "2026-11-24", "2027-05-01"))
        .containsExactly("2026-11-24", "2026-12-29", "2027-02-02", "2027-03-09", "2027-04-13");
    assertThat(days("FREQ=WEEKLY;INTERVAL=52;BYDAY=TU", "2026-11-24", "2028-01-01"))
        .containsExactly("2026-11-24", "2027-11-23");
  }

  @Test
  void the_15th_is_the_15th_of_every_month_and_the_last_day_the_last_of_each() {
    assertThat(days("FREQ=MONTHLY;BYMONTHDAY=15", "2026-11-24", "2027-03-01"))
        .containsExactly("2026-12-15", "2027-01-15", "2027-02-15");
    assertThat(days("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-11-24", "2027-04-01"))
        .containsExactly("2026-11-30", "2026-12-31", "2027-01-31", "2027-02-28", "2027-03-31");
  }

  @Test
  void a_month_without_a_31st_is_left_out() {
    assertThat(days("FREQ=MONTHLY;BYMONTHDAY=31", "2026-11-24", "2027-06-01"))
        .containsExactly("2026-12-31", "2027-01-31", "2027-03-31", "2027-05-31");
    assertThat(days("FREQ=MONTHLY;BYMONTHDAY=31,-1", "2027-01-01", "2027-04-01"))
        .containsExactly("2027-01-31", "2027-02-28", "2027-03-31");
  }
}
