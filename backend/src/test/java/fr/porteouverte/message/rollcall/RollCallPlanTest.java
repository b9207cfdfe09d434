package fr.porteouverte.message.rollcall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.porteouverte.message.settings.QuietHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class RollCallPlanTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final QuietHours NIGHT = new QuietHours(LocalTime.of(20, 0), LocalTime.of(8, 0));

  /** Friday 11 December 2026, 9 h in Paris. */
  private static final Instant START = Instant.parse("2026-12-11T08:00:00Z");

  private static final Instant DEADLINE = START.minus(Duration.ofHours(48));

  private static List<RollCallPlan.Call> at(Instant now) {
    return RollCallPlan.of(NIGHT, PARIS, DEADLINE, START, now);
  }

  @Test
  void a_week_before_the_session_and_again_at_the_deadline() {
    assertThat(at(START.minus(Duration.ofDays(30))))
        .extracting(RollCallPlan.Call::kind, RollCallPlan.Call::due)
        .containsExactly(
            tuple(RollCallKind.rollCall, START.minus(Duration.ofDays(7))),
            tuple(RollCallKind.rollCallReminder, DEADLINE));
  }

  @Test
  void the_first_one_is_of_no_use_after_the_deadline() {
    assertThat(at(DEADLINE))
        .extracting(RollCallPlan.Call::kind)
        .containsExactly(RollCallKind.rollCallReminder);
    assertThat(at(START)).isEmpty();
  }

  @Test
  void what_should_have_been_asked_already_is_asked_now() {
    Instant now = START.minus(Duration.ofDays(4));
    assertThat(at(now).get(0).due()).isEqualTo(now);
    assertThat(at(now).get(0).giveUp()).isEqualTo(DEADLINE);
  }

  @Test
  void nobody_is_asked_at_night() {
    Instant evening = Instant.parse("2026-12-05T20:30:00Z");
    assertThat(at(evening).get(0).due()).isEqualTo(Instant.parse("2026-12-06T07:00:00Z"));
  }

  @Test
  void without_a_deadline_before_the_session_one_asking_is_enough() {
    assertThat(RollCallPlan.of(NIGHT, PARIS, START, START, START.minus(Duration.ofDays(30))))
        .extracting(RollCallPlan.Call::kind)
        .containsExactly(RollCallKind.rollCall);
  }
}
