package fr.porteouverte.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Two processes behind the web server, and a network before PostgreSQL on which bytes vanish:
 * nobody says that a connection has ended. {@code -Dcrash.cuts} says how often. The settings are
 * the product's own, only shorter, so that a round is.
 */
@Order(2)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CutTrial {
  private static final int CUTS = Integer.getInteger("crash.cuts", 1);
  private static final int ASKING = 30;
  private static final Duration ANSWER = Duration.ofSeconds(6);
  private static final Duration FORGOTTEN = Duration.ofSeconds(10);

  /**
   * A statement without an answer, and before it a wait for a worker behind one who had none, or
   * for a connection.
   */
  private static final Duration TOLD = ANSWER.multipliedBy(2).plusSeconds(40);

  private final HttpClient http = HttpClient.newHttpClient();
  private Ground ground;
  private Wire wire;
  private Front front;
  private Rush rush;
  private Product one;
  private Product other;
  private Instant mended = Instant.EPOCH;

  private record Told(int status, String body, Duration after) {}

  @BeforeAll
  void begin() throws Exception {
    ground = Ground.postgres("cut");
    ground.change("update slot set capacity = " + Rush.PLACES);
    URI server = URI.create(ground.url().substring("jdbc:".length()));
    wire = new Wire(server.getPort());
    Map<String, String> settings =
        Map.of(
            "QUARKUS_DATASOURCE_JDBC_URL",
            ground.url().replace(":" + server.getPort(), ":" + wire.port()),
            "PORTE_OUVERTE_DATABASE_ANSWER_WITHIN_SECONDS",
            "" + ANSWER.toSeconds(),
            "PORTE_OUVERTE_DATABASE_FORGOTTEN_AFTER_SECONDS",
            "" + FORGOTTEN.toSeconds());
    one = Product.behindTheFront(ground, "one", 0, settings);
    other = Product.behindTheFront(ground, "two", 0, settings);
    one.ready();
    other.ready();
    front = Front.of(ground, one, other);
    rush = new Rush(ground, front);
  }

  @AfterAll
  void end() throws IOException {
    rush.close();
    front.close();
    one.kill();
    other.kill();
    wire.close();
    ground.close();
  }

  /** Straight to a process, without the web server, which would know better. */
  private Told ask() {
    Instant asked = Instant.now();
    try {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(one.api("/sites?limit=1"))
                  .timeout(Duration.ofMinutes(2))
                  .build(),
              BodyHandlers.ofString());
      return new Told(answer.statusCode(), answer.body(), Duration.between(asked, Instant.now()));
    } catch (IOException silent) {
      return new Told(0, silent.toString(), Duration.between(asked, Instant.now()));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Told> manyAsk() {
    List<CompletableFuture<Told>> all =
        Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                        this::ask, command -> new Thread(command).start()))
            .limit(ASKING)
            .toList();
    return new ArrayList<>(all.stream().map(CompletableFuture::join).toList());
  }

  @Test
  void bytes_vanish_and_who_asks_is_told_so_and_all_is_well_when_they_come_again()
      throws Exception {
    try (Rush.Load load = rush.new Load(true)) {
      for (int cut = 0; cut < CUTS; cut++) {
        load.awaitMore(20);
        round();
      }
      load.awaitMore(20);
    }
    assertThat(rush.promised()).hasSizeGreaterThan(CUTS * 20);
    rush.nothingIsLost();
    // Both listen again, on connections of after the cut.
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(
                        ground.read(
                            "select query from pg_stat_activity where query ilike 'listen%' and"
                                + " backend_start > timestamptz '"
                                + mended
                                + "'"))
                    .hasSizeGreaterThanOrEqualTo(2));
  }

  private void round() {
    rush.answers();
    wire.cut();
    Instant cut = Instant.now();
    List<Told> told = manyAsk();
    assertThat(told)
        .allSatisfy(
            one -> {
              assertThat(one.status()).isEqualTo(503);
              assertThat(one.body()).contains("\"type\"", "busy");
              assertThat(one.after()).isLessThan(TOLD);
            });
    await().atMost(FORGOTTEN.multipliedBy(2)).until(() -> locksOlderThanForgotten().isEmpty());
    wire.mend();
    mended = Instant.now();
    await().atMost(TOLD).until(() -> rush.lastBooked().isAfter(mended));
    System.out.printf(
        "CutTrial: slowest answer %s, cut for %s, booked again after %s, meanwhile %s%n",
        told.stream().map(Told::after).max(Duration::compareTo).orElseThrow(),
        Duration.between(cut, mended),
        Duration.between(mended, rush.lastBooked()),
        rush.answers());
  }

  /** Of transactions that lie there, with whatever they have locked. */
  private List<String> locksOlderThanForgotten() {
    return ground.read(
        "select query from pg_stat_activity where state like 'idle in transaction%' and xact_start <"
            + " now() - interval '"
            + FORGOTTEN.toSeconds()
            + " seconds'");
  }
}
