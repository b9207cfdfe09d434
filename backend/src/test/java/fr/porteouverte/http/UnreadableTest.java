package fr.porteouverte.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.support.ApiTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the server refuses before anybody is asked is a problem with its number, too. */
@Tag("once") // The door does not know which database is behind it.
@QuarkusTest
class UnreadableTest extends ApiTest {
  private static final String GET = "GET /api/v1/partners HTTP/1.1\r\nHost: localhost\r\n";

  @TestHTTPResource URI server;

  private String answer(String request) throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(15_000);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private static void isProblem(String answer, String status) {
    assertThat(answer)
        .startsWith("HTTP/1.1 " + status)
        .containsIgnoringCase("X-Request-Id: ")
        .containsIgnoringCase("Content-Type: application/problem+json")
        .contains("\"type\":\"/problems/");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | X-A: a\u007fb",
        "400 | X-A: a\u0001b",
        "400 | X-A: a\u0000b",
        "400 | X A: b",
        "400 | X(A): b",
        "400 | X\u00e9: b",
        "400 | X\u007f: b",
        "400 | : b",
        "400 | Content-Length: x",
        "400 | Content-Length: -1",
        "400 | Content-Length: 1~Content-Length: 2",
        "400 | Transfer-Encoding: chunked~X-B: x\u007f",
        "431 | X-A: LONG",
      })
  void a_header_that_is_none(String status, String header) throws IOException {
    isProblem(
        answer(
            GET
                + header.replace("LONG", "x".repeat(70_000)).replace("~", "\r\n")
                + "\r\nConnection: close\r\n\r\n"),
        status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | GET",
        "400 | GET /api/v1/partners",
        "400 | GET /api/v1/partners HTTP/9",
        "400 | GET /api/v1/partners HTTP/x.y",
        "400 | GET /api/v1/partners FTP/1.1",
        "400 | G\u007fT /api/v1/partners HTTP/1.1",
        "400 | \u0016\u0003\u0001 abc",
        "414 | GET /api/LONG HTTP/1.1",
      })
  void a_request_line_that_is_none(String status, String line) throws IOException {
    isProblem(
        answer(
            line.replace("LONG", "x".repeat(70_000))
                + "\r\nHost: localhost\r\nConnection: close\r\n\r\n"),
        status);
  }

  @Test
  void two_hosts_or_none_or_an_impossible_one() throws IOException {
    isProblem(answer("GET /api/v1/partners HTTP/1.1\r\nConnection: close\r\n\r\n"), "400");
    isProblem(answer(GET + "Host: other.example\r\nConnection: close\r\n\r\n"), "400");
    isProblem(
        answer("GET /api/v1/partners HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n"), "400");
  }

  @Test
  void a_chunk_that_never_ends() throws IOException {
    String post =
        "POST /api/v1/holds HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n";
    isProblem(answer(post + "ffffffffffffffff\r\n{}"), "411");
    isProblem(answer(post + "zz\r\n{}"), "411");
  }

  @Test
  void the_words_are_the_readers_and_an_earlier_request_is_answered_first() throws IOException {
    assertThat(answer(GET + "Accept-Language: en\r\nX-A: \u007f\r\n\r\n"))
        .contains("Some information needs correcting");
    String both = answer(GET + "\r\n" + GET + "X-A: \u007f\r\n\r\n");
    assertThat(both).startsWith("HTTP/1.1 200").contains("HTTP/1.1 400");
  }

  @Test
  void nobody_can_say_so_of_a_request_that_is_readable() throws IOException {
    assertThat(answer(GET + "X-Unreadable: 431\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 200");
  }
}
