package fr.porteouverte.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * An installation of the last release is brought up to today's, and back, while people book: two
 * processes behind the web server, one exchanged after the other, as {@code docs/operating.md}
 * says. Decision 065.
 */
@Order(4)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpgradeTrial {
  private static final int SOME = 5;
  private static final int TURNS = 12;

  private Ground today;
  private Ground before;
  private Front front;
  private Rush rush;
  private Follower follower;
  private Everyday everyday;
  private Product one;
  private Product other;

  @BeforeAll
  void begin() throws IOException {
    today = Ground.empty("upgrade");
    before = today.ofTheLastRelease();
    one = start(before, "before-one", 0).ready();
    other = start(before, "before-two", 0).ready();
    today.filled();
    everyday = new Everyday(today);
    today.change("update slot set capacity = " + Rush.PLACES);
    follower = new Follower(today);
    front = Front.of(today, one, other);
    rush = new Rush(today, front);
  }

  @AfterAll
  void end() throws IOException {
    rush.close();
    front.close();
    one.kill();
    other.kill();
    follower.close();
    today.close();
  }

  private static Product start(Ground ground, String name, int port) {
    Map<String, String> settings = new HashMap<>(Everyday.settings());
    settings.putAll(Follower.settings());
    settings.put("PORTE_OUVERTE_OUTBOX_EVERY", "1S");
    // Today's does so by itself; the preview has to be told for the way back.
    settings.put("QUARKUS_FLYWAY_IGNORE_MIGRATION_PATTERNS", "*:future");
    return Product.withItsSchema(ground, name, port, settings);
  }

  private List<String> scripts() {
    return today.read("select script from flyway_schema_history where success order by 1");
  }

  @Test
  @Order(1)
  void todays_api_changes_the_schema_while_the_last_release_serves_and_then_both_do()
      throws Exception {
    List<String> released = scripts();
    everyday.goesOn(one, other, 2);
    everyday.sameOn(one, other);
    try (Rush.Load load = rush.new Load(false)) {
      load.awaitMore(SOME);
      one.stop();
      one = start(today, "today-one", one.port()).ready();
      front.awaitHealthy(one);
      everyday.goesOn(one, other, TURNS);
      load.awaitMore(SOME);
    }
    assertThat(scripts()).containsAll(released).hasSizeGreaterThan(released.size());
    noRequestFailed("today's beside the last release");
  }

  /**
   * Also what happens to an old process that dies, and is started anew, in the middle of it all.
   */
  @Test
  @Order(2)
  void the_last_release_starts_on_todays_schema_for_who_goes_back() throws Exception {
    List<String> scripts = scripts();
    try (Rush.Load load = rush.new Load(false)) {
      load.awaitMore(SOME);
      other.stop();
      other = start(before, "again-two", other.port()).ready();
      front.awaitHealthy(other);
      everyday.goesOn(one, other, TURNS);
      load.awaitMore(SOME);
    }
    assertThat(scripts()).isEqualTo(scripts);
    noRequestFailed("the last release on today's schema");
  }

  @Test
  @Order(3)
  void the_last_release_goes_and_todays_alone_has_everything() throws Exception {
    try (Rush.Load load = rush.new Load(false)) {
      load.awaitMore(SOME);
      other.stop();
      other = start(today, "today-two", other.port()).ready();
      front.awaitHealthy(other);
      everyday.goesOn(one, other, 2);
      load.awaitMore(SOME);
    }
    noRequestFailed("today's alone");
    everybodyIsTold();
  }

  private void noRequestFailed(String what) throws Exception {
    Map<Integer, Integer> answers = rush.answers();
    System.out.println("UpgradeTrial, " + what + ": " + answers);
    assertThat(answers.keySet()).isSubsetOf(200, 201);
    rush.nothingIsLost();
    everyday.sameOn(one, other);
  }

  /**
   * People by letters, each once; another system of each change, and of those of one booking in
   * turn.
   */
  private void everybodyIsTold() {
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () ->
                assertThat(
                        today.read(
                            "select kind from outbox where state = 'waiting' and due_at <= now()"))
                    .isEmpty());
    assertThat(
            today.read(
                "select b.reference from booking b where (select count(*) from outbox o where"
                    + " o.booking_id = b.id and o.kind = 'confirmation') <> 1"))
        .isEmpty();
    List<String> happened =
        today.read(
            "select cast(seq as varchar) from change_entry where site_id = 1 and type like 'booking.%'");
    assertThat(happened).hasSizeGreaterThan(TURNS * 2).doesNotContainNull();
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () ->
                assertThat(today.read("select cast(seq as varchar) from webhook_delivery"))
                    .containsAll(happened)
                    .doesNotHaveDuplicates());
    // They go out one after the other; a busy machine needs its time for thousands.
    assertThat(today.read("select uid from webhook_delivery where state = 'failed'")).isEmpty();
    assertThat(follower.told()).isNotEmpty();
    assertThat(follower.byId().values()).allMatch(changes -> changes.size() == 1);
  }
}
