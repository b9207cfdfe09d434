package fr.porteouverte.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Follows server-sent events as a browser does (WHATWG HTML, 9.2.6), over a real connection. */
public final class EventStream implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 10;

  private final HttpResponse<InputStream> answer;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> comments = new LinkedBlockingQueue<>();
  private final Thread reader;

  /**
   * @param name {@code snapshot} or {@code change}
   */
  public record Event(String name, long id, String data) {
    public JsonPath json() {
      return JsonPath.from(data);
    }
  }

  private EventStream(HttpResponse<InputStream> answer) {
    this.answer = answer;
    reader = new Thread(this::read, "event-stream");
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * @param path below {@code /api/v1}
   * @param lastEventId null: from the start
   */
  public static EventStream open(String path, Long lastEventId) {
    return open(path, lastEventId, null);
  }

  /**
   * @param token null: as anybody
   */
  public static EventStream open(String path, Long lastEventId, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + RestAssured.port + "/api/v1" + path))
            .header("Accept", "text/event-stream");
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId.toString());
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      return new EventStream(
          HttpClient.newHttpClient()
              .send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    } catch (IOException failure) {
      throw new AssertionError(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  public int status() {
    return answer.statusCode();
  }

  public String header(String name) {
    return answer.headers().firstValue(name).orElse(null);
  }

  /** Waits for the next event. */
  public Event next() {
    try {
      Event event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(event).as("an event within %d s", PATIENCE_SECONDS).isNotNull();
      return event;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  public List<Event> next(int count) {
    List<Event> some = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      some.add(next());
    }
    return some;
  }

  /** Waits for a sign of life. */
  public String comment() throws InterruptedException {
    return comments.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** Waits for its end. */
  public boolean ends() throws InterruptedException {
    reader.join(Duration.ofSeconds(PATIENCE_SECONDS).toMillis());
    return !reader.isAlive();
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      String name = "message";
      long id = -1;
      StringBuilder data = new StringBuilder();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty()) {
          if (data.length() > 0) {
            events.add(new Event(name, id, data.toString()));
          }
          data.setLength(0);
          name = "message";
        } else if (line.startsWith(":")) {
          comments.add(line);
        } else {
          String value = line.substring(line.indexOf(':') + 1).strip();
          switch (line.substring(0, line.indexOf(':'))) {
            case "event" -> name = value;
            case "id" -> id = Long.parseLong(value);
            case "data" -> data.append(value);
            default -> {}
          }
        }
      }
    } catch (IOException closed) {
      // The test closed it, or the server went: whoever waits for an event hears that none came.
    }
  }

  @Override
  public void close() {
    try {
      answer.body().close();
    } catch (IOException alreadyGone) {
      // Nothing left to close.
    }
  }
}
