package fr.porteouverte.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.porteouverte.support.Ports;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
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
  private static final int PEOPLE = 4;

  private static final int PLACES = 5000;

  /** Between two bookings of one person: so that there are places for all of the trial. */
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final ExecutorService people = Executors.newCachedThreadPool();
  private final Set<String> promised = ConcurrentHashMap.newKeySet();
  private final AtomicInteger last = new AtomicInteger();
  private final Map<Integer, Integer> answers = new ConcurrentHashMap<>();
  private Ground ground;
  private Front front;
  private Product one;
  private Product other;

  @BeforeAll
  void begin() throws IOException {
    ground = Ground.postgres("cluster");
    ground.change("update slot set capacity = " + PLACES);
    one = start("one", 0);
    other = start("two", 0);
    one.ready();
    other.ready();
    front = Front.of(ground, one, other);
  }

  @AfterAll
  void end() throws IOException {
    people.shutdownNow();
    front.close();
    one.kill();
    other.kill();
    ground.close();
  }

  /** At the same port again, as an installation has it; 0: any. */
  private Product start(String name, int port) {
    return Product.start(
        ground,
        name,
        Map.of(
            "QUARKUS_HTTP_PORT",
            "" + (port == 0 ? Ports.free() : port),
            "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING",
            "true",
            "QUARKUS_HTTP_PROXY_ALLOW_X_FORWARDED",
            "true",
            "QUARKUS_SHUTDOWN_DELAY",
            "4S",
            "QUARKUS_SHUTDOWN_TIMEOUT",
            "10S",
            "QUARKUS_LOG_CONSOLE_JSON_ENABLED",
            "true",
            "PORTE_OUVERTE_TRANSPORT_LOCAL",
            "true"));
  }

  @Test
  @Order(1)
  void one_of_two_is_killed_again_and_again_and_nobody_loses_an_appointment() throws Exception {
    try (Load load = new Load(true)) {
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
    assertThat(promised).hasSizeGreaterThan(KILLS * 5);
    assertThat(booked()).containsAll(promised).doesNotHaveDuplicates();
    nothingIsSoldTwice();
  }

  @Test
  @Order(2)
  void both_are_started_anew_one_after_the_other_and_no_request_fails() throws Exception {
    answers.clear();
    try (Load load = new Load(false)) {
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
    System.out.println("ClusterTrial, started anew: " + new TreeMap<>(answers));
    assertThat(answers.keySet()).isSubsetOf(200, 201);
    assertThat(booked()).containsAll(promised);
    nothingIsSoldTwice();
  }

  /** As a restart of PostgreSQL does it: every connection ends, LISTEN too. */
  @Test
  @Order(3)
  void the_database_hangs_up_on_everybody_who_is_told_so_and_all_is_well_at_once()
      throws Exception {
    answers.clear();
    try (Load load = new Load(true)) {
      load.awaitMore(5);
      ground.read(
          "select cast(count(pg_terminate_backend(pid)) as varchar) from pg_stat_activity"
              + " where pid <> pg_backend_pid() and backend_type = 'client backend'");
      load.awaitMore(20);
    }
    System.out.println("ClusterTrial, hung up: " + new TreeMap<>(answers));
    assertThat(answers.keySet()).isSubsetOf(200, 201, 503);
    assertThat(booked()).containsAll(promised).doesNotHaveDuplicates();
    nothingIsSoldTwice();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                !ground
                    .read("select query from pg_stat_activity where query ilike 'listen%'")
                    .isEmpty());
  }

  private List<String> booked() {
    return ground.read("select email from booking");
  }

  private void nothingIsSoldTwice() {
    assertThat(
            ground.read(
                "select cast(seat as varchar) from seat group by slot_id, seat having count(*) > 1"))
        .isEmpty();
    assertThat(
            ground.read(
                "select cast(s.id as varchar) from slot s where s.taken > s.capacity or s.taken <>"
                    + " (select count(*) from seat where slot_id = s.id)"))
        .isEmpty();
    assertThat(booked().size()).isLessThanOrEqualTo(PLACES);
  }

  /** People who book and look, all the time. */
  private final class Load implements AutoCloseable {
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger done = new AtomicInteger();
    private final List<? extends Future<?>> all;

    /**
     * @param forgiving who gets no answer asks again with the same key, as the app does
     */
    Load(boolean forgiving) {
      all = Stream.generate(() -> people.submit(() -> work(forgiving))).limit(PEOPLE).toList();
    }

    private Void work(boolean forgiving) throws InterruptedException {
      while (!over.get()) {
        String email = "visitor." + last.incrementAndGet() + "@example.org";
        while (!book(email)) {
          assertThat(forgiving).as("a request failed: " + answers).isTrue();
        }
        done.incrementAndGet();
        look(forgiving);
        LockSupport.parkNanos(PAUSE.toNanos());
      }
      return null;
    }

    void awaitMore(int bookings) throws Exception {
      int until = done.get() + bookings;
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> done.get() >= until || all.stream().anyMatch(Future::isDone));
    }

    @Override
    public void close() throws Exception {
      over.set(true);
      for (Future<?> one : all) {
        one.get();
      }
    }
  }

  private boolean book(String email) throws InterruptedException {
    try {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(front.at("/api/v1/bookings"))
                  .timeout(Duration.ofSeconds(30))
                  .header("Content-Type", "application/json")
                  .header("Idempotency-Key", email)
                  .POST(
                      BodyPublishers.ofString(
                          "{\"slotId\": \"1\", \"procedureId\": \"1\", \"visitor\": {\"firstName\":"
                              + " \"Jeanne\", \"lastName\": \"Lefèvre\", \"email\": \""
                              + email
                              + "\"}}"))
                  .build(),
              BodyHandlers.ofString());
      answers.merge(answer.statusCode(), 1, Integer::sum);
      if (answer.statusCode() == 201) {
        promised.add(email);
        return true;
      }
      assertThat(answer.statusCode()).as(answer.body()).isGreaterThanOrEqualTo(500);
      return false;
    } catch (IOException cut) {
      answers.merge(0, 1, Integer::sum);
      return false;
    }
  }

  private void look(boolean forgiving) throws InterruptedException {
    try {
      int status =
          http.send(
                  HttpRequest.newBuilder(front.at("/api/v1/configuration"))
                      .timeout(Duration.ofSeconds(30))
                      .build(),
                  BodyHandlers.discarding())
              .statusCode();
      answers.merge(status, 1, Integer::sum);
      assertThat(forgiving || status == 200).as("%d", status).isTrue();
    } catch (IOException cut) {
      answers.merge(0, 1, Integer::sum);
      assertThat(forgiving).isTrue();
    }
  }
}
