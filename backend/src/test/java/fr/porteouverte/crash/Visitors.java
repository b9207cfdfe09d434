package fr.porteouverte.crash;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * People who book, several at once. Who got no answer asks once more with the same key, of the next
 * process.
 */
final class Visitors implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final ExecutorService people = Executors.newCachedThreadPool();
  private final Set<String> unanswered = ConcurrentHashMap.newKeySet();
  private final Set<String> booked = ConcurrentHashMap.newKeySet();
  private int last;

  /** Addresses of those who were promised an appointment. */
  Set<String> booked() {
    return booked;
  }

  /** How many asked for one. */
  int asked() {
    return last;
  }

  /**
   * @param fresh people who had not asked before
   * @param answered counted down at each answer
   */
  List<? extends Future<?>> book(Product product, int fresh, CountDownLatch answered) {
    for (int i = 0; i < fresh; i++) {
      unanswered.add("visitor." + ++last + "@example.org");
    }
    return new LinkedHashSet<>(unanswered)
        .stream().map(email -> people.submit(() -> book(product, email, answered))).toList();
  }

  private void book(Product product, String email, CountDownLatch answered) {
    HttpRequest request =
        HttpRequest.newBuilder(product.api("/bookings"))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", email)
            .POST(
                BodyPublishers.ofString(
                    String.format(
                        "{\"slotId\": \"%s\", \"procedureId\": \"%s\", \"visitor\": {\"firstName\":"
                            + " \"Jeanne\", \"lastName\": \"Lefèvre\", \"email\": \"%s\"}}",
                        Ground.SLOT, Ground.PROCEDURE, email)))
            .build();
    try {
      var answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() >= 500) {
        return; // It is being stopped: asks again.
      }
      if (answer.statusCode() != 201) {
        throw new AssertionError(answer.statusCode() + " " + answer.body());
      }
      booked.add(email);
      unanswered.remove(email);
      answered.countDown();
    } catch (IOException killed) {
      // Likewise.
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    people.shutdownNow();
  }
}
