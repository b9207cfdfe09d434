package fr.porteouverte.message.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class QuietHoursTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private final QuietHours night = new QuietHours(LocalTime.of(20, 0), LocalTime.of(8, 0));

  @Test
  void by_day_a_message_goes_at_once() {
    Instant noon = Instant.parse("2026-11-23T11:00:00Z");
    assertThat(night.next(noon, PARIS)).isEqualTo(noon);
  }

  @Test
  void in_the_evening_it_waits_for_the_morning_after_and_before_dawn_for_the_same_one() {
    assertThat(night.next(Instant.parse("2026-11-23T20:30:00Z"), PARIS))
        .isEqualTo(Instant.parse("2026-11-24T07:00:00Z"));
    assertThat(night.next(Instant.parse("2026-11-24T03:00:00Z"), PARIS))
        .isEqualTo(Instant.parse("2026-11-24T07:00:00Z"));
  }

  @Test
  void at_its_two_ends_it_has_begun_and_is_over() {
    assertThat(night.at(LocalTime.of(20, 0))).isTrue();
    assertThat(night.at(LocalTime.of(8, 0))).isFalse();
  }

  @Test
  void a_rest_at_noon_is_one_too() {
    QuietHours noon = new QuietHours(LocalTime.of(12, 0), LocalTime.of(14, 0));
    assertThat(noon.next(Instant.parse("2026-11-23T11:30:00Z"), PARIS))
        .isEqualTo(Instant.parse("2026-11-23T13:00:00Z"));
  }

  @Test
  void equal_ends_are_no_rest() {
    QuietHours never = new QuietHours(LocalTime.of(8, 0), LocalTime.of(8, 0));
    Instant early = Instant.parse("2026-11-24T03:00:00Z");
    assertThat(never.next(early, PARIS)).isEqualTo(early);
  }

  @Property
  void nothing_is_ever_sent_back_in_time_nor_held_for_more_than_a_day(
      @ForAll @LongRange(min = 1_700_000_000L, max = 1_900_000_000L) long second,
      @ForAll @IntRange(max = 1439) int from,
      @ForAll @IntRange(max = 1439) int to) {
    QuietHours any =
        new QuietHours(LocalTime.ofSecondOfDay(from * 60L), LocalTime.ofSecondOfDay(to * 60L));
    Instant instant = Instant.ofEpochSecond(second);
    Instant next = any.next(instant, PARIS);
    assertThat(next).isAfterOrEqualTo(instant).isBefore(instant.plusSeconds(26 * 3600));
  }
}
