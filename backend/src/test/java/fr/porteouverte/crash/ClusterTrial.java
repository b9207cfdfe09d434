package fr.porteouverte.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Two processes on one PostgreSQL behind the web server of an installation, with people who book
 * all the time. {@code -Dcrash.cluster.kills} says how often one is killed.
 */
@Order(2)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterTrial {
  private static final int KILLS = Integer.getInteger("crash.cluster.kills", 3);
  private Ground ground;
  private Follower follower;
  private Front front;
  private Rush rush;
  private Product one;
  private Product other;

  @BeforeAll
  void begin() throws IOException {
    ground = Ground.postgres("cluster");
    ground.change("update slot set capacity = " + Rush.PLACES);
    follower = new Follower(ground);
    one = start("one", 0);
    other = start("two", 0);
    one.ready();
    other.ready();
    front = Front.of(ground, one, other);
    rush = new Rush(ground, front);
  }

  @AfterAll
  void end() throws IOException {
    rush.close();
    front.close();
    follower.close();
    one.kill();
    other.kill();
    ground.close();
  }

  private Product start(String name, int port) {
    return Product.behindTheFront(ground, name, port, Follower.settings());
  }

  @Test
  @Order(1)
  void one_of_two_is_killed_again_and_again_and_nobody_loses_an_appointment() throws Exception {
    try (Rush.Load load = rush.new Load(true)) {
      for (int kill = 0; kill < KILLS; kill++) {
        load.awaitMore(5);
        if (kill % 2 == 0) {
          one.kill();
          one = start("one-" + kill, one.port()).ready();
        } else {
          other.kill();
          other = start("two-" + kill, other.port()).ready();
        }
      }
      load.awaitMore(5);
    }
    assertThat(rush.promised()).hasSizeGreaterThan(KILLS * 5);
    rush.nothingIsLost();
  }

  @Test
  @Order(2)
  void both_are_started_anew_one_after_the_other_and_no_request_fails() throws Exception {
    rush.answers();
    try (Rush.Load load = rush.new Load(false)) {
      load.awaitMore(5);
      one.stop();
      one = start("one-new", one.port()).ready();
      front.awaitHealthy(one);
      load.awaitMore(5);
      other.stop();
      other = start("two-new", other.port()).ready();
      front.awaitHealthy(other);
      load.awaitMore(5);
    }
    Map<Integer, Integer> answers = rush.answers();
    System.out.println("ClusterTrial, started anew: " + answers);
    assertThat(answers.keySet()).isSubsetOf(200, 201);
    rush.nothingIsLost();
  }

  /** As a restart of PostgreSQL does it: every connection ends, LISTEN too. */
  @Test
  @Order(3)
  void the_database_hangs_up_on_everybody_who_is_told_so_and_all_is_well_at_once()
      throws Exception {
    rush.answers();
    try (Rush.Load load = rush.new Load(true)) {
      load.awaitMore(5);
      ground.read(
          "select cast(count(pg_terminate_backend(pid)) as varchar) from pg_stat_activity"
              + " where pid <> pg_backend_pid() and backend_type = 'client backend'");
      load.awaitMore(20);
    }
    Map<Integer, Integer> answers = rush.answers();
    System.out.println("ClusterTrial, hung up: " + answers);
    assertThat(answers.keySet()).isSubsetOf(200, 201, 503);
    rush.nothingIsLost();
    theLogSaysWhose();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                !ground
                    .read("select query from pg_stat_activity where query ilike 'listen%'")
                    .isEmpty());
  }

  /** As the image has it: JSON, with the request's number and that of the caller's trace. */
  private void theLogSaysWhose() {
    assertThat(
            Stream.of(one, other)
                .flatMap(Product::logged)
                .filter(line -> "The database hung up, or is away".equals(line.get("message"))))
        .isNotEmpty()
        .allSatisfy(
            line -> {
              assertThat(line.getString("mdc.requestId")).isNotBlank();
              assertThat(line.getString("mdc.traceId")).isEqualTo(Rush.TRACE);
            });
  }

  /** After all of the above: what one had begun the other one ended. */
  @Test
  @Order(4)
  void of_each_appointment_there_is_one_letter_and_one_change_and_another_system_heard_of_it() {
    List<String> booked = ground.read("select reference from booking");
    await()
        .atMost(Duration.ofMinutes(4))
        .until(
            () ->
                follower
                    .told()
                    .containsAll(booked.stream().map(one -> "booking.created " + one).toList()));
    assertThat(ground.read("select subject from change_entry where type = 'booking.created'"))
        .containsExactlyInAnyOrderElementsOf(booked);
    assertThat(follower.byId().values()).allSatisfy(changes -> assertThat(changes).hasSize(1));
    assertThat(follower.byId()).hasSameSizeAs(booked);
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () ->
                assertThat(
                        ground.read(
                            "select b.reference from booking b join outbox o on o.booking_id = b.id"
                                + " and o.kind = 'confirmation' and o.state = 'sent'"))
                    .containsExactlyInAnyOrderElementsOf(booked));
  }
}
