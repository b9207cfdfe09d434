package fr.porteouverte.booking.release;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.booking.release.SuspectGroups.Group;
import fr.porteouverte.booking.release.SuspectGroups.Kind;
import fr.porteouverte.booking.release.SuspectGroups.Taken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuspectGroupsTest {
  private static final Instant NINE = Instant.parse("2026-11-23T08:00:00Z");
  private final List<Taken> taken = new ArrayList<>();

  private void made(String source, boolean contact, int second) {
    taken.add(new Taken(taken.size() + 1L, source, contact, NINE.plusSeconds(second)));
  }

  @Test
  void two_of_a_family_are_no_robot_and_three_of_one_address_may_be() {
    made("a", true, 0);
    made("a", true, 9_000);
    assertThat(SuspectGroups.of(taken, Map.of())).isEmpty();
    made("a", false, 20_000);
    assertThat(SuspectGroups.of(taken, Map.of()))
        .containsExactly(new Group(Kind.sameAddress, "a", 0, List.of(1L, 2L, 3L)));
  }

  @Test
  void what_is_only_held_counts_with_what_is_booked() {
    made("a", true, 0);
    assertThat(SuspectGroups.of(taken, Map.of("a", 2, "b", 3, "c", 1)))
        .containsExactlyInAnyOrder(
            new Group(Kind.sameAddress, "a", 2, List.of(1L)),
            new Group(Kind.sameAddress, "b", 3, List.of()));
  }

  @Test
  void many_addresses_without_contact_within_minutes_are_a_group_until_a_pause() {
    made("a", false, 0);
    made("b", false, 60);
    made("c", true, 70);
    made("d", false, 150);
    made("e", false, 600);
    assertThat(SuspectGroups.of(taken, Map.of()))
        .containsExactly(new Group(Kind.withoutContact, null, 0, List.of(1L, 2L, 4L)));
  }

  @Test
  void the_largest_group_stands_first_and_nobody_is_in_two() {
    for (int i = 0; i < 3; i++) {
      made("a", false, i);
    }
    for (int i = 0; i < 4; i++) {
      made("b" + i, false, 10 + i);
    }
    assertThat(SuspectGroups.of(taken, Map.of()))
        .extracting(Group::bookings)
        .containsExactly(List.of(4L, 5L, 6L, 7L), List.of(1L, 2L, 3L));
  }
}
