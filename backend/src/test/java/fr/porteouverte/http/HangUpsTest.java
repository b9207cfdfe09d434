package fr.porteouverte.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.LogLines;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A client that hangs up is no fault of ours: the log has no trace of it, and one line at most. */
@QuarkusTest
@Tag("once")
class HangUpsTest extends ApiTest {
  @TestHTTPResource URI server;
  private LogLines log;

  @BeforeEach
  void listen() {
    log = new LogLines();
  }

  @AfterEach
  void listenNoMore() {
    log.close();
  }

  @Test
  void during_the_head() throws Exception {
    hangUp("GET /api/v1/part");
  }

  @Test
  void during_the_body() throws Exception {
    hangUp(
        "POST /api/v1/holds HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
            + "Content-Length: 100\r\n\r\n{\"slotId\"");
  }

  @Test
  void during_a_file_of_the_register() throws Exception {
    hangUp(
        "POST /api/v1/imports/communes HTTP/1.1\r\nHost: a\r\nContent-Type: text/csv\r\n"
            + "Content-Length: 1000000\r\n\r\nabc");
  }

  @Test
  void before_and_during_the_answer() throws Exception {
    hangUp("GET /api/v1/openapi HTTP/1.1\r\nHost: a\r\n\r\n".repeat(30));
    hangUp("GET /api/v1/procedures HTTP/1.1\r\nHost: a\r\n\r\n".repeat(30));
  }

  @Test
  void during_a_stream() throws Exception {
    long site = fixtures.site("Moyaux").id();
    String ask = "GET /api/v1/sites/" + site + "/board/stream HTTP/1.1\r\nHost: a\r\n\r\n";
    for (int i = 0; i < 10; i++) {
      try (Socket socket = open()) {
        socket.getOutputStream().write(ask.getBytes(UTF_8));
        assertThat(socket.getInputStream().readNBytes(200)).hasSize(200);
        socket.setSoLinger(true, 0);
      }
    }
    api().get("/partners").then().statusCode(200);
    settle();
    nothingWasTraced();
  }

  private void hangUp(String begun) throws Exception {
    for (int i = 0; i < 10; i++) {
      for (boolean reset : List.of(true, false)) {
        try (Socket socket = open()) {
          socket.setSoLinger(reset, 0);
          socket.getOutputStream().write(begun.getBytes(UTF_8));
        } catch (IOException gone) {
          // it hung up first
        }
      }
    }
    settle();
    nothingWasTraced();
  }

  /** Everybody else is still answered, on each event loop; two signs of life of a stream go by. */
  private void settle() {
    long until = System.nanoTime() + 2_500_000_000L;
    while (System.nanoTime() < until) {
      api().get("/configuration").then().statusCode(200);
    }
  }

  private Socket open() throws IOException {
    return new Socket(server.getHost(), server.getPort());
  }

  private void nothingWasTraced() {
    assertThat(log.complaints()).isEmpty();
  }
}
