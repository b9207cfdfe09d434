package fr.porteouverte.planning;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.permanence.Occurrence;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.permanence.Terms;
import fr.porteouverte.planning.Neighbours.Sitting;
import fr.porteouverte.site.OpeningMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many counters a session's neighbours need at once. */
class NeighboursTest {
  private static final Occurrence MORNING =
      new Occurrence(LocalDate.of(2026, 11, 24), at("09:00"), at("09:00"), at("12:00"));

  private static Instant at(String time) {
    return Instant.parse("2026-11-24T" + time + ":00Z");
  }

  private static Sitting sitting(String from, String to, int people) {
    Permanence permanence = new Permanence(null, null);
    permanence.offer(new Terms(OpeningMode.appointment, 30, people, 0, 91, 60));
    return new Sitting(permanence, at(from), at(to));
  }

  @Test
  void those_who_never_meet_share_a_counter() {
    assertThat(
            Neighbours.atOnce(
                MORNING,
                List.of(
                    sitting("08:00", "09:30", 1),
                    sitting("09:30", "10:30", 2),
                    sitting("10:30", "13:00", 1))))
        .isEqualTo(2);
  }

  @Test
  void those_who_meet_need_one_each_even_if_it_was_before_somebody_left() {
    assertThat(
            Neighbours.atOnce(
                MORNING,
                List.of(
                    sitting("08:00", "10:00", 1),
                    sitting("08:30", "09:15", 1),
                    sitting("11:00", "12:00", 1))))
        .isEqualTo(2);
    assertThat(
            Neighbours.atOnce(
                MORNING, List.of(sitting("09:00", "11:00", 1), sitting("10:00", "12:00", 3))))
        .isEqualTo(4);
  }

  @Test
  void alone_it_needs_none_beside_its_own() {
    assertThat(Neighbours.atOnce(MORNING, List.of())).isZero();
  }
}
