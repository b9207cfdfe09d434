package fr.porteouverte.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import ch.poole.openinghoursparser.OpeningHoursParseException;
import ch.poole.openinghoursparser.OpeningHoursParser;
import fr.porteouverte.opendata.OpeningSyntax.Closed;
import fr.porteouverte.site.OpeningMode;
import fr.porteouverte.site.OpeningRange;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Hours as OpenStreetMap's programs read them; each is parsed strictly. Monday is 23 November. */
class OpeningSyntaxTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final LocalDate CHRISTMAS = LocalDate.of(2026, 12, 25);

  private final List<OpeningRange> week = new ArrayList<>();

  private void open(String from, String to, DayOfWeek... days) {
    for (DayOfWeek day : days) {
      week.add(range(day, from, to));
    }
  }

  private static OpeningRange range(DayOfWeek day, String from, String to) {
    return new OpeningRange(day, LocalTime.parse(from), LocalTime.parse(to), OpeningMode.both);
  }

  private static Closed closed(String from, String to) {
    return new Closed(LocalDateTime.parse(from), LocalDateTime.parse(to));
  }

  private String said(Map<LocalDate, List<OpeningRange>> exceptional, Closed... closures) {
    String said = OpeningSyntax.of(week, exceptional, List.of(closures), CHRISTMAS::equals, TODAY);
    if (said != null) {
      try {
        new OpeningHoursParser(new ByteArrayInputStream(said.getBytes(StandardCharsets.UTF_8)))
            .rules(true);
      } catch (OpeningHoursParseException unreadable) {
        throw new AssertionError(said, unreadable);
      }
    }
    return said;
  }

  @Test
  void two_periods_a_day_and_days_that_are_alike() {
    open("14:00", "17:30", DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.THURSDAY);
    open("09:00", "12:00", DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.THURSDAY);
    open("09:00", "12:00", DayOfWeek.WEDNESDAY, DayOfWeek.SATURDAY);
    assertThat(said(Map.of()))
        .isEqualTo("Mo-Tu,Th 09:00-12:00,14:00-17:30; We,Sa 09:00-12:00; PH off");
  }

  @Test
  void what_adjoins_or_overlaps_is_one_period_and_midnight_is_24_h() {
    open("09:00", "12:00", DayOfWeek.FRIDAY);
    open("12:00", "14:00", DayOfWeek.FRIDAY);
    open("13:00", "13:30", DayOfWeek.FRIDAY);
    open("20:00", "23:59:59", DayOfWeek.FRIDAY);
    assertThat(said(Map.of())).isEqualTo("Fr 09:00-14:00,20:00-24:00; PH off");
  }

  @Test
  void a_date_has_its_own_hours_on_a_holiday_too() {
    open("09:00", "12:00", DayOfWeek.MONDAY);
    assertThat(said(Map.of(CHRISTMAS, List.of(range(DayOfWeek.FRIDAY, "10:00", "11:00")))))
        .isEqualTo("Mo 09:00-12:00; PH off; 2026 Dec 25 10:00-11:00");
  }

  @Test
  void a_closure_takes_days_and_pieces_of_days_over_the_year_s_end() {
    open("09:00", "12:00", DayOfWeek.values());
    open("14:00", "17:00", DayOfWeek.values());
    assertThat(said(Map.of(), closed("2026-12-28T14:00:00", "2027-01-03T15:00:00")))
        .isEqualTo(
            "Mo-Su 09:00-12:00,14:00-17:00; PH off; 2026 Dec 28 09:00-12:00;"
                + " 2026 Dec 29-2027 Jan 02 off; 2027 Jan 03 15:00-17:00");
  }

  @Test
  void a_closure_within_a_period_leaves_two() {
    open("09:00", "12:00", DayOfWeek.TUESDAY);
    assertThat(said(Map.of(), closed("2026-11-24T10:00:00", "2026-11-24T10:30:00")))
        .isEqualTo("Tu 09:00-12:00; PH off; 2026 Nov 24 09:00-10:00,10:30-12:00");
  }

  @Test
  void a_closure_opens_no_holiday() {
    open("09:00", "12:00", DayOfWeek.values());
    assertThat(said(Map.of(), closed("2026-12-25T10:00:00", "2026-12-25T11:00:00")))
        .isEqualTo("Mo-Su 09:00-12:00; PH off; 2026 Dec 25 off");
  }

  @Test
  void a_closure_closes_hours_of_one_date_too() {
    open("09:00", "12:00", DayOfWeek.FRIDAY);
    assertThat(
            said(
                Map.of(CHRISTMAS, List.of(range(DayOfWeek.FRIDAY, "10:00", "12:00"))),
                closed("2026-12-25T00:00:00", "2026-12-25T11:00:00")))
        .isEqualTo("Fr 09:00-12:00; PH off; 2026 Dec 25 11:00-12:00");
  }

  @Test
  void a_house_that_publishes_no_hours_says_none() {
    assertThat(said(Map.of(), closed("2026-12-25T00:00:00", "2026-12-26T00:00:00"))).isNull();
  }
}
