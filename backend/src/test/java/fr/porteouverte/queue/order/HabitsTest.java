package fr.porteouverte.queue.order;

import static fr.porteouverte.queue.order.PastVisits.TODAY;
import static fr.porteouverte.queue.order.PastVisits.YESTERDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.porteouverte.queue.TicketState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class HabitsTest {
  private static Habits of(List<PastVisit> past) {
    return new Habits(past, Habits.Turnout.NONE);
  }

  private static double middlePause(List<PastVisit> past) {
    return of(past).pause(0.5);
  }

  @Test
  void appointments_that_nobody_kept_count_for_less_next_time() {
    assertThat(of(List.of()).comes()).isCloseTo(0.88, within(0.01));
    assertThat(new Habits(List.of(), new Habits.Turnout(100, 50)).comes())
        .isCloseTo(0.55, within(0.01));
  }

  @Test
  void who_gives_up_and_who_is_absent_when_called_take_no_time() {
    List<PastVisit> past = new ArrayList<>(Collections.nCopies(40, PastVisits.took(1, 10)));
    past.addAll(Collections.nCopies(5, PastVisits.gone(TicketState.left, 30)));
    past.addAll(Collections.nCopies(5, PastVisits.gone(TicketState.missed, 30)));
    assertThat(of(past).stays()).isCloseTo((49 + 40) / 100.0, within(0.001));
  }

  @Test
  void a_number_given_by_mistake_and_one_forgotten_until_midnight_gave_up_nothing() {
    List<PastVisit> past =
        List.of(PastVisits.gone(TicketState.left, 0), PastVisits.gone(TicketState.left, 15 * 60));
    assertThat(of(past).stays()).isEqualTo(of(List.of()).stays());
  }

  @Test
  void between_two_visits_a_counter_rests_as_long_as_it_used_to() {
    List<PastVisit> past = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      past.add(PastVisits.at(YESTERDAY.minusDays(i), 1, 1, "09:00", "09:00", 10));
      past.add(PastVisits.at(YESTERDAY.minusDays(i), 1, 1, "09:05", "09:15", 10));
    }
    assertThat(middlePause(past)).isEqualTo(300);
  }

  @Test
  void a_counter_that_had_nobody_to_call_did_not_rest() {
    List<PastVisit> past =
        List.of(
            PastVisits.at(YESTERDAY, 1, 1, "09:00", "09:00", 10),
            PastVisits.at(YESTERDAY, 1, 1, "09:15", "09:15", 10));
    assertThat(middlePause(past)).isEqualTo(middlePause(List.of()));
  }

  @Test
  void a_house_learns_how_early_its_people_come_to_an_appointment() {
    List<PastVisit> past = Collections.nCopies(60, PastVisits.withAppointment("10:00", "09:50"));
    assertThat(of(past).offset(0.5)).isEqualTo(-600);
  }

  @Test
  void a_house_learns_how_many_have_priority() {
    List<PastVisit> past = new ArrayList<>();
    for (int day = 1; day <= 10; day++) {
      past.add(PastVisits.withPriority(TODAY.minusDays(day), "09:00"));
      past.add(PastVisits.withPriority(TODAY.minusDays(day), "13:00"));
    }
    assertThat(of(past).priorityPerHour()).isCloseTo(0.47, within(0.01));
  }
}
