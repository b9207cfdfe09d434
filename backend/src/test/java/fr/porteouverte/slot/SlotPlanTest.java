package fr.porteouverte.slot;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.permanence.Occurrence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** It is 10 h 30; a session of 9 to 12 h has begun. What was of it stays. */
class SlotPlanTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final Instant NOW = at(10, 30);
  private static final SlotCapacity ONE = new SlotCapacity(1, 0, 0);

  private static Instant at(int hour, int minute) {
    return DAY.atTime(hour, minute).toInstant(ZoneOffset.UTC);
  }

  private static Occurrence calendar(Instant from, Instant to) {
    return new Occurrence(DAY, from, from, to);
  }

  private static SessionRow row(boolean cancelled, @Nullable Instant stopped) {
    return new SessionRow(1, DAY, at(9, 0), at(12, 0), cancelled, false, false, stopped);
  }

  private static SlotPlan plan(List<Occurrence> calendar, SessionRow row) {
    return new SlotPlan(calendar, 30, ONE, List.of(row), List.of(), NOW);
  }

  private static void ends(SlotPlan plan, Instant end) {
    assertThat(plan.goneSessions).isEmpty();
    assertThat(plan.movedSessions)
        .containsExactly(new SlotPlan.MovedSession(1, at(9, 0), end, false));
  }

  @Test
  void a_day_that_is_taken_out_ends_what_has_begun_and_withdraws_nothing() {
    SlotPlan plan = plan(List.of(), row(false, null));
    ends(plan, NOW);
    assertThat(plan.newSlots).isEmpty();
  }

  @Test
  void a_day_that_was_to_end_before_now_ended_then() {
    SlotPlan plan = plan(List.of(calendar(at(9, 0), at(10, 20))), row(false, null));
    ends(plan, at(10, 20));
    assertThat(plan.newSessions).isEmpty();
    assertThat(plan.newSlots).isEmpty();
  }

  @Test
  void what_is_left_after_a_closure_in_its_middle_is_another_session() {
    Occurrence after = new Occurrence(DAY, at(9, 0), at(11, 0), at(12, 0));
    SlotPlan plan = plan(List.of(calendar(at(9, 0), at(10, 20)), after), row(false, null));
    ends(plan, at(10, 20));
    assertThat(plan.newSessions).containsExactly(after);
    assertThat(plan.newSlots).hasSize(2);
  }

  @Test
  void other_hours_later_that_day_are_another_session() {
    Occurrence later = calendar(at(14, 0), at(15, 0));
    SlotPlan plan = plan(List.of(later), row(false, null));
    ends(plan, NOW);
    assertThat(plan.newSessions).containsExactly(later);
  }

  @Test
  void it_keeps_its_start_when_the_calendar_gives_it_another() {
    SlotPlan plan = plan(List.of(calendar(at(10, 0), at(13, 0))), row(false, null));
    ends(plan, at(13, 0));
    assertThat(plan.newSlots)
        .extracting(slot -> slot.piece().start())
        .containsExactly(at(11, 0), at(11, 30), at(12, 0), at(12, 30));
  }

  @Test
  void nobody_books_after_its_partner_has_left() {
    SlotPlan plan = plan(List.of(calendar(at(9, 0), at(12, 0))), row(false, at(11, 20)));
    assertThat(plan.movedSessions).isEmpty();
    assertThat(plan.newSlots).isEmpty();
  }

  @Test
  void one_that_was_called_off_or_stopped_is_left_as_it_is() {
    for (SessionRow row : List.of(row(true, null), row(false, at(10, 20)))) {
      SlotPlan plan = plan(List.of(), row);
      assertThat(plan.goneSessions).isEmpty();
      assertThat(plan.movedSessions).isEmpty();
    }
  }
}
