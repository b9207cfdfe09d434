package fr.porteouverte.search;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.search.NextWalkIns.WalkIn;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SoonestSitesTest {
  private static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");

  private static Instant weighed(int metres) {
    return SoonestSites.weighed(NOON, metres, Duration.ofHours(2));
  }

  @Test
  void each_kilometre_is_worth_two_hours() {
    assertThat(weighed(0)).isEqualTo(NOON);
    assertThat(weighed(1_000)).isEqualTo(NOON.plus(Duration.ofHours(2)));
    assertThat(weighed(12_500)).isEqualTo(NOON.plus(Duration.ofHours(25)));
  }

  @Test
  void the_far_end_of_the_country_does_not_overflow() {
    assertThat(weighed(20_000_000)).isEqualTo(NOON.plus(Duration.ofHours(40_000)));
  }

  @Test
  void a_session_under_way_is_of_use_from_now_on() {
    WalkIn session = new WalkIn(NOON, NOON.plus(Duration.ofHours(3)));
    assertThat(session.from(NOON.minusSeconds(60))).isEqualTo(NOON);
    assertThat(session.from(NOON.plusSeconds(60))).isEqualTo(NOON.plusSeconds(60));
  }
}
