package fr.porteouverte.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Two processes behind the web server on a PostgreSQL whose leader dies while people book. {@code
 * -Dcrash.failovers} says how often.
 */
@Order(1)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FailoverTrial {
  private static final int FAILOVERS = Integer.getInteger("crash.failovers", 1);

  /** Beside the lease: until its end is seen, the standby leads, and the API has connections. */
  private static final Duration TAKES_OVER = Duration.ofSeconds(15);

  private final ExecutorService reader = Executors.newSingleThreadExecutor();
  private final StringBuffer stream = new StringBuffer();
  private Standby database;
  private Ground ground;
  private Front front;
  private Rush rush;
  private Product one;
  private Product other;
  private int events;

  @BeforeAll
  void begin() throws Exception {
    database = Standby.begin();
    ground = Ground.on("failover", database.url());
    ground.change("update slot set capacity = " + Rush.PLACES);
    ground.change(
        "insert into counter (id, site_id, name, position, serves) values (1, 1, 'A', 1, 'all')",
        "insert into queue_site (site_id, seq, local_date) values (1, 0, current_date)");
    one = Product.behindTheFront(ground, "one", 0, Map.of());
    other = Product.behindTheFront(ground, "two", 0, Map.of());
    one.ready();
    other.ready();
    front = Front.of(ground, one, other);
    rush = new Rush(ground, front);
    InputStream live =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(front.at("/api/v1/sites/1/board/stream")).build(),
                BodyHandlers.ofInputStream())
            .body();
    reader.submit(
        () -> {
          byte[] some = new byte[4096];
          for (int length = live.read(some); length >= 0; length = live.read(some)) {
            stream.append(new String(some, 0, length, StandardCharsets.UTF_8));
          }
          return null;
        });
    theStreamHears();
  }

  @AfterAll
  void end() throws IOException {
    reader.shutdownNow();
    rush.close();
    front.close();
    one.kill();
    other.kill();
    database.close();
  }

  @Test
  @Order(1)
  void the_leader_dies_and_nobody_loses_an_appointment() throws Exception {
    try (Rush.Load load = rush.new Load(true)) {
      for (int failover = 0; failover < FAILOVERS; failover++) {
        load.awaitMore(5);
        rush.answers();
        database.killLeader();
        Instant dead = Instant.now();
        await()
            .atMost(Standby.LEASE.plus(TAKES_OVER))
            .until(() -> rush.lastBooked().isAfter(dead.plusSeconds(2)));
        System.out.println(
            "FailoverTrial: booked again "
                + Duration.between(dead, rush.lastBooked()).toMillis()
                + " ms after the leader's death; answers "
                + rush.answers());
        theStreamHears();
        database.reviveDead();
      }
      load.awaitMore(5);
    }
    assertThat(rush.promised()).hasSizeGreaterThan(FAILOVERS * 10);
    rush.nothingIsLost();
  }

  @Test
  @Order(2)
  void the_database_is_started_anew_and_who_books_meanwhile_is_told_so() throws Exception {
    rush.answers();
    try (Rush.Load load = rush.new Load(true)) {
      load.awaitMore(5);
      database.restartLeader();
      load.awaitMore(20);
    }
    Map<Integer, Integer> answers = rush.answers();
    System.out.println("FailoverTrial, database started anew: " + answers);
    assertThat(answers.keySet()).isSubsetOf(200, 201, 503);
    rush.nothingIsLost();
    theStreamHears();
  }

  /**
   * The one that was opened before all this: what happens in the house comes through it, by a look
   * at all houses where nobody listened when it was told.
   */
  private void theStreamHears() {
    int seq = ++events;
    ground.change(
        "insert into queue_event (site_id, seq, counter_id, kind, at, recorded_at, actor, origin)"
            + (" values (1, " + seq + ", 1, 'counterOpened', now(), now(), 'claire', 'counter')"),
        "update queue_site set seq = " + seq,
        "select pg_notify('porte_ouverte_queue', '1')");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> stream.toString().matches("(?s).*\\bid: ?" + seq + "\\b.*"));
  }
}
