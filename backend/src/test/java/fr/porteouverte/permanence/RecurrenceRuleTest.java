package fr.porteouverte.permanence;

import static org.assertj.core.api.Assertions.assertThat;

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
}
