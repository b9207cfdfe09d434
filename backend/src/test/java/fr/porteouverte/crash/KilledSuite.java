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

  private List<Taken> toVisitors() {
    return taken.stream().filter(mail -> mail.to().startsWith("visitor.")).toList();
  }

  /** A column of what the outbox has for the visitors. */
  private List<String> confirmations(String column) {
    return ordeal.ground.read(
        "select "
            + column
            + " from outbox o join booking b on b.id = o.booking_id where o.kind = 'confirmation'"
            + " and b.email like 'visitor.%'");
  }

  @Test
  void it_was_killed_twenty_times_and_nobody_lost_an_appointment() {
    assertThat(ordeal.killed).hasSize(20);
    assertThat(ordeal.ground.read("select email from booking where email like 'visitor.%'"))
        .hasSize(ordeal.visitors.asked())
        .containsExactlyInAnyOrderElementsOf(ordeal.visitors.booked());
  }

  @Test
  void no_message_is_lost_and_none_tells_what_did_not_happen() {
    assertThat(Ordeal.people(toVisitors())).isEqualTo(ordeal.visitors.booked());
    assertThat(confirmations("distinct o.state")).containsExactly("sent");
  }

  @Test
  void another_system_is_told_of_every_change_that_was_committed_and_of_no_other() {
    List<String> changes =
        ordeal.ground.read(
            "select type || ' ' || subject from change_entry where type like 'booking.%'");
    assertThat(changes).hasSizeGreaterThan(ordeal.visitors.asked()).doesNotHaveDuplicates();
    assertThat(ordeal.follower.told()).containsExactlyInAnyOrderElementsOf(changes);
    assertThat(
            ordeal.ground.read(
                "select c.subject from change_entry c left join webhook_delivery d on d.seq = c.seq"
                    + " and d.state = 'delivered' where c.type like 'booking.%' and d.id is null"))
        .isEmpty();
    // What went twice went under the same webhook-id, and an id never tells of two changes.
    assertThat(ordeal.follower.byId().values()).allSatisfy(one -> assertThat(one).hasSize(1));
    assertThat(ordeal.follower.byId()).hasSameSizeAs(changes);
  }

  @Test
  void each_booking_has_one_confirmation_in_the_outbox() {
    assertThat(confirmations("booking_id"))
        .hasSize(ordeal.visitors.asked())
        .doesNotHaveDuplicates();
  }

  @Test
  void what_went_twice_has_the_same_message_id() {
    Map<String, Set<String>> ids =
        toVisitors().stream()
            .collect(
                Collectors.groupingBy(
                    Taken::to, Collectors.mapping(Taken::messageId, Collectors.toSet())));
    assertThat(ids.values()).allSatisfy(one -> assertThat(one).hasSize(1));
    assertThat(ids.values().stream().flatMap(Set::stream))
        .containsExactlyInAnyOrderElementsOf(
            confirmations("'<' || cast(o.uid as varchar) || '@porte-ouverte>'"));
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

  @Test
  void after_every_kill_each_session_is_cancelled_and_nobody_stands_in_it() {
    System.out.println(getClass().getSimpleName() + ": " + ordeal.sessions.answers());
    assertThat(ordeal.ground.read("select distinct state from session where id >= 1000"))
        .containsExactly("cancelled");
    assertThat(ordeal.ground.read("select distinct state from booking where email like 'guest.%'"))
        .containsExactly("cancelled");
    assertThat(
            ordeal.ground.read("select cast(count(*) as varchar) from seat where slot_id >= 1000"))
        .containsExactly("0");
  }

  @Test
  void at_least_one_kill_came_before_a_cancellation_was_committed() {
    assertThat(ordeal.sessions.undone()).as("%s", ordeal.sessions.answers()).isPositive();
  }

  @Test
  void everybody_whose_session_was_cancelled_is_told_exactly_once() {
    List<String> cancelled =
        ordeal.ground.read(
            "select '<' || cast(uid as varchar) || '@porte-ouverte>' from outbox where kind ="
                + " 'cancelledByHouse' and state = 'sent'");
    assertThat(cancelled).hasSize(ordeal.sessions.guests());
    assertThat(ordeal.ground.read("select booking_id from outbox where kind = 'cancelledByHouse'"))
        .hasSize(ordeal.sessions.guests())
        .doesNotHaveDuplicates();
    assertThat(Sessions.told(taken).values())
        .hasSize(ordeal.sessions.guests())
        .allSatisfy(
            ids -> {
              assertThat(ids.stream().filter(cancelled::contains)).hasSize(1);
              assertThat(ids).hasSizeLessThanOrEqualTo(2);
            });
  }
}
