package fr.porteouverte.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Agents who gave their password once and whose pages go on renewing their tokens, as the app does:
 * by the refresh token, and by the cookie when that one is not good any more.
 */
final class Colleagues implements AutoCloseable {
  private static final int PEOPLE = 3;
  private static final Duration PAUSE = Duration.ofMillis(250);

  /** Who asks while a node falls hears nothing, and asks again. */
  private static final int TRIES = 3;

  private final ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicInteger renewed = new AtomicInteger();
  private final Map<String, Integer> answers = new ConcurrentHashMap<>();
  private final List<Future<?>> all = new ArrayList<>();

  Colleagues(URI front, String username, String password) throws Exception {
    for (int person = 0; person < PEOPLE; person++) {
      Browser browser = new Browser(front);
      browser.logIn(username, password);
      all.add(people.submit(() -> work(browser)));
    }
  }

  private Void work(Browser browser) throws Exception {
    while (!over.get()) {
      if (refreshed(browser)) {
        answers.merge("refreshed", 1, Integer::sum);
      } else {
        silently(browser);
      }
      renewed.incrementAndGet();
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return null;
  }

  private static boolean refreshed(Browser browser) throws InterruptedException {
    try {
      return browser.refresh();
    } catch (IOException cut) {
      return false;
    }
  }

  private void silently(Browser browser) throws Exception {
    for (int attempt = 1; ; attempt++) {
      try {
        browser.logInSilently();
        answers.merge("by the cookie", 1, Integer::sum);
        return;
      } catch (IOException | AssertionError failed) {
        answers.merge("asked again", 1, Integer::sum);
        assertThat(attempt).as(failed.toString()).isLessThan(TRIES);
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  Map<String, Integer> answers() {
    return new TreeMap<>(answers);
  }

  void awaitMore(int renewals) throws Exception {
    int until = renewed.get() + renewals * PEOPLE;
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> renewed.get() >= until || all.stream().anyMatch(Future::isDone));
  }

  @Override
  public void close() throws Exception {
    over.set(true);
    for (Future<?> one : all) {
      one.get();
    }
    people.shutdown();
  }
}
