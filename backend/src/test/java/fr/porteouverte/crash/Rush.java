package fr.porteouverte.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
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

/** People who book through the web server all the time, and what they were promised. */
final class Rush implements AutoCloseable {
  /** Of the only slot: enough for all of a trial. */
  static final int PLACES = 5000;

  /** Of another system that asks for them; traceparent has it (W3C Trace Context). */
  static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

  private static final int PEOPLE = 4;

  /** Between two bookings of one person: so that there are places for all of the trial. */
  private static final Duration PAUSE = Duration.ofMillis(150);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final ExecutorService people = Executors.newCachedThreadPool();
  private final Set<String> promised = ConcurrentHashMap.newKeySet();
  private final AtomicInteger last = new AtomicInteger();
  private final Map<Integer, Integer> answers = new ConcurrentHashMap<>();
  private volatile Instant lastBooked = Instant.EPOCH;
  private final Ground ground;
  private final Front front;

  Rush(Ground ground, Front front) {
    this.ground = ground;
    this.front = front;
  }

  @Override
  public void close() {
    people.shutdownNow();
  }

  /** When somebody was last promised a place. */
  Instant lastBooked() {
    return lastBooked;
  }

  Set<String> promised() {
    return promised;
  }

  /** How often each status was answered since the last time that this was asked; 0: none. */
  Map<Integer, Integer> answers() {
    Map<Integer, Integer> so = new TreeMap<>(answers);
    answers.clear();
    return so;
  }

  /** Every place that somebody was promised is there, once, and none is sold twice. */
  void nothingIsLost() {
    List<String> booked = ground.read("select email from booking");
    assertThat(booked).containsAll(promised).doesNotHaveDuplicates();
    assertThat(booked.size()).isLessThanOrEqualTo(PLACES);
    assertThat(
            ground.read(
                "select cast(seat as varchar) from seat group by slot_id, seat having count(*) > 1"))
        .isEmpty();
    assertThat(
            ground.read(
                "select cast(s.id as varchar) from slot s where s.taken > s.capacity or s.taken <>"
                    + " (select count(*) from seat where slot_id = s.id)"))
        .isEmpty();
  }

  /** People who book and look, all the time. */
  final class Load implements AutoCloseable {
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
          LockSupport.parkNanos(PAUSE.toNanos());
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
                  .header("traceparent", PARENT)
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
        lastBooked = Instant.now();
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
                      .header("traceparent", PARENT)
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
