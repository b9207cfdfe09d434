package fr.porteouverte.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.porteouverte.booking.BookingSuite;
import fr.porteouverte.support.Timetable;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Real connections that are slow on purpose; as the product bounds them. */
@Tag("once") // The door does not know which database is behind it, and this waits for real seconds.
@QuarkusTest
class SlowConnectionsTest extends BookingSuite {
  private static final Duration BOUND = Duration.ofSeconds(3);
  @TestHTTPResource URI server;
  private final List<Socket> open = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
  }

  @Test
  void five_hundred_heads_that_come_byte_by_byte_keep_nobody_from_booking_and_end()
      throws Exception {
    List<String> many = timetable.add(Timetable.Session.of(moyaux, caf, TUESDAY, 20, rsa));
    for (int i = 0; i < 500; i++) {
      write(connect(), "GET /api/v1/partners HTTP/1.1\r\nHost: a\r\nX-Slow: ");
    }
    Instant begun = Instant.now();
    int booked = 0;
    while (Duration.between(begun, Instant.now()).compareTo(BOUND.plusSeconds(2)) < 0) {
      if (booked < many.size()) {
        book(many.get(booked++), rsa).then().statusCode(201);
      }
      open.forEach(SlowConnectionsTest::dribble);
    }
    assertThat(booked).isEqualTo(many.size());
    for (Socket socket : open) {
      assertThat(isOver(socket)).isTrue();
    }
  }

  @Test
  void a_connection_that_says_nothing_ends_with_a_word() throws Exception {
    Socket silent = connect();
    silent.setSoTimeout(20_000);
    assertThat(new String(silent.getInputStream().readAllBytes(), UTF_8))
        .startsWith("HTTP/1.1 408 ")
        .contains("/problems/request-timeout");
  }

  @Test
  void the_second_head_of_a_connection_has_no_more_time_and_a_rest_between_two_is_none()
      throws Exception {
    Socket socket = connect();
    socket.setSoTimeout(25_000);
    write(socket, "GET /api/v1/configuration HTTP/1.1\r\nHost: a\r\n\r\n");
    assertThat(socket.getInputStream().read()).isEqualTo('H');
    write(socket, "GET /api/v1/par");
    socket.getInputStream().readAllBytes();
    assertThat(isOver(socket)).isTrue();
  }

  @Test
  void a_connection_that_rests_between_two_requests_is_not_slow() throws Exception {
    Socket socket = connect();
    socket.setSoTimeout(15_000);
    write(socket, "GET /api/v1/configuration HTTP/1.1\r\nHost: a\r\n\r\n");
    assertThat(socket.getInputStream().read()).isEqualTo('H');
    Instant begun = Instant.now();
    while (Duration.between(begun, Instant.now()).compareTo(BOUND.plusSeconds(2)) < 0) {
      api().get("/configuration").then().statusCode(200);
    }
    assertThat(isOver(socket)).isFalse();
  }

  @Test
  void who_takes_no_answer_loses_the_connection_and_what_waits_for_them() throws Exception {
    int whole = api().get("/problems").asByteArray().length;
    var socket = new Socket();
    socket.setReceiveBufferSize(2_048);
    socket.bind(new InetSocketAddress("127.4.0.1", 0));
    socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
    open.add(socket);
    int times = 12_000_000 / whole; // more than the kernel keeps for a reader
    write(socket, "GET /api/v1/problems HTTP/1.1\r\nHost: a\r\n\r\n".repeat(times));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              api().get("/configuration").then().statusCode(200);
              return isCut(socket);
            });
    socket.setSoTimeout(5_000);
    assertThat(taken(socket)).isLessThan((long) whole * times);
  }

  /** Who writes to a connection that the other side ended hears so the time after. */
  private static boolean isCut(Socket socket) {
    try {
      write(socket, "\r\n");
      return false;
    } catch (IOException cut) {
      return true;
    }
  }

  /** All that there is to read, until the end or a reset. */
  private static long taken(Socket socket) throws IOException {
    long bytes = 0;
    byte[] some = new byte[65_536];
    try {
      for (int read; (read = socket.getInputStream().read(some)) >= 0; ) {
        bytes += read;
      }
    } catch (SocketException reset) {
      return bytes;
    }
    return bytes;
  }

  private Socket connect() throws IOException {
    var socket = new Socket();
    socket.bind(new InetSocketAddress("127.4.0." + (1 + open.size() % 200), 0));
    socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
    open.add(socket);
    return socket;
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(UTF_8));
  }

  private static void dribble(Socket socket) {
    try {
      socket.getOutputStream().write('x');
    } catch (IOException over) {
      // That is what it is for.
    }
  }

  /** The other side has closed it: there is an end, or a reset. */
  private static boolean isOver(Socket socket) {
    try {
      socket.setSoTimeout(1);
      while (socket.getInputStream().read() >= 0) {
        // what it said before
      }
      return true;
    } catch (java.net.SocketTimeoutException open) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }
}
