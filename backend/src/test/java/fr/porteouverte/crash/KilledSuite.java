package fr.porteouverte.crash;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.support.FussyMailServer.Taken;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What must be so after the {@link Ordeal}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class KilledSuite {
  /** Two lanes and the wake: each has one mail under way at most. */
  private static final int SENDERS = 3;

  private Ordeal ordeal;
  private List<Taken> taken;

  abstract Ground ground();

  @BeforeAll
  void kill_it_twenty_times() throws Exception {
    ordeal = new Ordeal(ground());
    ordeal.run();
    taken = ordeal.taken();
  }

  @AfterAll
  void close() throws IOException {
    ordeal.close();
  }

  private Map<String, List<Taken>> repeated() {
    Map<String, List<Taken>> byId = taken.stream().collect(Collectors.groupingBy(Taken::messageId));
    byId.values().removeIf(mails -> mails.size() == 1);
    return byId;
  }

  @Test
  void it_was_killed_twenty_times_and_nobody_lost_an_appointment() {
    assertThat(ordeal.killed).hasSize(Ordeal.KILLS);
    assertThat(ordeal.ground.read("select email from booking"))
        .hasSize((Ordeal.KILLS + 1) * Ordeal.PEOPLE)
        .containsExactlyInAnyOrderElementsOf(ordeal.visitors.booked());
  }

  @Test
  void no_message_is_lost_and_none_tells_what_did_not_happen() {
    assertThat(Ordeal.people(taken)).isEqualTo(ordeal.visitors.booked());
    assertThat(ordeal.ground.read("select distinct state from outbox where kind = 'confirmation'"))
        .containsExactly("sent");
  }

  @Test
  void each_booking_has_one_confirmation_in_the_outbox() {
    assertThat(ordeal.ground.read("select booking_id from outbox where kind = 'confirmation'"))
        .hasSize((Ordeal.KILLS + 1) * Ordeal.PEOPLE)
        .doesNotHaveDuplicates();
  }

  @Test
  void what_went_twice_has_the_same_message_id() {
    Map<String, Set<String>> ids =
        taken.stream()
            .collect(
                Collectors.groupingBy(
                    Taken::to, Collectors.mapping(Taken::messageId, Collectors.toSet())));
    assertThat(ids.values()).allSatisfy(one -> assertThat(one).hasSize(1));
    assertThat(ids.values().stream().flatMap(Set::stream))
        .containsExactlyInAnyOrderElementsOf(
            ordeal.ground.read(
                "select '<' || cast(uid as varchar) || '@porte-ouverte>' from outbox where kind ="
                    + " 'confirmation'"));
  }

  @Test
  void only_what_the_server_had_taken_just_before_a_kill_went_twice() {
    Map<String, Integer> underWay = new HashMap<>();
    for (List<Taken> mails : repeated().values()) {
      List<String> lives = mails.stream().map(Taken::hello).toList();
      assertThat(lives).doesNotHaveDuplicates();
      lives.subList(0, lives.size() - 1).forEach(life -> underWay.merge(life, 1, Integer::sum));
    }
    System.out.println(getClass().getSimpleName() + ": went twice, after " + underWay);
    assertThat(ordeal.killed).containsAll(underWay.keySet());
    assertThat(underWay.values()).allMatch(mails -> mails <= SENDERS);
    assertThat(underWay).as("some kills fell between the server's yes and our note").isNotEmpty();
  }
}
