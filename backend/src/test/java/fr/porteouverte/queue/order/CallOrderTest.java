package fr.porteouverte.queue.order;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.queue.order.CallOrder.Reason;
import fr.porteouverte.queue.order.CallOrder.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rule by examples: grace of ten minutes, overtaken three times at most; now is 9 h. */
class CallOrderTest {
  private static final Instant NINE = Instant.parse("2026-11-23T08:00:00Z");
  private final CallOrder order = new CallOrder(3, Duration.ofMinutes(10));

  @Test
  void walk_ins_are_called_as_they_came() {
    assertThat(names(walkIn(2, -5), walkIn(1, -9), walkIn(3, -1))).containsExactly(1L, 2L, 3L);
  }

  @Test
  void an_appointment_on_time_is_called_at_its_time_before_walk_ins() {
    Waiting due = appointment(9, -2, 0);
    assertThat(names(walkIn(1, -60), due)).containsExactly(9L, 1L);
    assertThat(order.reason(due, NINE)).isEqualTo(Reason.appointment);
  }

  @Test
  void before_its_time_it_does_not_jump() {
    Waiting early = appointment(9, -30, 1);
    assertThat(names(walkIn(1, -40), early, walkIn(2, -20))).containsExactly(1L, 9L, 2L);
    assertThat(order.reason(early, NINE)).isEqualTo(Reason.arrival);
  }

  @Test
  void within_the_grace_one_is_on_time_and_beyond_it_one_takes_the_place_of_arrival() {
    Waiting within = appointment(8, -5, -15);
    Waiting beyond = appointment(9, -4, -15);
    assertThat(order.late(within)).isFalse();
    assertThat(order.late(beyond)).isTrue();
    assertThat(names(walkIn(1, -10), beyond, within)).containsExactly(8L, 1L, 9L);
  }

  @Test
  void two_appointments_go_by_their_time_and_not_by_who_came_first() {
    assertThat(names(appointment(1, -50, -5), appointment(2, -20, -15))).containsExactly(2L, 1L);
  }

  @Test
  void priority_people_come_after_appointments_and_before_the_others() {
    Waiting priority = new Waiting(5, at(-1), null, true, 0, null);
    assertThat(names(walkIn(1, -60), priority, appointment(9, -2, 0))).containsExactly(9L, 5L, 1L);
    assertThat(order.reason(priority, NINE)).isEqualTo(Reason.priority);
  }

  @Test
  void who_was_overtaken_three_times_is_next_whatever_the_others_have() {
    Waiting patient = new Waiting(1, at(-60), null, false, 3, null);
    Waiting twice = new Waiting(2, at(-59), null, false, 2, null);
    assertThat(names(twice, appointment(9, -2, 0), patient)).containsExactly(1L, 9L, 2L);
    assertThat(order.reason(patient, NINE)).isEqualTo(Reason.overtaken);
  }

  @Test
  void two_who_came_in_the_same_instant_go_by_number() {
    assertThat(names(walkIn(2, -5), walkIn(1, -5))).containsExactly(1L, 2L);
  }

  @Test
  void who_was_absent_when_called_stands_behind_all_until_the_pause_is_over() {
    Waiting resting = absent(1, -60, 5);
    Waiting back = absent(2, -50, 0);
    assertThat(names(resting, walkIn(3, -5), back)).containsExactly(2L, 3L, 1L);
    assertThat(order.reason(resting, NINE)).isEqualTo(Reason.absent);
    assertThat(order.reason(back, NINE)).isEqualTo(Reason.arrival);
    assertThat(order.next(List.of(resting), NINE)).isEmpty();
    assertThat(order.next(List.of(resting), at(5))).contains(resting);
  }

  @Test
  void of_two_who_were_absent_the_first_to_be_called_again_stands_first() {
    assertThat(names(absent(1, -60, 5), absent(2, -50, 3))).containsExactly(2L, 1L);
  }

  @Test
  void who_was_overtaken_often_and_is_absent_is_not_called_at_once() {
    Waiting patient = new Waiting(1, at(-60), null, false, 3, at(1));
    assertThat(order.next(List.of(patient, walkIn(2, -1)), NINE).orElseThrow().number())
        .isEqualTo(2);
  }

  /** Called again so many minutes from now. */
  private static Waiting absent(long number, int arrived, int callable) {
    return new Waiting(number, at(arrived), null, false, 0, at(callable));
  }

  private List<Long> names(Waiting... people) {
    return order.sorted(List.of(people), NINE).stream().map(Waiting::number).toList();
  }

  private static Waiting walkIn(long number, int arrived) {
    return new Waiting(number, at(arrived), null, false, 0, null);
  }

  private static Waiting appointment(long number, int arrived, int due) {
    return new Waiting(number, at(arrived), at(due), false, 0, null);
  }

  /** Minutes from 9 h. */
  private static Instant at(int minutes) {
    return NINE.plus(Duration.ofMinutes(minutes));
  }
}
